using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Extract.Review;

/// <summary>The changes that make one record of another, as a JSON Patch: field by field, and in lists value by value.</summary>
public static class Differences
{
    // What a run says of a record, not what a person can change in it.
    private static readonly string[] Kept = ["schema", "id", "revision", "source", "alsoIn", "status", "review", "madeBy", "confidence"];

    /// <summary>The changes, in order, so that <see cref="JsonPatch.Apply(Record, IEnumerable{PatchOperation})"/> makes <paramref name="to"/> of <paramref name="from"/> in all that a person can change.</summary>
    public static ImmutableArray<PatchOperation> Of(Record from, Record to)
    {
        var changes = ImmutableArray.CreateBuilder<PatchOperation>();
        var (before, after) = (JsonNode.Parse(RecordJson.ToJson(from))!.AsObject(), JsonNode.Parse(RecordJson.ToJson(to))!.AsObject());
        foreach (var name in Kept) (before[name], after[name]) = (null, null);
        Objects("", before, after, changes);
        return changes.ToImmutable();
    }

    /// <summary>By what a record is known again as far as a person can change it: 16 digits. Two runs that say the same of it give the same.</summary>
    public static string Print(Record record)
    {
        var node = JsonNode.Parse(RecordJson.ToJson(record))!.AsObject();
        foreach (var name in Kept.Append("questions")) node.Remove(name);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(node.ToJsonString())).AsSpan(0, 8));
    }

    private static void Objects(string path, JsonObject before, JsonObject after, ImmutableArray<PatchOperation>.Builder changes)
    {
        foreach (var (name, _) in before.Where(field => !after.ContainsKey(field.Key))) changes.Add(new("remove", $"{path}/{name}", null));
        foreach (var (name, value) in after)
            if (!before.TryGetPropertyValue(name, out var old)) changes.Add(new("add", $"{path}/{name}", Element(value)));
            else Values($"{path}/{name}", old, value, changes);
    }

    private static void Values(string path, JsonNode? before, JsonNode? after, ImmutableArray<PatchOperation>.Builder changes)
    {
        if (JsonNode.DeepEquals(before, after)) return;
        if (before is JsonObject was && after is JsonObject now) Objects(path, was, now, changes);
        else if (before is JsonArray list && after is JsonArray longer && list.Concat(longer).Any(item => item is JsonObject)) Lists(path, list, longer, changes);
        else changes.Add(new("replace", path, Element(after)));
    }

    // As many as before: each is changed at its place. Else those that stayed are found by their equals, and the others go and come.
    private static void Lists(string path, JsonArray before, JsonArray after, ImmutableArray<PatchOperation>.Builder changes)
    {
        if (before.Count == after.Count)
        {
            for (var i = 0; i < before.Count; i++) Values(At(path, i), before[i], after[i], changes);
            return;
        }
        var kept = Common(before, after);
        for (var i = before.Count - 1; i >= 0; i--)
            if (!kept.Any(pair => pair.Before == i)) changes.Add(new("remove", At(path, i), null));
        for (var i = 0; i < after.Count; i++)
            if (!kept.Any(pair => pair.After == i)) changes.Add(new("add", At(path, i), Element(after[i])));
    }

    // The longest common subsequence: lists of a record have a few dozen values at the most.
    private static ImmutableArray<(int Before, int After)> Common(JsonArray before, JsonArray after)
    {
        var length = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
            for (var j = after.Count - 1; j >= 0; j--)
                length[i, j] = JsonNode.DeepEquals(before[i], after[j]) ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
        var common = ImmutableArray.CreateBuilder<(int, int)>();
        for (var (i, j) = (0, 0); i < before.Count && j < after.Count;)
            if (JsonNode.DeepEquals(before[i], after[j])) common.Add((i++, j++));
            else if (length[i + 1, j] >= length[i, j + 1]) i++;
            else j++;
        return common.ToImmutable();
    }

    private static string At(string path, int place) => string.Create(CultureInfo.InvariantCulture, $"{path}/{place}");

    private static JsonElement? Element(JsonNode? node) => node is null ? null : JsonSerializer.SerializeToElement(node);
}
