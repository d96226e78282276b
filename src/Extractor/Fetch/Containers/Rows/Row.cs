using System.Globalization;
using System.Net;
using System.Text;

namespace Extract.Fetch.Containers.Rows;

/// <summary>One row of a table, or one JSON line, or why it is none.</summary>
internal sealed record Row
{
    /// <summary>Its id, or null.</summary>
    public string? Id { get; init; }
    /// <summary>Its text; null where it is HTML.</summary>
    public string? Text { get; init; }
    /// <summary>Its HTML; null where it is text.</summary>
    public string? Html { get; init; }
    /// <summary>Its web address, or null.</summary>
    public string? Url { get; init; }
    /// <summary>When it was published, or null.</summary>
    public DateOnly? Published { get; init; }
    /// <summary>Its title where that stands apart, or null.</summary>
    public string? Title { get; init; }
    /// <summary>Why it cannot be used, or null.</summary>
    public string? Error { get; init; }

    /// <summary>The entry of a container: a document, named by its id or its number.</summary>
    public ContainerEntry ToEntry(int number)
    {
        var name = Id ?? number.ToString(CultureInfo.InvariantCulture);
        if (Error is not null) return ContainerEntry.Lost(name, Error, "");
        return new()
        {
            Name = name,
            Stream = new MemoryStream(Encoding.UTF8.GetBytes(Html is { } html ? WithHeading(html) : WithTitle(Text!))),
            IsDocument = true,
            Uri = Url,
            MediaType = Html is null ? "text/plain" : "text/html",
            Charset = "utf-8",
            Published = Published,
        };
    }

    /// <summary>A day as ISO 8601 writes it; a time of day after it is allowed: many exports write one.</summary>
    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Length > 10 && text[10] is 'T' or ' ' ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // A text without its title is half of it; many hold it already.
    private string WithTitle(string text) => Title is null || IsFirstLine(Title.AsSpan().Trim(), text.AsSpan().TrimStart()) ? text : $"{Title.Trim()}\n\n{text}";

    // A sentence that begins with the words of the title is none.
    private static bool IsFirstLine(ReadOnlySpan<char> title, ReadOnlySpan<char> text) =>
        text.StartsWith(title, StringComparison.OrdinalIgnoreCase) && (text[title.Length..].TrimStart(" \t.:") is { IsEmpty: true } or ['\r' or '\n', ..]);

    private string WithHeading(string html) => Title is null || html.Contains("<title", StringComparison.OrdinalIgnoreCase) || html.Contains("<h1", StringComparison.OrdinalIgnoreCase)
        ? html : $"<article><h1>{WebUtility.HtmlEncode(Title.Trim())}</h1>{html}</article>";
}
