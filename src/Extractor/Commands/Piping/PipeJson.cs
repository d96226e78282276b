using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Extract.Publish;
using Extract.Resolve;

namespace Extract.Commands.Piping;

/// <summary>The lines that <c>pipe</c> writes beside records.</summary>
internal static class PipeJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One object as a line of UTF-8.</summary>
    public static byte[] Line(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    public static byte[] Error(string? id, int line, string error) => Line(json =>
    {
        json.WriteString("id", id);
        json.WriteNumber("line", line);
        json.WriteString("error", error);
    });

    public static byte[] Dropped(string id, string why) => Line(json =>
    {
        json.WriteString("id", id);
        json.WriteString("dropped", why);
    });

    public static byte[] Document(Document document) => Line(json =>
    {
        json.WriteString("id", document.Source.Id);
        json.WriteString("title", document.Title);
        json.WriteString("published", Iso.Day(document.Published));
        json.WriteString("language", document.Language);
        json.WriteString("text", document.Text);
    });

    public static byte[] Mentions(Document document, ImmutableArray<Mention> mentions) => Line(json =>
    {
        json.WriteString("id", document.Source.Id);
        json.WriteStartArray("mentions");
        foreach (var mention in mentions)
        {
            Start(json, State(mention.Kind), mention.Span.Start, mention.Span.End, mention.Span.Of(document.Text));
            ValueJson.Write(json, mention.Value, document.Published);
            json.WriteString("by", mention.Evidence.By);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    public static byte[] Announcements(Document document, ImmutableArray<Announcement> announcements) => Line(json =>
    {
        json.WriteString("id", document.Source.Id);
        json.WriteStartArray("announcements");
        foreach (var announcement in announcements)
        {
            Start(json, "announcement", announcement.Span.Start, announcement.Span.End, announcement.Span.Of(document.Text));
            json.WriteString("value", announcement.Title);
            json.WriteString("by", "split");
            json.WriteNumber("confidence", Math.Round(announcement.Confidence, 4));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    public static byte[] Findings(Document document, ImmutableArray<Findings> all) => Line(json =>
    {
        json.WriteString("id", document.Source.Id);
        json.WriteStartArray("findings");
        foreach (var (index, findings) in all.Index()) FindingsJson.Write(json, index, findings, document.Text);
        json.WriteEndArray();
    });

    /// <summary>Opens an object with what every entry has; null offsets for what stands in markup only.</summary>
    public static void Start(Utf8JsonWriter json, string kind, int? start, int? end, string? text)
    {
        json.WriteStartObject();
        json.WriteString("kind", kind);
        Number(json, "start", start);
        Number(json, "end", end);
        json.WriteString("text", text);
    }

    public static void Number(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    /// <summary><c>EventType</c> as <c>eventType</c>.</summary>
    private static string State(MentionKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
