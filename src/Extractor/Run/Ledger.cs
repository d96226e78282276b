using System.Text.Encodings.Web;
using System.Text.Json;
using Extract.Publish;

namespace Extract.Run;

/// <summary>Writes <c>ledger.jsonl</c>: a line for every document of the run, in order of input.</summary>
internal static class Ledger
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task WriteAsync(string path, IEnumerable<LedgerEntry> entries) => AtomicFile.WriteAsync(path, stream =>
    {
        using var json = new Utf8JsonWriter(stream, Options);
        foreach (var entry in entries)
        {
            Write(json, entry);
            json.Flush();
            json.Reset();
            stream.WriteByte((byte)'\n');
        }
        return Task.CompletedTask;
    });

    private static void Write(Utf8JsonWriter json, LedgerEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("input", entry.Input);
        json.WriteString("source", entry.Source);
        json.WriteString("outcome", State.Name(entry.Outcome));
        json.WriteNumber("records", entry.Records);
        json.WriteNumber("linked", entry.Linked);
        json.WriteString("why", entry.Why);
        json.WritePropertyName("dropped");
        json.WriteRawValue(entry.Dropped);
        json.WriteEndObject();
    }
}
