using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Extract.Review;

/// <summary>Decisions as lines of JSON. Lines of an older version, without the fields that came later, are read as they were meant.</summary>
public static class DecisionJson
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The decision of one line. Throws <see cref="InvalidDataException"/> with our own words where it is none, or its changes do not fit its record.</summary>
    public static Decision FromLine(string json)
    {
        try
        {
            var decision = Parse(JsonNode.Parse(json)!);
            if (!DecisionStatus.IsOne(decision.Status)) throw new InvalidDataException(Messages.DecisionStatus(decision.Status));
            if (decision.Record is not null && DecisionStatus.Holds(decision.Status)) decision.Decided();
            return decision;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or NullReferenceException or ArgumentException)
        {
            throw new InvalidDataException(e is JsonException { Path: null or "" } ? Messages.DecisionIsNoJson : Messages.DecisionLacks, e);
        }
    }

    /// <summary>The decision as one line of JSON, without a line end.</summary>
    public static string ToLine(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var line = new JsonObject
        {
            ["id"] = decision.Id,
            ["by"] = decision.By,
            ["at"] = Moment(decision.At),
            ["status"] = decision.Status,
            ["changes"] = JsonSerializer.SerializeToNode(decision.Changes, Web),
            ["record"] = decision.Record is null ? null : JsonNode.Parse(RecordJson.ToJson(decision.Record)),
        };
        if (decision.Note is { } note) line["note"] = note;
        if (decision.Batch is { } batch) line["batch"] = batch;
        if (decision.Of > 1) line["of"] = decision.Of;
        if (!decision.Made.IsEmpty) line["made"] = new JsonArray([.. decision.Made.Select(made => JsonNode.Parse(RecordJson.ToJson(made)))]);
        if (decision.Into is { } into) line["into"] = into;
        if (decision.Undoes is { } undoes) line["undoes"] = undoes;
        return line.ToJsonString(Web);
    }

    /// <summary>A moment as decisions write it: UTC, to the thousandth.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    private static Decision Parse(JsonNode node)
    {
        var (at, status) = ((DateTimeOffset)node["at"]!, (string)node["status"]!);
        var record = status == DecisionStatus.Undone && node["record"] is null ? null : RecordOf(node["record"]);
        if (status == DecisionStatus.Undone) ArgumentNullException.ThrowIfNull((string?)node["undoes"]);
        var changes = node["changes"] is null && status == DecisionStatus.Undone ? [] : node["changes"].Deserialize<ImmutableArray<PatchOperation>>(Web);
        if (changes.IsDefault) throw new FormatException();
        return new((string?)node["by"] ?? throw new FormatException(), at, status, changes, record)
        {
            Id = (string?)node["id"] ?? Decision.OldId(record?.Id ?? "", at),
            Note = (string?)node["note"],
            Batch = (string?)node["batch"],
            Of = (int?)node["of"] ?? 1,
            Made = node["made"] is JsonArray made ? [.. made.Select(RecordOf)] : [],
            Into = (string?)node["into"],
            Undoes = (string?)node["undoes"],
        };
    }

    private static Record RecordOf(JsonNode? node) => RecordJson.FromJson(node!.ToJsonString());
}
