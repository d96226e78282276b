using System.Collections.Immutable;

namespace Extract.Review;

/// <summary>The records that wait for a person: what a run wrote, less what has been decided since. One whose text changed after its decision waits again. Safe to share between threads.</summary>
/// <param name="records">The records of the run.</param>
/// <param name="decisions">What people decided.</param>
public sealed class WaitingRecords(IEnumerable<Record> records, Decisions decisions)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _settled = [];
    private readonly ImmutableArray<Record> _waiting =
        [.. records.Where(record => record.Status == "needs-review" && !decisions.Settle(record)).OrderByDescending(record => record.Confidence).ThenBy(record => record.Id, StringComparer.Ordinal)];

    /// <summary>What waits, the nearest to acceptance first: it costs the least to settle.</summary>
    public ImmutableArray<Record> Waiting()
    {
        lock (_lock) return [.. _waiting.Where(record => !_settled.Contains(record.Id))];
    }

    /// <summary>A record that waits, or null.</summary>
    public Record? Find(string id) => Waiting().FirstOrDefault(record => record.Id == id);

    /// <summary>Takes a record out once its decision is on the disk.</summary>
    public void Settle(string id)
    {
        lock (_lock) _settled.Add(id);
    }
}
