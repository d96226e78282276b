using System.Collections.Immutable;

namespace Extract.Review.Alike;

/// <summary>
/// One answer, many records: what a correction of one record means for others that wait and have the same value in the same words. A record whose value is not the one that was corrected
/// is never offered.
/// </summary>
public static class Alikes
{
    /// <summary>How many records one offer looks at, unless told.</summary>
    public const int Usual = 2000;

    /// <summary>The offers of a decision. Throws <see cref="InvalidDataException"/> where the changes do not fit the record.</summary>
    /// <param name="shown">The record as it was when it was decided on.</param>
    /// <param name="status">The decision's status.</param>
    /// <param name="changes">Its changes, against <paramref name="shown"/>.</param>
    /// <param name="candidates">Where other records are found.</param>
    /// <param name="limit">How many records one offer looks at.</param>
    public static ImmutableArray<Offer> Of(Record shown, string status, ImmutableArray<PatchOperation> changes, ICandidates candidates, int limit = Usual)
    {
        ArgumentNullException.ThrowIfNull(shown);
        if (status == DecisionStatus.Rejected) return Offers(shown, [LabelRules.Rejected(shown, candidates.OfTitle(shown, limit))]);
        if (changes.IsEmpty || !DecisionStatus.Holds(status)) return [];
        var decided = JsonPatch.Apply(shown, changes);
        return Offers(shown,
        [
            .. Corrected(shown.Organizations, decided.Organizations).SelectMany(pair => OrganizationRules.Of(shown, pair.Old, pair.New, candidates, limit)),
            .. Corrected(shown.Cities, decided.Cities).SelectMany(pair => CityRules.Of(shown, pair.Old, pair.New, candidates, limit)),
            .. Corrected(shown.Dates, decided.Dates).SelectMany(pair => DateRules.Of(shown, pair.Old, pair.New, candidates, limit)),
            .. LabelRules.Of(shown, decided, candidates, limit),
        ]);
    }

    /// <summary>The offers of a merge, the one that stands first in the document first: the same where other documents of the source have records of the same titles.</summary>
    public static ImmutableArray<Offer> OfMerge(Record first, Record second, ICandidates candidates, int limit = Usual) => MergeOffers.Of(first, second, candidates, limit);

    // Two dates of one list were corrected alike: that is one offer.
    private static ImmutableArray<Offer> Offers(Record shown, IEnumerable<Rule> rules) => [.. rules.DistinctBy(rule => rule.Key).Select(rule => rule.Offer(shown.Id)).OfType<Offer>()];

    // The values that were corrected or taken out: what stands at the same words is the same value.
    private static IEnumerable<(T Old, T? New)> Corrected<T>(ImmutableArray<T> before, ImmutableArray<T> after) where T : Finding
    {
        var left = after.ToList();
        foreach (var old in before)
        {
            var at = left.FindIndex(other => other.Text == old.Text && other.Start == old.Start && other.End == old.End);
            if (at < 0) yield return (old, null);
            else if (left[at] != old) yield return (old, left[at]);
            if (at >= 0) left.RemoveAt(at);
        }
    }
}
