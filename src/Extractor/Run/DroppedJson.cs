using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Extract.Run;

/// <summary>What of a document gave no record, as the JSON that the ledger shows.</summary>
internal static class DroppedJson
{
    public static string Of(ImmutableArray<Dropped> dropped)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (var drop in dropped)
            {
                json.WriteStartObject();
                Number(json, "start", drop.Span?.Start);
                Number(json, "end", drop.Span?.End);
                json.WriteString("why", drop.Why);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Number(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }
}
