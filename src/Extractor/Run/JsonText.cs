using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Extract.Run;

/// <summary>One JSON object for machines, as a text that people can read too.</summary>
internal static class JsonText
{
    /// <summary>The object whose members are written.</summary>
    public static string Of(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
