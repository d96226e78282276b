namespace Extract.Run;

/// <summary>What a run comes to, counted as documents and records are written, so that none is read a second time for it.</summary>
internal sealed class Tally
{
    /// <summary>The documents by their end.</summary>
    public SortedDictionary<Outcome, int> Documents { get; } = [];

    /// <summary>The records by status.</summary>
    public SortedDictionary<string, int> Statuses { get; } = new(StringComparer.Ordinal);

    /// <summary>Reasons of dropped documents.</summary>
    public SortedDictionary<string, int> DroppedWhy { get; } = new(StringComparer.Ordinal);

    /// <summary>The first documents that failed, with why, in order of input; all stand in the ledger.</summary>
    public List<(string Input, string Why)> Failures { get; } = [];

    /// <summary>The announcements of the documents, before any became one with another.</summary>
    public int Announcements { get; private set; }

    /// <summary>Of them, those that stand in the record of another.</summary>
    public int Linked { get; private set; }

    /// <summary>The records on which a person's decision stands.</summary>
    public int Decided { get; private set; }

    /// <summary>The record, counted.</summary>
    public Record Counted(Record record, bool isDecided)
    {
        Add(Statuses, record.Status);
        if (isDecided) Decided++;
        return record;
    }

    /// <summary>The document's line of the ledger, counted.</summary>
    public LedgerEntry Counted(LedgerEntry entry)
    {
        Add(Documents, entry.Outcome);
        if (entry.Outcome == Outcome.Dropped) Add(DroppedWhy, entry.Why ?? "");
        if (entry.Outcome == Outcome.Failed && Failures.Count < Summary.Listed) Failures.Add((entry.Input, entry.Why ?? ""));
        (Announcements, Linked) = (Announcements + entry.Records + entry.Linked, Linked + entry.Linked);
        return entry;
    }

    private static void Add<TKey>(SortedDictionary<TKey, int> counts, TKey key) where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
}
