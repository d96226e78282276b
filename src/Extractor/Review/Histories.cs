using System.Collections.Immutable;
using System.Text.Json;

namespace Extract.Review;

/// <summary>The lines of decisions by record, in the order of time, and how each came from the ones before it. Immutable.</summary>
internal sealed class Histories
{
    private readonly Dictionary<string, ImmutableArray<Decision>> _byRecord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Decision> _holding = new(StringComparer.Ordinal);
    private readonly HashSet<string> _undone;
    private readonly HashSet<string> _made;

    /// <summary>The decisions in any order.</summary>
    public Histories(IEnumerable<Decision> decisions)
    {
        var lines = decisions.OrderBy(decision => decision.At).ToArray();
        _undone = lines.Select(line => line.Undoes).OfType<string>().ToHashSet(StringComparer.Ordinal);
        _made = lines.SelectMany(line => line.Made).Select(made => made.Id).ToHashSet(StringComparer.Ordinal);
        var touched = Touched(lines);
        foreach (var group in lines.SelectMany(line => RecordsOf(line, touched).Select(record => (record, line))).GroupBy(pair => pair.record, pair => pair.line, StringComparer.Ordinal))
            _byRecord[group.Key] = [.. group];
        foreach (var (record, history) in _byRecord)
            if (history.LastOrDefault(line => DecisionStatus.Holds(line.Status) && !IsUndone(line)) is { } last) _holding[record] = last;
        Standing = _byRecord.Where(pair => pair.Value.Any(line => line.Status != DecisionStatus.Undone && !IsUndone(line))).Select(pair => pair.Key).ToImmutableSortedSet(StringComparer.Ordinal);
    }

    /// <summary>The records of which any line speaks.</summary>
    public IReadOnlyCollection<string> Records => _byRecord.Keys;

    /// <summary>The records of which a line speaks that was not taken back, in order of id.</summary>
    public ImmutableSortedSet<string> Standing { get; }

    /// <summary>The lines of a record.</summary>
    public ImmutableArray<Decision> Of(string record) => _byRecord.GetValueOrDefault(record, []);

    /// <summary>The decision that holds, or null.</summary>
    public Decision? Holding(string record) => _holding.GetValueOrDefault(record);

    /// <summary>True where it was taken back.</summary>
    public bool IsUndone(Decision decision) => _undone.Contains(decision.Id) || (decision.Batch is { } batch && _undone.Contains(batch));

    /// <summary>True for a record that a split has ever made.</summary>
    public bool IsMade(string record) => _made.Contains(record);

    /// <summary>The decision and those on which it builds, the latest first: each was made on the record as the one after it in the list had decided it.</summary>
    public IEnumerable<Decision> Chain(Decision decision)
    {
        for (Decision? link = decision; link is not null; link = Before(link)) yield return link;
    }

    /// <summary>The record as it was before the first decision of the chain, at the place in its document where it stood when the last one was made.</summary>
    public Record Base(Decision decision) =>
        Before(decision) is { } before ? Moving.By(Base(before), decision.Record!.Start - before.Decided().Start) : decision.Record!;

    /// <summary>The decision that a record shows as its last one, among the first lines of its history; null where it is not there, or what a split made is shown as that made it.</summary>
    public Decision? Shown(Record record, int before)
    {
        if (record.Review is not { } review) return null;
        var history = Of(record.Id);
        for (var i = Math.Min(before, history.Length) - 1; i >= 0; i--)
            if (IsOf(history[i], review) && IsLeftBy(history[i], record)) return history[i];
        return null;
    }

    private Decision? Before(Decision decision) => decision.Record is { Review: not null } shown ? Shown(shown, Of(shown.Id).IndexOf(decision)) : null;

    // Records state times to the second.
    private static bool IsOf(Decision decision, ReviewOutcome review) =>
        DecisionStatus.Holds(decision.Status) && decision.By == review.By && decision.At.ToUnixTimeSeconds() == review.At.ToUnixTimeSeconds() && Same(decision.Changes, review.Changes);

    // What a split made waits under the split's own moment: whoever settles it within that second without a change would else have left it waiting.
    private static bool IsLeftBy(Decision decision, Record record) => decision.Status == DecisionStatus.Open ? record.Status != DecisionStatus.Rejected : record.Status == decision.Status;

    private static bool Same(ImmutableArray<PatchOperation> some, ImmutableArray<PatchOperation> others) =>
        some.Length == others.Length && some.Zip(others).All(pair => pair.First.Op == pair.Second.Op && pair.First.Path == pair.Second.Path && Same(pair.First.Value, pair.Second.Value));

    private static bool Same(JsonElement? one, JsonElement? other) => one is { } some && other is { } more ? JsonElement.DeepEquals(some, more) : Absent(one) && Absent(other);

    private static bool Absent(JsonElement? value) => value is null or { ValueKind: JsonValueKind.Null };

    // Which records each decision and each batch speaks of.
    private static Dictionary<string, HashSet<string>> Touched(Decision[] lines)
    {
        var touched = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Record is not null && line.Status != DecisionStatus.Undone))
            foreach (var name in new[] { line.Id, line.Batch }.OfType<string>())
            {
                if (!touched.TryGetValue(name, out var records)) touched[name] = records = new(StringComparer.Ordinal);
                records.Add(line.Record!.Id);
            }
        return touched;
    }

    // What takes others back speaks of their records, whether or not it names one.
    private static HashSet<string> RecordsOf(Decision line, Dictionary<string, HashSet<string>> touched) =>
        line.Undoes is { } target && touched.TryGetValue(target, out var records) ? records : line.Record is { } record ? [record.Id] : [];
}
