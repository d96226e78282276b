using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Extract.Commands.Piping;

/// <summary>One line of <c>pipe</c>'s input as a source, or why it is none.</summary>
/// <param name="Id">The id, where it could be read.</param>
/// <param name="Source">The source, or null.</param>
/// <param name="Error">Why there is none, or null.</param>
internal sealed record PipeInput(string? Id, Source? Source, string? Error)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>Reads a line. Never throws, whatever the bytes.</summary>
    public static PipeInput Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line, Options);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement) : new(null, null, Messages.NotJson("it is " + Kind(json.RootElement) + "."));
        }
        catch (JsonException e)
        {
            return new(null, null, Messages.NotJson(Shorter(e)));
        }
    }

    private static PipeInput Read(JsonElement line)
    {
        string? id = null;
        try
        {
            id = Text(line, "id");
            if (id is null) return new(null, null, Messages.MissingId);
            var (url, published, text, html) = (Text(line, "url"), Text(line, "published"), Text(line, "text"), Text(line, "html"));
            if (text is null == html is null) return new(id, null, Messages.OneOfTextAndHtml);
            if (published is not null && Day(published) is null) return new(id, null, Messages.NotADay(published));
            return new(id, ToSource(id, url, published, text ?? html!, html is null ? "text/plain" : "text/html"), null);
        }
        catch (FormatException e)
        {
            return new(id, null, e.Message);
        }
    }

    private static Source ToSource(string id, string? url, string? published, string text, string mediaType)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new()
        {
            Id = id,
            Uri = url,
            Published = published is null ? null : Day(published),
            Text = text,
            Bytes = bytes,
            MediaType = mediaType,
            Charset = "utf-8",
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        };
    }

    private static string? Text(JsonElement line, string field)
    {
        if (!line.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) throw new FormatException(Messages.NotAText(field));
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new FormatException(Messages.BrokenCharacter(field));
        }
    }

    // A time of day after the date is allowed: many exports write one.
    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Length > 10 && text[10] is 'T' or ' ' ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => value.GetRawText(),
    };

    // "… LineNumber: 0 | BytePositionInLine: 12." says less than "at byte 12".
    private static string Shorter(JsonException e)
    {
        var tail = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var what = (tail < 0 ? e.Message : e.Message[..tail]).TrimEnd('.', ' ');
        return e.BytePositionInLine is { } at ? string.Create(CultureInfo.InvariantCulture, $"{what} (at byte {at + 1}).") : what + ".";
    }
}
