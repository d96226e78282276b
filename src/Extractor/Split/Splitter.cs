using System.Collections.Immutable;
using Extract.Tag;
using Extract.Trained;

namespace Extract.Split;

/// <summary>
/// Cuts a document into announcements: proposes segmentations, takes the most probable with the page's other lists that are better than none, and keeps the
/// items that may announce something.
/// Pure and thread-safe.
/// </summary>
public sealed class Splitter
{
    /// <summary>The name of the model that chooses the segmentation.</summary>
    public const string SegmentationModel = "split.segmentation";
    /// <summary>The name of the model that keeps an item or drops it.</summary>
    public const string KeepModel = "split.keep";
    private const double KeepWholeAbove = 0.15; // what is found in it decides (Score/Announcing)
    private const double KeepItemAbove = 0.4; // of a list that was taken for one, an item that is dropped is the dearer mistake
    private const double UntaughtDated = 0.75, UntaughtUndated = 0.1; // where no model speaks: a guess, on the side that a date is on
    private const double Least = 0.01; // keeps what markup names from being beaten by an odds of nothing
    private readonly LinearModel? _segmentation;
    private readonly LinearModel? _keep;

    /// <summary>A splitter by the given models; without them it takes a page as one announcement, if it has a date.</summary>
    public Splitter(ModelSet models)
    {
        ArgumentNullException.ThrowIfNull(models);
        (_segmentation, _keep) = (models.Find(SegmentationModel), models.Find(KeepModel));
    }

    /// <summary>The announcements of a document, and what of it was dropped.</summary>
    public SplitResult Split(TaggedDocument tagged)
    {
        var page = new Page(tagged);
        if (page.Blocks.IsEmpty) return new([], [new(null, "no text")]);
        var (segmentation, probability) = Choose(page);
        var announcements = ImmutableArray.CreateBuilder<Announcement>();
        var dropped = ImmutableArray.CreateBuilder<Dropped>();
        var (features, list) = (new FeatureVector(), ListOf(page, segmentation));
        foreach (var item in segmentation.Items)
        {
            var kept = Keeps(page, segmentation.By, item, list, features);
            if (kept >= (list is null ? KeepWholeAbove : KeepItemAbove)) announcements.Add(Announce(page, segmentation, item, probability * kept));
            else dropped.Add(new(page.Span(item.First, item.Last), "announces nothing"));
        }
        dropped.AddRange(Gaps(page, segmentation));
        return new(announcements.ToImmutable(), dropped.ToImmutable());
    }

    /// <summary>
    /// The most probable segmentation, completed by those of other parts of the page, with its probability against the best of the other kind: the page as a
    /// whole, or as several.
    /// </summary>
    public (Segmentation Segmentation, double Probability) Choose(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var proposals = Segmenter.Propose(page).ToArray();
        if (_segmentation is null || proposals.Length == 1) return (proposals[0], 1);
        var (features, odds) = (new FeatureVector(), new double[proposals.Length]);
        for (var i = 0; i < proposals.Length; i++)
        {
            SegmentationFeatures.Write(page, proposals[i], features);
            odds[i] = _segmentation.Odds(features);
            if (proposals[i].By == MarkupItems.By) odds[i] = (odds[i] + Least) * Math.Exp(MarkupItems.Prior(page));
        }
        var best = Fullest(page, proposals, odds, Array.IndexOf(odds, odds.Max()));
        var against = best == 0 ? odds.Skip(1).Max() : odds[0];
        return (best == 0 ? proposals[0] : Completed(page, proposals, odds, best), odds[best] / (odds[best] + against));
    }

    // Of the cuts that are better than none, the one that keeps the best one's items and has more of their kind: what announces nothing is dropped afterwards, with its reason.
    private static int Fullest(Page page, Segmentation[] proposals, double[] odds, int best)
    {
        var (items, kinds) = (proposals[best].Items.ToHashSet(), proposals[best].Items.Select(item => page.Blocks[item.First].Block.Kind).ToHashSet());
        var fuller = Enumerable.Range(1, proposals.Length - 1).Where(i => best > 0 && odds[i] > odds[0] && proposals[i].Items.Length > items.Count
            && items.IsSubsetOf(proposals[i].Items) && proposals[i].Items.All(item => kinds.Contains(page.Blocks[item.First].Block.Kind)));
        return fuller.DefaultIfEmpty(best).MaxBy(i => odds[i]);
    }

    // A newsletter holds several lists: beside the best cut stand others, of other parts of the page, that are better than none; and lists of one item,
    // which no proposal is made of, where it begins with a date as all the others do.
    private static Segmentation Completed(Page page, Segmentation[] proposals, double[] odds, int best)
    {
        var items = proposals[best].Items;
        var others = Enumerable.Range(1, proposals.Length - 1).Where(i => i != best).OrderByDescending(i => odds[i]).ToArray();
        foreach (var i in others.Where(i => odds[i] > odds[0]))
            if (!proposals[i].Items.Any(item => Overlaps(items, item))) items = [.. items.Concat(proposals[i].Items).Order()];
        if (Look(page, items[0]) is { DateFirst: true } look && items.All(item => Look(page, item) == look))
            foreach (var item in others.SelectMany(i => proposals[i].Items).Where(item => Look(page, item) == look))
                if (!Overlaps(items, item)) items = [.. items.Append(item).Order()];
        return proposals[best] with { Items = items };
    }

    private static (BlockKind Kind, int Level, bool DateFirst) Look(Page page, (int First, int Last) item) =>
        (page.Blocks[item.First].Block.Kind, page.Blocks[item.First].Block.Level, page.Blocks[item.First].DateFirst);

    private static bool Overlaps(ImmutableArray<(int First, int Last)> items, (int First, int Last) other)
    {
        foreach (var (first, last) in items)
            if (first <= other.Last && other.First <= last) return true;
        return false;
    }

    /// <summary>What the items of a segmentation have in common; null for the whole page.</summary>
    internal static ItemList? ListOf(Page page, Segmentation segmentation) => segmentation.By == Segmentation.Whole ? null : new(page, segmentation.Items);

    private double Keeps(Page page, string by, (int First, int Last) item, ItemList? list, FeatureVector features)
    {
        if (_keep is null) return page.DatesIn(page.Span(item.First, item.Last)).Count > 0 ? UntaughtDated : UntaughtUndated;
        ItemFeatures.Write(page, by, item, list, features);
        var kept = _keep.Knows(features) ? _keep.Probability(features) : 0;
        return IsNamed(page, item) ? LogOdds.ToProbability(Math.Log((kept + Least) / (1 + Least - kept)) + MarkupItems.Prior(page)) : kept;
    }

    // Markup names what the item begins with, or the page's one event.
    private static bool IsNamed(Page page, (int First, int Last) item) =>
        page.MarkupStarts.BinarySearch(item.First) >= 0 || (page.MarkupStarts is [var only] && item.First <= only && only <= item.Last);

    private static Announcement Announce(Page page, Segmentation segmentation, (int First, int Last) item, double confidence) =>
        Announcements.Of(page, page.Span(item.First, item.Last), TitleFinder.Find(page, item), segmentation.By == Segmentation.Whole, confidence);

    private static IEnumerable<Dropped> Gaps(Page page, Segmentation segmentation)
    {
        var next = 0;
        foreach (var (first, last) in segmentation.Items.Append((page.Blocks.Length, page.Blocks.Length)))
        {
            if (first > next) yield return new(page.Span(next, first - 1), "stands outside the items of the list");
            next = last + 1;
        }
    }
}
