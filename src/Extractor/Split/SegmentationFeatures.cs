using Extract.Trained;

namespace Extract.Split;

/// <summary>What speaks for and against a proposed segmentation, in words that people can read.</summary>
public static class SegmentationFeatures
{
    private const float TitleWordValue = 0.4f; // a word of a few titles must not outweigh what repeats on the page
    private static readonly Feature By = new("starts-with");
    private static readonly Feature Items = new("items");
    private static readonly Feature Dated = new("share-dated");
    private static readonly Feature DatedEarly = new("share-dated-early");
    private static readonly Feature OneDate = new("share-one-date");
    private static readonly Feature Timed = new("share-timed");
    private static readonly Feature WholeTimed = new("whole-timed-blocks");
    private static readonly Feature Titled = new("share-titled");
    private static readonly Feature Distinct = new("share-distinct-dates");
    private static readonly Feature Coverage = new("share-of-page");
    private static readonly Feature DatesOutside = new("share-of-dates-outside");
    private static readonly Feature Length = new("item-length");
    private static readonly Feature Even = new("even-length");
    private static readonly Feature PageTitle = new("list-title-word");
    private static readonly Feature WholeTitle = new("whole-title-word");
    private static readonly Feature WholeDates = new("whole-dates");
    private static readonly Feature ManyDates = new("whole-many-dates");
    private static readonly Feature WholeLength = new("whole-length");
    private static readonly Feature WholeHeadings = new("whole-headings");
    private static readonly Feature WholeDatedChunks = new("whole-dated-chunks");
    private static readonly Feature DatedBy = new("starts-with-and-dated");

    /// <summary>Writes the features of a proposal into <paramref name="features"/>, which is cleared first.</summary>
    public static void Write(Page page, Segmentation segmentation, FeatureVector features)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(segmentation);
        ArgumentNullException.ThrowIfNull(features);
        features.Clear();
        features.Add(By, segmentation.By);
        if (segmentation.By == Segmentation.Whole) WriteWhole(page, features);
        else WriteItems(page, segmentation, features);
    }

    private static void WriteWhole(Page page, FeatureVector features)
    {
        var dates = page.Dates.Select(date => date.Value).Distinct().Count();
        features.AddCount(WholeDates, dates, 4);
        features.Add(ManyDates, Log2(dates + 1));
        features.AddCount(WholeLength, Log2(page.Tokens.Count), 14);
        features.AddCount(WholeHeadings, page.Blocks.Count(view => view.Block.Kind == BlockKind.Heading), 8);
        features.AddCount(WholeDatedChunks, page.Blocks.Count(view => view.DateFirst), 6);
        features.AddCount(WholeTimed, page.Blocks.Count(view => view.TimeFirst), 4);
        WriteTitle(page, WholeTitle, features);
    }

    private static void WriteItems(Page page, Segmentation segmentation, FeatureVector features)
    {
        var items = segmentation.Items;
        var spans = items.Select(item => page.Span(item.First, item.Last)).ToArray();
        var dates = spans.Select(span => page.DatesIn(span)).ToArray();
        var dated = Share(dates.Count(found => found.Count > 0), items.Length);
        features.AddCount(Items, items.Length < 6 ? items.Length : 4 + Log2(items.Length), 12);
        AddShare(features, Dated, dated);
        AddShare(features, DatedEarly, Share(items.Count(item => HasEarlyDate(page, item)), items.Length));
        AddShare(features, OneDate, Share(dates.Count(found => found.Select(date => date.Value).Distinct().Count() == 1), items.Length));
        AddShare(features, Timed, Share(items.Count(item => page.Blocks[item.First].TimeFirst), items.Length));
        AddShare(features, Titled, Share(items.Count(item => page.Blocks[item.First].TitleLike), items.Length));
        AddShare(features, Distinct, Share(dates.Select(found => found.Count > 0 ? found[0].Value : null).Distinct().Count(), items.Length));
        AddShare(features, Coverage, Share(spans.Sum(span => span.Length), Math.Max(1, page.Text.Length)));
        AddShare(features, DatesOutside, Share(page.Dates.Length - dates.Sum(found => found.Count), Math.Max(1, page.Dates.Length)));
        features.AddCount(Length, Log2((int)spans.Average(span => span.Length)), 12);
        features.Add(Even, (float)(spans.Min(span => span.Length) / spans.Average(span => (double)span.Length)));
        features.Add(DatedBy, $"{segmentation.By}-{(int)(dated * 3)}");
        // What stands before the first item heads the list; where an item begins the page, nothing does.
        if (items[0].First > 0) WriteTitle(page, PageTitle, features);
    }

    // A share as a number, so that shares in between need not have been seen, and whether it is nearly all.
    private static void AddShare(FeatureVector features, Feature feature, double share)
    {
        features.Add(feature, (float)share);
        if (share >= 0.9) features.Add(feature, "nearly-all");
    }

    private static void WriteTitle(Page page, Feature feature, FeatureVector features)
    {
        var first = page.Blocks[0];
        for (var i = first.FirstToken; i < Math.Min(first.EndToken, first.FirstToken + 16); i++)
            if (page.Tokens[i].Kind == Text.TokenKind.Word && page.Tokens[i].Length > 3) features.Add(feature, page.Tokens, i, TitleWordValue);
    }

    private static bool HasEarlyDate(Page page, (int First, int Last) item) =>
        page.Blocks[item.First].Dates > 0 || (item.Last > item.First && page.Blocks[item.First + 1].Dates > 0);

    private static double Share(double part, double whole) => whole == 0 ? 0 : part / whole;

    internal static int Log2(int value) => value <= 0 ? 0 : System.Numerics.BitOperations.Log2((uint)value);
}
