using System.Collections.Frozen;

namespace Extract.Fetch;

/// <summary>What stands beside documents and is none: pictures, styles, scripts, fonts, sound.</summary>
internal static class NoDocuments
{
    private static readonly FrozenDictionary<string, string> ByEnding = new Dictionary<string, string>
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
        [".bmp"] = "image/bmp",
        [".ico"] = "image/x-icon",
        [".svg"] = "image/svg+xml",
        [".tif"] = "image/tiff",
        [".tiff"] = "image/tiff",
        [".heic"] = "image/heic",
        [".css"] = "text/css",
        [".js"] = "text/javascript",
        [".mjs"] = "text/javascript",
        [".map"] = "application/json",
        [".wasm"] = "application/wasm",
        [".woff"] = "font/woff",
        [".woff2"] = "font/woff2",
        [".ttf"] = "font/ttf",
        [".otf"] = "font/otf",
        [".eot"] = "font/eot",
        [".mp3"] = "audio/mpeg",
        [".wav"] = "audio/wav",
        [".ogg"] = "audio/ogg",
        [".m4a"] = "audio/mp4",
        [".flac"] = "audio/flac",
        [".mp4"] = "video/mp4",
        [".mov"] = "video/quicktime",
        [".avi"] = "video/x-msvideo",
        [".webm"] = "video/webm",
        [".mkv"] = "video/x-matroska",
        [".mpg"] = "video/mpeg",
        [".mpeg"] = "video/mpeg",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The media type of a file that is surely no document, by its name; else null.</summary>
    public static string? OfFile(string path) => ByEnding.GetValueOrDefault(Path.GetExtension(path));

    /// <summary>True for the media types of what is no document, whoever reads.</summary>
    public static bool Holds(string mediaType) => mediaType.StartsWith("image/", StringComparison.Ordinal) || mediaType.StartsWith("audio/", StringComparison.Ordinal)
        || mediaType.StartsWith("video/", StringComparison.Ordinal) || mediaType.StartsWith("font/", StringComparison.Ordinal)
        || mediaType is "text/css" or "text/javascript" or "text/ecmascript" or "application/javascript" or "application/x-javascript" or "application/ecmascript" or "application/wasm"
            or "application/font-woff" or "application/font-woff2" or "application/x-font-woff" or "application/x-font-ttf" or "application/vnd.ms-fontobject" or "application/x-shockwave-flash";
}
