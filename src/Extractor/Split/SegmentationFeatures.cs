using System.Collections.Immutable;
using Extract.Tag;
using Extract.Trained;

namespace Extract.Split;

/// <summary>What speaks for and against a proposed segmentation, in words that people can read.</summary>
public static class SegmentationFeatures
{
    private const float TitleWordValue = 0.4f; // a word of a few titles must not outweigh what repeats on the page
    private const int LongestSeen = 600; // tokens: labelled texts are hardly longer, and what was learned of length must not be drawn out beyond
    private const int MostDays = 366;
    private const int LeastRun = 3; // dates one after the other
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
    private static readonly Feature WholeLength = new("whole-length");
    private static readonly Feature WholeHeadings = new("whole-headings");
    private static readonly Feature WholeDatedChunks = new("whole-dated-chunks");
    private static readonly Feature WholeSections = new("whole-section-headings");
    private static readonly Feature Sections = new("share-section-headings");
    private static readonly Feature Programme = new("share-programme-lines");
    private static readonly Feature Lists = new("share-holding-lists");
    private static readonly Feature Typed = new("share-typed");
    private static readonly Feature Placed = new("share-placed");
    private static readonly Feature Cued = new("share-cued");
    private static readonly Feature DaysSpanned = new("days-spanned");
    private static readonly Feature HeadDated = new("head-dated");
    private static readonly Feature WithinHead = new("share-within-head-dates");
    private static readonly Feature Bare = new("share-bare-dates");
    private static readonly Feature InRun = new("share-in-run-of-dates");
    private static readonly Feature WholeLabelled = new("whole-labelled-dates");
    private static readonly Feature WholeRun = new("whole-longest-run-of-dates");
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
        features.Add(WholeDates, LogOf(dates, 4));
        if (dates == 0) features.Add(WholeDates, "none");
        features.Add(WholeLength, LogOf(Math.Min(page.Tokens.Count, LongestSeen), 8));
        features.Add(WholeHeadings, LogOf(page.Blocks.Count(view => view.Block.Kind == BlockKind.Heading), 3));
        features.Add(WholeDatedChunks, LogOf(page.Blocks.Count(view => view.DateFirst), 3));
        features.Add(WholeTimed, LogOf(page.Blocks.Count(view => view.TimeFirst), 3));
        features.Add(WholeLabelled, page.LabelledDates() switch { 0 => "none", 1 => "once", _ => "often" });
        features.Add(WholeRun, LogOf(Enumerable.Range(0, page.Blocks.Length).Max(page.DateRunAt), 3));
        features.Add(WholeSections, LogOf(page.Blocks.Count(view => view.TitleLike && HeadingWords.IsSection(page.Tokens, view.FirstToken, view.EndToken)), 3));
        WriteTitle(page, WholeTitle, features);
    }

    // What the items are: sections of one announcement, lines of a programme, or each with a type, a place, an invitation of its own.
    private static void WriteKinds(Page page, ImmutableArray<(int First, int Last)> items, TextSpan[] spans, FeatureVector features)
    {
        var (sections, programme, typed, placed, cued) = (0, 0, 0, 0, 0);
        for (var i = 0; i < items.Length; i++)
        {
            var view = page.Blocks[items[i].First];
            if (HeadingWords.IsSection(page.Tokens, view.FirstToken, view.EndToken)) sections++;
            if (HeadingWords.IsProgramme(page.Tokens, view.FirstToken, view.EndToken)) programme++;
            var (type, place, cue) = (false, false, false);
            foreach (var mention in MentionRange.Of(page.Tagged.Mentions, spans[i]))
            {
                type |= mention.Kind == MentionKind.EventType && mention.Span.Start < view.Span.End && mention.Value is LabelValue { Weight: > 0 };
                place |= mention.Kind == MentionKind.City;
                cue |= mention.Kind == MentionKind.Cue && mention.Value is LabelValue { Label: "invites" or "schedules", Weight: >= 1 };
            }
            (typed, placed, cued) = (typed + (type ? 1 : 0), placed + (place ? 1 : 0), cued + (cue ? 1 : 0));
        }
        AddShare(features, Sections, Share(sections, items.Length));
        AddShare(features, Programme, Share(programme, items.Length));
        AddShare(features, Bare, Share(items.Count(item => page.IsBareDate(item)), items.Length));
        AddShare(features, InRun, Share(items.Count(item => page.DateRunAt(item.First) >= LeastRun), items.Length));
        AddShare(features, Lists, Share(items.Count(item => HoldsList(page, item)), items.Length));
        AddShare(features, Typed, Share(typed, items.Length));
        AddShare(features, Placed, Share(placed, items.Length));
        AddShare(features, Cued, Share(cued, items.Length));
    }

    // Two of its blocks begin with a date.
    private static bool HoldsList(Page page, (int First, int Last) item)
    {
        var dated = 0;
        for (var i = item.First; i <= item.Last; i++)
            if (page.Blocks[i].DateFirst && ++dated == 2) return true;
        return false;
    }

    // Parts of one event lie within days of each other, and within the days that stand above them.
    private static void WriteDays(Page page, ImmutableArray<(int First, int Last)> items, IReadOnlyList<Mention>[] dates, FeatureVector features)
    {
        var starts = dates.Where(found => found.Count > 0).Select(found => ((DateValue)found[0].Value!).From).ToArray();
        // Without a year in all of them, the day of the year must do.
        var days = (starts.All(date => date.Year is not null) ? starts.Select(date => date.ToDate(date.Year!.Value)?.DayNumber) : starts.Select(DayOf)).OfType<int>().ToArray();
        if (days.Length > 1) features.Add(DaysSpanned, LogOf(Math.Min(days.Max() - days.Min(), MostDays), 6));
        WriteWithin(page, items[0].First, [.. starts.Select(DayOf).OfType<int>()], features);
    }

    private static void WriteWithin(Page page, int first, int[] days, FeatureVector features)
    {
        var above = page.Dates.TakeWhile(date => date.Span.Start < page.Blocks[first].Span.Start).Select(date => (DateValue)date.Value!).ToArray();
        if (above.Length == 0) return;
        features.Add(HeadDated);
        var ranges = above.Where(date => !date.Coarse && date.From != date.To).Select(date => (From: DayOf(date.From), To: DayOf(date.To))).Where(range => range is { From: not null, To: not null }).ToArray();
        if (days.Length > 0 && ranges.Length > 0) AddShare(features, WithinHead, Share(days.Count(day => ranges.Any(range => day >= range.From && day <= range.To)), days.Length));
    }

    private static int? DayOf(PartialDate date) => date.ToDate(date.Year ?? 2000)?.DayOfYear;

    // What items have in common in time (ItemList) is not heard here: it cuts calendars better, and takes newsletters of several lists for their sections.
    private static void WriteItems(Page page, Segmentation segmentation, FeatureVector features)
    {
        var items = segmentation.Items;
        var spans = items.Select(item => page.Span(item.First, item.Last)).ToArray();
        var dates = spans.Select(span => page.DatesIn(span)).ToArray();
        var dated = Share(dates.Count(found => found.Count > 0), items.Length);
        features.Add(Items, LogOf(items.Length, 3));
        if (items.Length <= 3) features.Add(Items, "few");
        AddShare(features, Dated, dated);
        AddShare(features, DatedEarly, Share(items.Count(item => HasEarlyDate(page, item)), items.Length));
        AddShare(features, OneDate, Share(dates.Count(found => found.Select(date => date.Value).Distinct().Count() == 1), items.Length));
        AddShare(features, Timed, Share(items.Count(item => page.Blocks[item.First].TimeFirst), items.Length));
        AddShare(features, Titled, Share(items.Count(item => page.Blocks[item.First].TitleLike), items.Length));
        AddShare(features, Distinct, Share(dates.Select(found => found.Count > 0 ? found[0].Value : null).Distinct().Count(), items.Length));
        AddShare(features, Coverage, Share(spans.Sum(span => span.Length), Math.Max(1, page.Text.Length)));
        AddShare(features, DatesOutside, Share(page.Dates.Length - dates.Sum(found => found.Count), Math.Max(1, page.Dates.Length)));
        features.Add(Length, LogOf((int)spans.Average(span => span.Length), 8));
        if (spans.Average(span => span.Length) < 60) features.Add(Length, "short");
        WriteKinds(page, items, spans, features);
        WriteDays(page, items, dates, features);
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

    private static float LogOf(int count, float scale) => MathF.Log2(count + 1) / scale;

    private static double Share(double part, double whole) => whole == 0 ? 0 : part / whole;

    internal static int Log2(int value) => value <= 0 ? 0 : System.Numerics.BitOperations.Log2((uint)value);
}
