using Extract.Text;
using Extract.Trained;

namespace Extract.Split;

/// <summary>
/// What the dates of an item say of whether it announces something: whether they lie ahead of its publication, stand on a line of their own, and
/// which words lead to them.
/// </summary>
internal static class ItemDateFeatures
{
    private const int DatesRead = 8;
    private const int HeadBlocks = 5;
    private const int FewWords = 6; // tokens beside the date on a line that is a date's own

    private static readonly Feature Ahead = new("first-date-ahead-of-publication");
    private static readonly Feature AnyAhead = new("date-ahead-of-publication");
    private static readonly Feature NoneAhead = new("no-date-ahead-of-publication");
    private static readonly Feature DateLine = new("date-line");
    private static readonly Feature Before = new("word-before-date");
    private static readonly Feature Shape = new("date-shape");

    public static void Write(Page page, (int First, int Last) item, IReadOnlyList<Mention> dates, FeatureVector features)
    {
        WriteAhead(page.Tagged.Document.Published, dates, features);
        WriteLines(page, item, features);
        for (var i = 0; i < Math.Min(dates.Count, 3); i++)
        {
            var at = page.Tokens.IndexAt(dates[i].Span.Start);
            if (at > 0 && page.Tokens[at - 1].Start >= page.Blocks[item.First].Block.Span.Start) features.Add(Before, page.Tokens, at - 1, 0.5f);
        }
        foreach (var date in dates.Take(DatesRead)) features.Add(Shape, ShapeOf((DateValue)date.Value!));
    }

    private static string ShapeOf(DateValue date) =>
        date.Relative != RelativeKind.None ? "relative" : date.Coarse ? "coarse" : $"{(date.From != date.To ? "range" : "day")}{(date.Weekday is null ? "" : "-weekday")}{(date.FromTime is null ? "" : "-time")}";

    private static void WriteAhead(DateOnly? published, IReadOnlyList<Mention> dates, FeatureVector features)
    {
        if (published is not { } day || dates.Count == 0) return;
        var ahead = 0;
        for (var i = 0; i < Math.Min(dates.Count, DatesRead); i++)
        {
            if (DaysAfter(day, (DateValue)dates[i].Value!) is not { } days) continue;
            if (i == 0) features.Add(Ahead, Bucket(days));
            if (days > 0) ahead++;
        }
        if (ahead > 0) features.AddCount(AnyAhead, ahead, 3); else features.Add(NoneAhead);
    }

    // A day without a year is taken as the one nearest to the publication.
    private static int? DaysAfter(DateOnly published, DateValue date)
    {
        if (date.Relative is RelativeKind.Days or RelativeKind.Weeks or RelativeKind.Months) return date.Offset;
        if (date.Relative is RelativeKind.LastWeekday) return -1;
        if (date.Relative is not RelativeKind.None) return 3;
        if (date.To.Year is not null) return (date.To with { Day = Math.Min(date.To.Day ?? 28, 28) }).ToDate()?.DayNumber - published.DayNumber;
        return Enumerable.Range(published.Year - 1, 3).Select(year => (date.To with { Day = Math.Min(date.To.Day ?? 28, 28) }).ToDate(year)?.DayNumber - published.DayNumber)
            .Where(days => days is not null).OrderBy(days => Math.Abs(days!.Value)).FirstOrDefault();
    }

    private static string Bucket(int days) => days switch
    {
        < -180 => "long-ago", < -7 => "before", < 0 => "days-ago", 0 => "same-day", <= 7 => "within-a-week", <= 120 => "within-months", _ => "far-ahead",
    };

    private static void WriteLines(Page page, (int First, int Last) item, FeatureVector features)
    {
        for (var i = item.First; i <= Math.Min(item.Last, item.First + HeadBlocks - 1); i++)
        {
            var view = page.Blocks[i];
            if (view.Dates == 0) continue;
            var date = page.DatesIn(view.Block.Span);
            if (date.Count == 0) continue;
            var words = date.Sum(found => page.Tokens.IndexAt(found.Span.End) - page.Tokens.IndexAt(found.Span.Start));
            if (view.Tokens - words > FewWords + (HasTime(date) ? 4 : 0)) continue;
            features.Add(DateLine, ShapeOf((DateValue)date[0].Value!));
            features.Add(DateLine, HasTime(date) ? "with-time" : "without-time");
            return;
        }
    }

    private static bool HasTime(IReadOnlyList<Mention> dates) => dates.Any(date => date.Value is DateValue { FromTime: not null });
}
