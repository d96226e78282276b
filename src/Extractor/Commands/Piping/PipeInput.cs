using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

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
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement, BrokenByte(line.Span)) : new(null, null, Messages.NotJson("it is " + Kind(json.RootElement) + "."));
        }
        catch (JsonException e)
        {
            return new(null, null, Messages.NotJson(Shorter(e)));
        }
    }

    // Where the line is no UTF-8; null where it is.
    private static int? BrokenByte(ReadOnlySpan<byte> line)
    {
        if (Utf8.IsValid(line)) return null;
        var at = 0;
        while (Rune.DecodeFromUtf8(line[at..], out _, out var length) == OperationStatus.Done) at += length;
        return at + 1;
    }

    private static PipeInput Read(JsonElement line, int? brokenByte)
    {
        string? id = null;
        try
        {
            id = Given(line);
            if (brokenByte is { } at) return new(id, null, Messages.NotUtf8(at));
            if (Text(line, "id") is null) return new(null, null, Messages.MissingId);
            if (string.IsNullOrWhiteSpace(id)) return new(id, null, Messages.EmptyId);
            var (url, published, text, html) = (Text(line, "url"), Text(line, "published"), Text(line, "text"), Text(line, "html"));
            if (text is null == html is null) return new(id, null, Messages.OneOfTextAndHtml);
            if (published is not null && Day(published) is null) return new(id, null, Messages.NotADay(published));
            return new(id, ToSource(id!, url, published, text ?? html!, html is null ? "text/plain" : "text/html"), null);
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

    // An id that is no text is none, and yet the one by which the user finds the line.
    private static string? Given(JsonElement line)
    {
        if (!line.TryGetProperty("id", out var id) || id.ValueKind is JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array) return null;
        try
        {
            return id.ValueKind == JsonValueKind.String ? id.GetString() : id.GetRawText();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
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
