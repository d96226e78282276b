using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Extract.Review;

/// <summary>JSON Patch (RFC 6902) over a record: <c>replace</c>, <c>add</c>, <c>remove</c>.</summary>
public static class JsonPatch
{
    /// <summary>The record with all changes made, in order. Throws <see cref="InvalidDataException"/> where one does not fit or the result is no record.</summary>
    public static Record Apply(Record record, IEnumerable<PatchOperation> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var node = JsonNode.Parse(RecordJson.ToJson(record))!;
        foreach (var change in changes) Apply(node, change);
        try
        {
            return RecordJson.FromJson(node.ToJsonString());
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw new InvalidDataException(Messages.ChangesMakeNoRecord(e.Message), e);
        }
    }

    private static void Apply(JsonNode root, PatchOperation change)
    {
        var steps = change.Path.Split('/').Skip(1).Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        var parent = steps.SkipLast(1).Aggregate((JsonNode?)root, Step);
        var value = change.Value is { } element ? JsonNode.Parse(element.GetRawText()) : null;
        switch (parent, change.Op)
        {
            case (JsonObject owner, "add" or "replace") when steps.Length > 0:
                owner[steps[^1]] = value;
                break;
            case (JsonObject owner, "remove") when steps.Length > 0:
                owner.Remove(steps[^1]);
                break;
            case (JsonArray list, "add") when steps[^1] == "-":
                list.Add(value);
                break;
            case (JsonArray list, "add") when Index(list, steps[^1], 1) is { } at:
                list.Insert(at, value);
                break;
            case (JsonArray list, "replace") when Index(list, steps[^1], 0) is { } at:
                list[at] = value;
                break;
            case (JsonArray list, "remove") when Index(list, steps[^1], 0) is { } at:
                list.RemoveAt(at);
                break;
            default:
                throw new InvalidDataException(Messages.ChangeDoesNotFit(change.Op, change.Path));
        }
    }

    private static JsonNode? Step(JsonNode? node, string step) => node switch
    {
        JsonObject owner => owner[step],
        JsonArray list when Index(list, step, 0) is { } at => list[at],
        _ => null,
    };

    private static int? Index(JsonArray list, string step, int beyond) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < list.Count + beyond ? at : null;
}
