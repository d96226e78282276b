using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Extract.Fetch.Containers.Rows;

/// <summary>One JSON line as a row: an object with <c>text</c> or <c>html</c>.</summary>
internal static class JsonRow
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>Reads a line. Never throws, whatever the bytes. A null field counts as absent.</summary>
    public static Row Parse(ReadOnlyMemory<byte> line, Columns columns)
    {
        try
        {
            using var json = JsonDocument.Parse(line, Options);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement, columns, BrokenByte(line.Span)) : new() { Error = Messages.NotJson("it is " + Kind(json.RootElement) + ".") };
        }
        catch (JsonException e)
        {
            // No JSON holds a nought, and all Latin text in UTF-16 does.
            return new() { Error = line.Span.Contains((byte)0) ? Messages.Utf16 : Messages.NotJson(Shorter(e)) };
        }
    }

    private static Row Read(JsonElement line, Columns columns, int? brokenByte)
    {
        string? id = null;
        try
        {
            id = Given(line, columns);
            if (brokenByte is { } at) return new() { Id = id, Error = Messages.NotUtf8(at) };
            if (columns.IsPipe && Text(line, columns, "id") is null) return new() { Error = Messages.MissingId };
            if (string.IsNullOrWhiteSpace(id))
            {
                if (columns.IsPipe) return new() { Id = id, Error = Messages.EmptyId };
                id = null;
            }
            var row = new Row
            {
                Id = id,
                Url = Text(line, columns, "url"),
                Text = Text(line, columns, "text"),
                Html = Text(line, columns, "html"),
                Title = Text(line, columns, "title"),
            };
            if (row.Text is null && row.Html is null) return row with { Error = Messages.NoTextAmong(Names(line)) };
            if (row.Text is not null && row.Html is not null) return row with { Error = Messages.OneOfTextAndHtml };
            if (Text(line, columns, "published") is not { } published) return row;
            return Row.Day(published) is { } day ? row with { Published = day } : row with { Error = Messages.NotADay(published) };
        }
        catch (FormatException e)
        {
            return new() { Id = id, Error = e.Message };
        }
    }

    // An id that is no text is none in pipe, and yet the one by which the user finds the line; exports number their rows.
    private static string? Given(JsonElement line, Columns columns)
    {
        if (columns.Find("id", name => line.TryGetProperty(name, out _)) is not { } field || line.GetProperty(field) is not { ValueKind: JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } id) return null;
        try
        {
            return id.ValueKind == JsonValueKind.String ? id.GetString() : id.GetRawText();
        }
        catch (InvalidOperationException)
        {
            return null;
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

    private static string? Text(JsonElement line, Columns columns, string what)
    {
        if (columns.Find(what, name => line.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null) is not { } field) return null;
        var value = line.GetProperty(field);
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

    // One that is no text at all is left out: it tells nobody which word is mistyped.
    private static IEnumerable<string> Names(JsonElement line)
    {
        foreach (var property in line.EnumerateObject())
            if (property.Value.ValueKind != JsonValueKind.Null && NameOf(property) is { } name) yield return name;
    }

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name.ReplaceLineEndings(" ");
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

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
