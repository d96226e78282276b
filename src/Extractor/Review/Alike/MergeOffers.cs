using System.Collections.Immutable;

namespace Extract.Review.Alike;

/// <summary>A heading at which every page of a source was split wrongly.</summary>
internal static class MergeOffers
{
    public static ImmutableArray<Offer> Of(Record first, Record second, ICandidates candidates, int limit) =>
        [.. new[] { Offer(second, first, "merge-before", isAfter: false, candidates, limit), Offer(first, second, "merge-after", isAfter: true, candidates, limit) }.OfType<Offer>()];

    // The records of one title in other documents, each with its neighbour on the same side; no record is in two merges, and what a person has settled has been dealt with.
    private static Offer? Offer(Record titled, Record with, string key, bool isAfter, ICandidates candidates, int limit)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { titled.Id, with.Id };
        var offered = ImmutableArray.CreateBuilder<Offered>();
        foreach (var record in candidates.OfTitle(titled, limit))
        {
            if (DecisionStatus.IsSettled(record) || record.Source.Id == titled.Source.Id || !Sources.AreSame(titled, record) || !Sources.AreTitledAlike(titled, record) || taken.Contains(record.Id)) continue;
            if (candidates.Neighbour(record, isAfter) is not { } other || DecisionStatus.IsSettled(other.Record) || !taken.Add(other.Record.Id)) continue;
            taken.Add(record.Id);
            offered.Add(new(record, DecisionStatus.Open, [], Messages.Two(record.Title, other.Record.Title), (isAfter ? record : other.Record).Title) { With = other });
        }
        return offered.Count == 0 ? null : new(key, Messages.MergeAlike(offered.Count, titled.Title, isAfter), offered.ToImmutable());
    }
}
