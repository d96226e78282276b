using Extract.Text;
using Extract.Trained;

namespace Extract.Split;

/// <summary>What speaks for and against an item announcing something, in words that people can read.</summary>
public static class ItemFeatures
{
    private const int WordsRead = 160; // what a text announces is said early

    private static readonly Feature TitleWord = new("title-word");
    private static readonly Feature Word = new("word");
    private static readonly Feature Dates = new("dates");
    private static readonly Feature FirstDate = new("first-date-after");
    private static readonly Feature DateInTitle = new("date-in-title");
    private static readonly Feature Times = new("clock-times");
    private static readonly Feature Cities = new("cities");
    private static readonly Feature Type = new("type");
    private static readonly Feature TitleType = new("title-type");
    private static readonly Feature Length = new("length");
    private static readonly Feature Markup = new("markup-event");
    private static readonly Feature Whole = new("whole-page");
    private static readonly Feature WholeDates = new("whole-page-dates");
    private static readonly Feature By = new("starts-with");
    private static readonly Feature TitleLength = new("title-length");

    /// <summary>Writes the features of an item into <paramref name="features"/>, which is cleared first.</summary>
    public static void Write(Page page, string by, (int First, int Last) item, FeatureVector features)
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
    }

    private static void WriteDates(Page page, string by, (int First, int Last) item, TextSpan span, FeatureVector features)
    {
        var dates = page.DatesIn(span).ToArray();
        var distinct = dates.Select(date => date.Value).Distinct().Count();
        features.AddCount(Dates, distinct, 4);
        if (by == Segmentation.Whole) features.AddCount(WholeDates, distinct, 4);
        if (page.Blocks[item.First].Dates > 0) features.Add(DateInTitle);
        if (dates.Length > 0) features.AddCount(FirstDate, SegmentationFeatures.Log2(dates[0].Span.Start - span.Start), 12);
        if (dates.Any(date => date.Value is DateValue { FromTime: not null }) || page.Blocks[item.First].TimeFirst) features.Add(Times);
    }

    private static void WriteMentions(Page page, (int First, int Last) item, TextSpan span, FeatureVector features)
    {
        var (cities, title) = (0, page.Blocks[item.First].Block.Span);
        foreach (var mention in page.Tagged.Mentions)
        {
            if (!span.Contains(mention.Span)) continue;
            if (mention.Kind == MentionKind.City) cities++;
            if (mention.Kind == MentionKind.EventType && mention.Value is LabelValue label) features.Add(title.Contains(mention.Span) ? TitleType : Type, label.Label);
        }
        features.AddCount(Cities, cities, 3);
    }

    private static void WriteWords(Page page, (int First, int Last) item, FeatureVector features)
    {
        var first = page.Blocks[item.First];
        features.AddCount(TitleLength, SegmentationFeatures.Log2(first.Tokens), 7);
        var end = Math.Min(page.Blocks[item.Last].EndToken, first.FirstToken + WordsRead);
        for (var i = first.FirstToken; i < end; i++)
        {
            if (page.Tokens[i].Kind != TokenKind.Word) continue;
            features.Add(i < first.EndToken ? TitleWord : Word, page.Tokens, i);
        }
    }
}
