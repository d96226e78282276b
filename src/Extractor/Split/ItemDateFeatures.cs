using Extract.Trained;

namespace Extract.Split;

/// <summary>
/// What the dates of an item say of whether it announces something: whether they lie ahead of its publication, stand on a line of their own, and
/// which words lead to them.
/// </summary>
internal static class ItemDateFeatures
{
    private const int DatesRead = 8;
    private const int DatesLedTo = 3;
    private const int HeadBlocks = 5;
    private const int FewWords = 6; // tokens beside the date on a line that is a date's own
    private const float WordValue = 0.5f; // one word alone must not outweigh the structure

    private static readonly Feature Ahead = new("first-date-ahead-of-publication");
    private static readonly Feature AnyAhead = new("date-ahead-of-publication");
    private static readonly Feature NoneAhead = new("no-date-ahead-of-publication");
    private static readonly Feature DateLine = new("date-line");
    private static readonly Feature Others = new("dates-beside-date-line"); // a day alone over words that name no other is that of publication
    private static readonly Feature Before = new("word-before-date");
    private static readonly Feature Shape = new("date-shape");

    /// <summary>Adds the features of an item's dates.</summary>
    public static void Write(Page page, (int First, int Last) item, IReadOnlyList<Mention> dates, FeatureVector features)
    {
        if (page.Tagged.Document.Published is { } published && dates.Count > 0) WriteAhead(published, dates, features);
        WriteLine(page, item, features);
        for (var i = 0; i < Math.Min(dates.Count, DatesRead); i++)
        {
            features.Add(Shape, ShapeOf((DateValue)dates[i].Value!));
            if (i < DatesLedTo && page.Tokens.IndexAt(dates[i].Span.Start) is var at && at > page.Blocks[item.First].FirstToken) features.Add(Before, page.Tokens, at - 1, WordValue);
        }
    }

    private static string ShapeOf(DateValue date) => (date.From != date.To, date.Weekday is not null, date.FromTime is not null) switch
    {
        _ when date.Relative != RelativeKind.None => "relative",
        _ when date.Coarse => "coarse",
        (true, _, true) => "range-time",
        (true, _, false) => "range",
        (false, true, true) => "day-weekday-time",
        (false, true, false) => "day-weekday",
        (false, false, true) => "day-time",
        (false, false, false) => "day",
    };

    private static void WriteAhead(DateOnly published, IReadOnlyList<Mention> dates, FeatureVector features)
    {
        var ahead = 0;
        for (var i = 0; i < Math.Min(dates.Count, DatesRead); i++)
        {
            if (DaysAfter(published, (DateValue)dates[i].Value!) is not { } days) continue;
            if (i == 0) features.Add(Ahead, Bucket(days));
            if (days > 0) ahead++;
        }
        if (ahead > 0) features.AddCount(AnyAhead, ahead, 3); else features.Add(NoneAhead);
    }

    // A day without a year is taken as the one nearest to the publication; which year it is, is decided later and by more.
    private static int? DaysAfter(DateOnly published, DateValue date) => date.Relative switch
    {
        RelativeKind.None => date.To.Year is { } year ? DaysAfter(published, date.To, year) : Nearest(published, date.To),
        RelativeKind.LastWeekday => -1,
        RelativeKind.Weekday or RelativeKind.NextWeekday => 1,
        _ => date.Offset,
    };

    private static int? Nearest(DateOnly published, PartialDate day)
    {
        int? nearest = null;
        for (var year = published.Year - 1; year <= published.Year + 1; year++)
            if (DaysAfter(published, day, year) is { } days && (nearest is null || Math.Abs(days) < Math.Abs(nearest.Value))) nearest = days;
        return nearest;
    }

    // A month's last day is 31 in what the words say; the 28th stands for it.
    private static int? DaysAfter(DateOnly published, PartialDate day, int year) =>
        (day with { Day = Math.Min(day.Day ?? 28, 28) }).ToDate(year)?.DayNumber - published.DayNumber;

    private static string Bucket(int days) => days switch
    {
        < -180 => "long-ago",
        < -7 => "before",
        < 0 => "days-ago",
        0 => "same-day",
        <= 7 => "within-a-week",
        <= 120 => "within-months",
        _ => "far-ahead",
    };

    // "Wednesday, July 18, 2018 | 14:00 ET" under a title.
    private static void WriteLine(Page page, (int First, int Last) item, FeatureVector features)
    {
        for (var i = item.First; i <= Math.Min(item.Last, item.First + HeadBlocks - 1); i++)
        {
            if (page.Blocks[i].Dates == 0 || page.DatesIn(page.Blocks[i].Span) is not { Count: > 0 } dates) continue;
            var words = dates.Sum(date => page.Tokens.IndexAt(date.Span.End) - page.Tokens.IndexAt(date.Span.Start));
            var timed = dates.Any(date => date.Value is DateValue { FromTime: not null });
            if (page.Blocks[i].Tokens - words > FewWords + (timed ? 4 : 0)) continue;
            features.Add(DateLine, ShapeOf((DateValue)dates[0].Value!));
            features.Add(DateLine, timed ? "with-time" : "without-time");
            if (!timed && item.Last > i) features.Add(Others, page.DatesIn(page.Span(item.First, item.Last)).Count > dates.Count ? "some" : "none");
            return;
        }
    }
}
