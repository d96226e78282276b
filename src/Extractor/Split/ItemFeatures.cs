using Extract.Tag;
using Extract.Text;
using Extract.Trained;

namespace Extract.Split;

/// <summary>What speaks for and against an item announcing something, in words that people can read.</summary>
internal static class ItemFeatures
{
    private const int WordsRead = 200; // what a text announces is said early
    private const float WordValue = 0.35f, PairValue = 0.7f; // one word alone must not outweigh the structure: a prior for each word's weight

    private static readonly Feature TitleWord = new("title-word");
    private static readonly Feature Word = new("word");
    private static readonly Feature Dates = new("dates");
    private static readonly Feature FirstDate = new("first-date-after");
    private static readonly Feature DateInTitle = new("date-in-title");
    private static readonly Feature Times = new("clock-times");
    private static readonly Feature Cities = new("cities");
    private static readonly Feature Type = new("type");
    private static readonly Feature TitleType = new("title-type");
    private static readonly Feature Cue = new("cue");
    private static readonly Feature TitleCue = new("title-cue");
    private static readonly Feature NoCue = new("no-cue");
    private static readonly Feature Balance = new("cue-balance");
    private static readonly Feature Length = new("length");
    private static readonly Feature Markup = new("markup-event");
    private static readonly Feature Whole = new("whole-page");
    private static readonly Feature WholeDates = new("whole-page-dates");
    private static readonly Feature By = new("starts-with");
    private static readonly Feature HeadWord = new("head-word");
    private static readonly Feature Bare = new("bare-date");
    private static readonly Feature Scheduled = new("under-schedule-heading");
    private static readonly Feature TitleLength = new("title-length");

    private static readonly Feature TitlePair = new("title-words"), Pair = new("words"); // "spoke with", "join us"
    private static readonly string[] Cues = ["invites", "schedules", "tells"]; // Rules/announces.yml

    /// <summary>Writes the features of an item into <paramref name="features"/>, which is cleared first.</summary>
    /// <param name="page">The page.</param>
    /// <param name="by">What starts the items.</param>
    /// <param name="item">The item.</param>
    /// <param name="list">What it has in common with the others; null for the whole page.</param>
    /// <param name="features">Where they are written.</param>
    public static void Write(Page page, string by, (int First, int Last) item, ItemList? list, FeatureVector features)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(features);
        features.Clear();
        var span = page.Span(item.First, item.Last);
        features.Add(By, by);
        features.AddCount(Length, SegmentationFeatures.Log2(span.Length), 14);
        if (by == Segmentation.Whole) features.Add(Whole);
        if (!page.Tagged.Document.MarkupEvents.IsEmpty) features.Add(Markup);
        WriteDates(page, by, item, span, features);
        WriteMentions(page, item, span, features);
        WriteWords(page, item, features);
        list?.Write(features);
        if (by != Segmentation.Whole) WriteHead(page, item, features);
        features.KeepFirst();
    }

    // What the list is one of: "Upcoming meetings", "Press releases".
    private static void WriteHead(Page page, (int First, int Last) item, FeatureVector features)
    {
        if (page.IsBareDate(item)) features.Add(Bare);
        if (page.IsUnderSchedule(item.First)) features.Add(Scheduled);
        var head = page.Blocks[Math.Max(page.HeadingOf(item.First), 0)];
        if (item.First == 0 || !head.TitleLike) return;
        for (var i = head.FirstToken; i < head.EndToken; i++)
            if (page.Tokens[i].Kind == TokenKind.Word) features.Add(HeadWord, page.Tokens, i, WordValue);
    }

    private static void WriteDates(Page page, string by, (int First, int Last) item, TextSpan span, FeatureVector features)
    {
        var dates = page.DatesIn(span);
        var distinct = dates.Select(date => date.Value).Distinct().Count();
        features.AddCount(Dates, distinct, 4);
        if (by == Segmentation.Whole) features.AddCount(WholeDates, distinct, 4);
        ItemDateFeatures.Write(page, item, dates, features);
        if (page.Blocks[item.First].Dates > 0) features.Add(DateInTitle);
        if (dates.Count > 0) features.AddCount(FirstDate, SegmentationFeatures.Log2(dates[0].Span.Start - span.Start), 12);
        if (dates.Any(date => date.Value is DateValue { FromTime: not null }) || page.Blocks[item.First].TimeFirst) features.Add(Times);
    }

    private static void WriteMentions(Page page, (int First, int Last) item, TextSpan span, FeatureVector features)
    {
        var (cities, title) = (0, page.Blocks[item.First].Span);
        Span<int> cues = stackalloc int[Cues.Length];
        foreach (var mention in MentionRange.Of(page.Tagged.Mentions, span))
        {
            if (mention.Kind == MentionKind.City) cities++;
            if (mention.Value is not LabelValue label) continue;
            if (mention.Kind == MentionKind.EventType) features.Add(title.Contains(mention.Span) ? TitleType : Type, label.Label);
            if (mention.Kind != MentionKind.Cue || Array.IndexOf(Cues, label.Label) is not (>= 0 and var cue)) continue;
            if (label.Weight >= 1) cues[cue]++;
            if (title.Contains(mention.Span)) features.Add(TitleCue, label.Label);
        }
        features.AddCount(Cities, cities, 3);
        WriteCues(cues, features);
    }

    private static void WriteCues(ReadOnlySpan<int> cues, FeatureVector features)
    {
        for (var i = 0; i < cues.Length; i++)
            if (cues[i] > 0) features.Add(Cue, $"{Cues[i]}-{Math.Min(cues[i], 3)}"); else features.Add(NoCue, Cues[i]);
        features.Add(Balance, Math.Clamp(cues[0] + cues[1] - cues[2], -4, 4) / 2f);
    }

    private static void WriteWords(Page page, (int First, int Last) item, FeatureVector features)
    {
        var first = page.Blocks[item.First];
        features.AddCount(TitleLength, SegmentationFeatures.Log2(first.Tokens), 7);
        var end = Math.Min(page.Blocks[item.Last].EndToken, first.FirstToken + WordsRead);
        for (var i = first.FirstToken; i < end; i++)
        {
            if (page.Tokens[i].Kind != TokenKind.Word) continue;
            var inTitle = i < first.EndToken;
            features.Add(inTitle ? TitleWord : Word, page.Tokens, i, WordValue);
            if (i + 1 < end && page.Tokens[i + 1].Kind == TokenKind.Word) features.Add(inTitle ? TitlePair : Pair, page.Tokens, i, i + 1, PairValue);
        }
    }
}
