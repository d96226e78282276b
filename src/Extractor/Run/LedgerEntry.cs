namespace Extract.Run;

/// <summary>One line of the ledger: the one end of a document.</summary>
/// <param name="Input">What was asked for.</param>
/// <param name="Source">The source's id.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Records">The records that it gave.</param>
/// <param name="Linked">Its announcements that stand in records of other documents.</param>
/// <param name="Why">Why it was dropped, failed or is a duplicate.</param>
/// <param name="Dropped">What of it gave no record, as JSON.</param>
internal sealed record LedgerEntry(string Input, string Source, Outcome Outcome, int Records, int Linked, string? Why, string Dropped);
