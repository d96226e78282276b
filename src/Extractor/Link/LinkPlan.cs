using System.Collections.Immutable;

namespace Extract.Link;

/// <summary>A record as linking sees it.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="Key">Its <see cref="LinkKey"/>.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Length">How long its text is: the whole text leads over one that was cut.</param>
/// <param name="Decided">A person has decided on it: it must stay a record of its own name.</param>
public sealed record LinkEntry(string Id, string Key, RecordSource Source, int Length, bool Decided);

/// <summary>Which records become one. One deterministic pass over all records of a run in order of id, whatever order they came in.</summary>
public sealed class LinkPlan
{
    private readonly Dictionary<string, ImmutableArray<RecordSource>> _alsoIn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _absorbed = new(StringComparer.Ordinal);

    /// <summary>Nothing becomes one.</summary>
    public static LinkPlan None { get; } = new([]);

    /// <summary>The plan for records in order of id; only such as share a key need be given.</summary>
    public LinkPlan(IEnumerable<LinkEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var group in entries.GroupBy(entry => entry.Key, StringComparer.Ordinal)) Join([.. group]);
    }

    /// <summary>The record with its further sources, or null where it went into another.</summary>
    public Record? Apply(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (_absorbed.ContainsKey(record.Id)) return null;
        return _alsoIn.TryGetValue(record.Id, out var sources) ? record with { AlsoIn = sources } : record;
    }

    /// <summary>The id of the source whose record took the record of this id in, or null where it stands for itself.</summary>
    public string? AbsorbedBy(string id) => _absorbed.GetValueOrDefault(id);

    // Twice on one page is two items (two sessions of one name), so each record takes in at most one of every other source.
    private void Join(List<LinkEntry> group)
    {
        while (group.Count > 1)
        {
            var head = group.Find(entry => entry.Decided) ?? group.MaxBy(entry => entry.Length)!;
            var taken = new SortedDictionary<string, LinkEntry>(StringComparer.Ordinal);
            foreach (var entry in group)
                if (!entry.Decided && entry.Source.Id != head.Source.Id) taken.TryAdd(entry.Source.Id, entry);
            // All of one source: nobody takes anybody.
            if (taken.Count == 0 && !group.Exists(entry => entry.Decided && entry.Id != head.Id)) return;
            if (taken.Count > 0) _alsoIn[head.Id] = [.. taken.Values.Select(entry => entry.Source)];
            foreach (var entry in taken.Values) _absorbed[entry.Id] = head.Source.Id;
            group.RemoveAll(entry => entry.Id == head.Id || _absorbed.ContainsKey(entry.Id));
        }
    }
}
