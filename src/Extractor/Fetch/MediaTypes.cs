using System.Text;

namespace Extract.Fetch;

/// <summary>What a source is, by its name, by what its server says, or by its first bytes.</summary>
internal static class MediaTypes
{
    /// <summary>The media type of mail.</summary>
    public const string Mail = "message/rfc822";

    private const int Sample = 1024;

    /// <summary>By the name of a file; a name that says nothing is told by the bytes.</summary>
    public static string OfFile(string path, ReadOnlySpan<byte> bytes) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".html" or ".htm" or ".xhtml" => "text/html",
        ".md" or ".markdown" => "text/markdown",
        ".txt" or ".text" => "text/plain",
        ".json" or ".jsonl" or ".ndjson" => "application/json",
        ".eml" => Mail,
        ".ics" or ".ical" or ".ifb" => "text/calendar",
        ".rtf" => "application/rtf",
        // A saved page is often called by the name of the file that it stood for.
        _ => OfMaildir(path) ?? DocumentTypes.Looks(bytes) ?? Looks(bytes) ?? NoDocuments.OfFile(path) ?? DocumentTypes.Named(Path.GetExtension(path).ToLowerInvariant()) ?? "text/plain",
    };

    /// <summary>Mail where the file is one of a maildir (<c>cur/1528107072.M1P2.host:2,S</c>), which has no telling name; else null.</summary>
    public static string? OfMaildir(string path)
    {
        var parts = path.Split('/', '\\');
        return parts.Length > 1 && parts[^2] is "cur" or "new" && parts[^1].IndexOf('.', StringComparison.Ordinal) is >= 9 and var dot && parts[^1].AsSpan(0, dot).IndexOfAnyExceptInRange('0', '9') < 0
            ? Mail : null;
    }

    /// <summary>By what the container states, if it states something; else as a file.</summary>
    public static string OfEntry(Containers.Content content, ReadOnlySpan<byte> bytes) => content.MediaType switch
    {
        _ when SaysNothing(content.MediaType) => OfFile(content.FileName, bytes),
        "text/plain" when content.Ends(".md") => "text/markdown",
        var stated => stated!,
    };

    /// <summary>False for what is no document, whoever reads it: pictures, styles, scripts.</summary>
    public static bool MayBeDocument(string mediaType) => !NoDocuments.Holds(mediaType);

    /// <summary>Of a page that somebody else captured: by what its server said, or by what the bytes look like.</summary>
    public static string OfCapture(string? stated, ReadOnlySpan<byte> bytes) => stated switch
    {
        _ when SaysNothing(stated) => DocumentTypes.Looks(bytes) ?? Looks(bytes) ?? "application/octet-stream",
        "application/x-pdf" => "application/pdf",
        "text/x-markdown" => "text/markdown",
        var known => known!,
    };

    /// <summary>True for what is read of a capture of the web, where most is what pages are made of.</summary>
    public static bool IsPage(string mediaType) => mediaType is "text/html" or "application/xhtml+xml" or "text/plain" or "text/markdown" or "text/calendar" or "application/pdf" or "application/msword"
        or "application/rtf" or "application/vnd.oasis.opendocument.text" or "application/vnd.openxmlformats-officedocument.wordprocessingml.document" or Mail;

    /// <summary>By what the server says, if it says something; servers call Markdown and pages without a type by vague names.</summary>
    public static string OfAnswer(Answer answer, Uri address) => answer.MediaType switch
    {
        null or "" or "application/octet-stream" or "binary/octet-stream" or "application/force-download" or "application/x-download" or "unknown/unknown" or "text/plain" => answer.MediaType == "text/plain" && !IsMarkdown(address) ? "text/plain" : OfFile(address.AbsolutePath, answer.Body.Span),
        "application/x-pdf" => "application/pdf",
        "text/x-vcalendar" or "application/ics" => "text/calendar",
        var stated => stated,
    };

    /// <summary>What markup begins the bytes: a page, a feed; null for no markup.</summary>
    public static string? Looks(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Sample)]).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n');
        if (!start.StartsWith('<')) return null;
        if (Holds(start, "<rss") || Holds(start, "<rdf:RDF")) return "application/rss+xml";
        if (Holds(start, "<feed")) return "application/atom+xml";
        return Holds(start, "<!doctype html") || Holds(start, "<html") || Holds(start, "<head") || Holds(start, "<body") || Holds(start, "<div") || Holds(start, "<p>") ? "text/html" : null;
    }

    /// <summary>True for a feed, whatever its server calls it.</summary>
    public static bool IsFeed(Source source) => source.MediaType is "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" or "application/xml" or "text/xml"
        && Looks(source.Bytes.Span) is "application/rss+xml" or "application/atom+xml";

    private static bool SaysNothing(string? mediaType) => mediaType is null or "" or "application/octet-stream" or "binary/octet-stream" or "unknown/unknown";

    private static bool IsMarkdown(Uri address) => address.AbsolutePath.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static bool Holds(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
