using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Extract.Models;

/// <summary>How records are written: camel case, nulls kept, é readable, one line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Record))]
internal sealed partial class RecordContext : JsonSerializerContext;

/// <summary>Reads and writes records as the contract has them.</summary>
public static class RecordJson
{
    // Readable é and no \u00e9: the records are UTF-8 files, never embedded in HTML.
    private static readonly JsonSerializerOptions Options = new(RecordContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = RecordContext.Default,
        Converters = { new TimeConverter(), new InstantConverter() },
    };

    /// <summary>The record as one line of JSON, without a line end.</summary>
    public static string ToJson(Record record) => JsonSerializer.Serialize(record, Options);

    /// <summary>The record as UTF-8 JSON, without a line end.</summary>
    public static byte[] ToUtf8(Record record) => JsonSerializer.SerializeToUtf8Bytes(record, Options);

    /// <summary>The record of one line of JSON; unknown fields are ignored. Throws <see cref="JsonException"/> where it is none.</summary>
    public static Record FromJson(string json) =>
        JsonSerializer.Deserialize<Record>(json, Options) ?? throw new JsonException("a record is expected, found null");

    /// <inheritdoc cref="FromJson(string)"/>
    public static Record FromJson(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Record>(json, Options) ?? throw new JsonException("a record is expected, found null");

    /// <summary>Clock times as <c>09:00</c>: announcements state no seconds.</summary>
    private sealed class TimeConverter : JsonConverter<TimeOnly>
    {
        public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TimeOnly.TryParseExact(reader.GetString(), "HH:mm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var time)
                ? time : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Instants in UTC to the second: <c>2018-06-04T09:00:00Z</c>.</summary>
    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }
}
