using System.Collections.Immutable;

namespace Extract.Review.Alike;

/// <summary>What one correction of a record means for others.</summary>
/// <param name="Key">Its name among those of one correction.</param>
/// <param name="Say">The offer as a question, from how many records there are.</param>
/// <param name="Candidates">Where to look.</param>
/// <param name="Change">A candidate with the same correction, or null where it has not the same value as the corrected one had.</param>
/// <param name="Words">What the correction is about, of a record before and after it.</param>
internal sealed record Rule(string Key, Func<int, string> Say, IEnumerable<Record> Candidates, Func<Record, Record?> Change, Func<Record, string> Words)
{
    /// <summary>The offer, or null where no record is like this one. What a person has settled is never offered: it may be found yet while the index is being made.</summary>
    public Offer? Offer(string corrected)
    {
        var records = Candidates.Where(candidate => candidate.Id != corrected && !DecisionStatus.IsSettled(candidate)).DistinctBy(candidate => candidate.Id).Select(Offered).OfType<Offered>().ToImmutableArray();
        return records.IsEmpty ? null : new(Key, Say(records.Length), records);
    }

    private Offered? Offered(Record candidate)
    {
        if (Change(candidate) is not { } changed) return null;
        var changes = Differences.Of(candidate, changed);
        if (changed.Status == DecisionStatus.Rejected) return new(candidate, DecisionStatus.Rejected, [], Words(candidate), Words(changed));
        return changes.IsEmpty ? null : new(candidate, DecisionStatus.Open, changes, Words(candidate), Words(changed));
    }
}
