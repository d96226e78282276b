using System.Collections.Immutable;
using Extract.Tag;
using Extract.Trained;

namespace Extract.Split;

/// <summary>
/// What the items of one list have in common. Items of a list are of a kind: news have a lone date each, the newest first; a calendar goes
/// forward in time, by weeks; the parts of one event follow each other within days, and the dates of a call are its deadlines.
/// </summary>
internal sealed class ItemList
{
    private static readonly Feature Order = new("list-order"), Step = new("list-step"), News = new("list-share-news-like"), Timed = new("list-share-timed");
    private static readonly Feature Deadlines = new("list-share-deadlines"), Scheduled = new("list-under-schedule-heading"), OrderNews = new("list-order-and-news-like");
    private static readonly Feature ScheduledStep = new("list-step-under-schedule-heading"), BareStep = new("list-step-of-bare-dates");
    private const int DatesRead = 200;
    private const int HeadBlocks = 4;

    private readonly string _order, _step;
    private readonly double _bare, _news, _timed, _deadlines;
    private readonly bool _scheduled;

    /// <summary>The common traits of some items.</summary>
    public ItemList(Page page, ImmutableArray<(int First, int Last)> items)
    {
        (_order, _step) = InTime([.. items.Take(DatesRead).Select(item => FirstDay(page, item)).OfType<int>()]);
        _scheduled = page.IsUnderSchedule(items[0].First);
        var (news, timed, deadlines) = (0, 0, 0);
        foreach (var item in items)
        {
            if (IsNewsLike(page, item)) news++;
            if (page.DatesIn(page.Span(item.First, item.Last)).Any(date => date.Value is DateValue { FromTime: not null, ClockOfSchedule: false })) timed++;
            if (HoldsDeadline(page, item)) deadlines++;
        }
        var all = (double)items.Length;
        _bare = items.Count(page.IsBareDate) / all;
        (_news, _timed, _deadlines) = (news / all, timed / all, deadlines / all);
    }

    /// <summary>Adds them.</summary>
    public void Write(FeatureVector features)
    {
        features.Add(Order, _order);
        features.Add(Step, _step);
        features.Add(News, (float)_news);
        features.Add(Timed, (float)_timed);
        features.Add(Deadlines, (float)_deadlines);
        if (_scheduled) features.Add(Scheduled);
        if (_scheduled) features.Add(ScheduledStep, _step);
        if (_bare >= 0.5) features.Add(BareStep, _scheduled ? $"{_step} scheduled" : _step);
        if (_news >= 0.5) features.Add(OrderNews, _order);
    }

    // A title, a line that is a day without a clock time, and words that tell something: whatever it is, it came out on that day.
    private static bool IsNewsLike(Page page, (int First, int Last) item)
    {
        for (var i = item.First + 1; i < Math.Min(item.Last, item.First + HeadBlocks); i++)
            if (page.IsBareDate((i, i)) && !page.DatesIn(page.Blocks[i].Span).Any(date => date.Value is DateValue { FromTime: not null })) return true;
        return false;
    }

    private static bool HoldsDeadline(Page page, (int First, int Last) item)
    {
        foreach (var mention in MentionRange.Of(page.Tagged.Mentions, page.Span(item.First, Math.Min(item.Last, item.First + 1))))
            if (mention is { Kind: MentionKind.Cue, Value: LabelValue { Label: "date-deadline" or "date-other", Weight: >= 1 } }) return true;
        return false;
    }

    private static int? FirstDay(Page page, (int First, int Last) item) =>
        page.DatesIn(page.Span(item.First, item.Last)) is [{ Value: DateValue { Relative: RelativeKind.None } date }, ..] ? date.From.ToDate(date.From.Year ?? 2000)?.DayNumber : null;

    private static (string Order, string Step) InTime(int[] days)
    {
        if (days.Length < 2) return ("none", "none");
        var (rising, falling) = (0, 0);
        for (var i = 1; i < days.Length; i++)
        {
            if (days[i] > days[i - 1]) rising++;
            if (days[i] < days[i - 1]) falling++;
        }
        var steps = Enumerable.Range(1, days.Length - 1).Select(i => Math.Abs(days[i] - days[i - 1])).Order().ToArray();
        var step = steps[steps.Length / 2] switch { 0 => "same-day", 1 => "next-day", <= 4 => "days", <= 20 => "weeks", <= 100 => "months", _ => "years" };
        return (rising + falling == 0 ? "same" : falling == 0 ? "rising" : rising == 0 ? "falling" : rising > 2 * falling ? "mostly-rising" : falling > 2 * rising ? "mostly-falling" : "mixed", step);
    }
}
