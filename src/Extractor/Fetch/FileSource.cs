using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Extract.Fetch;

/// <summary>Reads a file as a source.</summary>
internal static class FileSource
{
    public static async Task<FetchResult> ReadAsync(Input input, long maxBytes, CancellationToken cancellation)
    {
        try
        {
            if (!RegularFiles.IsRegular(input.Location)) return new(null, FetchFaults.NoFile(input));
            var file = new FileInfo(input.Location);
            if (file.Exists && file.Length > maxBytes) return new(null, FetchFaults.TooLarge(input, file.Length, maxBytes));
            var bytes = await File.ReadAllBytesAsync(input.Location, cancellation);
            var type = MediaTypes.OfFile(input.Location, bytes);
            return MediaTypes.MayBeDocument(type) ? new(Source(input, bytes, type)) : new(null, null, new Dropped(null, $"no document: {type}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, FetchFaults.Unreadable(input, e));
        }
    }

    private static Source Source(Input input, byte[] bytes, string type) => new()
    {
        Id = input.Name,
        Uri = input.Name,
        Bytes = bytes,
        MediaType = type,
        Published = input.Published ?? Published(input.Location),
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
    };

    // NAME.meta.json beside NAME.html: what is known of a page that was saved. One that is no JSON says nothing.
    public static DateOnly? Published(string path)
    {
        var meta = Path.ChangeExtension(path, ".meta.json");
        if (!File.Exists(meta)) return null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(meta));
            return json.RootElement.TryGetProperty("published", out var day) && DateOnly.TryParseExact(day.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var published)
                ? published : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
