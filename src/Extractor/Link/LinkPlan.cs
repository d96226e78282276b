using System.Collections.Immutable;

namespace Extract.Link;

/// <summary>A record as linking sees it.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="Key">Its <see cref="LinkKey"/>.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Length">How long its text is: the whole text leads over one that was cut.</param>
/// <param name="Decided">A person has decided on it: it must stay a record of its own name.</param>
public sealed record LinkEntry(string Id, string Key, RecordSource Source, int Length, bool Decided);

/// <summary>Which records become one. One deterministic pass over all records of a run, whatever order they came in; those of one key at a time are held.</summary>
public sealed class LinkPlan
{
    private readonly Dictionary<string, ImmutableArray<RecordSource>> _alsoIn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _absorbed = new(StringComparer.Ordinal);

    /// <summary>Nothing becomes one.</summary>
    public static LinkPlan None { get; } = new([]);

    /// <summary>The plan for records in order of key and then of id; only such as share a key need be given.</summary>
    public LinkPlan(IEnumerable<LinkEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var group = new List<LinkEntry>();
        foreach (var entry in entries)
        {
            if (group.Count > 0 && group[0].Key != entry.Key)
            {
                Join([.. group]);
                group.Clear();
            }
            group.Add(entry);
        }
        Join([.. group]);
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

    // Twice on one page is two items (two sessions of one name), so each record takes in at most one of every other source. Those that a person decided on lead, then the longest.
    private void Join(ImmutableArray<LinkEntry> group)
    {
        var waiting = new SortedDictionary<string, Queue<LinkEntry>>(StringComparer.Ordinal);
        foreach (var source in group.Where(entry => !entry.Decided).GroupBy(entry => entry.Source.Id, StringComparer.Ordinal)) waiting[source.Key] = new(source);
        var heads = new HashSet<string>(StringComparer.Ordinal);
        foreach (var head in group.OrderBy(entry => entry.Decided ? 0 : 1).ThenByDescending(entry => entry.Decided ? 0 : entry.Length))
        {
            if (_absorbed.ContainsKey(head.Id)) continue;
            heads.Add(head.Id);
            var taken = Take(waiting, head.Source.Id, heads);
            if (taken.Count > 0) _alsoIn[head.Id] = [.. taken.Select(entry => entry.Source)];
            foreach (var entry in taken) _absorbed[entry.Id] = head.Source.Id;
        }
    }

    // The next one of every other source, in order of source; a source of which none is left goes, so that all the rounds together cost no more than there are records.
    private static List<LinkEntry> Take(SortedDictionary<string, Queue<LinkEntry>> waiting, string own, HashSet<string> heads)
    {
        var (taken, emptied) = (new List<LinkEntry>(), new List<string>());
        foreach (var (source, queue) in waiting)
        {
            if (source == own) continue;
            while (queue.TryPeek(out var next) && heads.Contains(next.Id)) queue.Dequeue();
            if (queue.TryDequeue(out var entry)) taken.Add(entry);
            else emptied.Add(source);
        }
        foreach (var source in emptied) waiting.Remove(source);
        return taken;
    }
}
