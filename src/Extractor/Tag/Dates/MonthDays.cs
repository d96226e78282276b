using Extract.Rules;
using Extract.Text;

namespace Extract.Tag.Dates;

/// <summary>
/// Reads the bare days of a calendar ("3 – Lecture", "Tue 4 …", "4th: …") at the beginning of blocks below a heading that names their month ("May 2024"). The
/// heading's month and year complete them. A number alone says little: only what goes on as days of a calendar do is believed (<see cref="CalendarDays"/>).
/// </summary>
internal static class MonthDays
{
    private const int MostWordsOfHead = 8; // tokens: "What is on in June 2024"
    private const int LeastDays = 2;

    private static readonly Rule Rule = new()
    {
        Id = "day-of-heading",
        Why = "A day whose month stands in a heading above it.",
        Match = [],
        Finds = [],
        Ignores = [],
        Trust = 0.5,
    };

    /// <summary>Adds the days to the dates, which stay in order; a weekday or a day without its month, which another rule found at the same place, gives way.</summary>
    public static void Add(Document document, TokenList tokens, DateGrammar grammar, List<DateHit> dates)
    {
        if (!dates.Exists(IsMonth)) return;
        var (found, month, at) = (new List<(DateHit Hit, bool Sure)>(), default(Month), 0);
        var (days, all) = (new CalendarDays(), new List<DateHit>());
        foreach (var block in document.Blocks)
        {
            while (at < dates.Count && dates[at].Span.End <= block.Span.Start) at++;
            if (MonthOf(tokens, block, dates, at) is { } next)
            {
                Close();
                month = next;
            }
            else if (month.Ends(block)) Close();
            else if (month.Value is { } value && BareDay.At(tokens, grammar, tokens.IndexAt(block.Span.Start), block.Span.End) is { } day && !IsDated(dates, at, day))
            {
                found.Add((HitOf(tokens, day, value, month.Span), day.Sure));
                days.Add(day);
            }
            else if (month.Value is not null && BareDay.IsBeyond(tokens, tokens.IndexAt(block.Span.Start), block.Span.End)) days.Refuse();
        }
        Close();
        if (all.Count >= LeastDays) Insert(all, dates);

        void Close()
        {
            if (days.Hold) all.AddRange(found.Select(each => each.Hit));
            found.Clear();
            (days, month) = (new(), default);
        }
    }

    private static bool IsMonth(DateHit date) => date.Value is { Coarse: true, Relative: RelativeKind.None, From: { Day: 1, Month: { } first }, To: { Day: 31, Month: { } last } } && first == last;

    // A heading or a line of its own that names one month, and in a line hardly anything else.
    private static Month? MonthOf(TokenList tokens, Block block, List<DateHit> dates, int at)
    {
        if (at >= dates.Count || !block.Span.Contains(dates[at].Span) || !IsMonth(dates[at]) || (at + 1 < dates.Count && block.Span.Contains(dates[at + 1].Span))) return null;
        var (first, end) = (tokens.IndexAt(block.Span.Start), tokens.IndexAt(block.Span.End));
        if (end - first > MostWordsOfHead) return null;
        var isHeading = block.Kind == BlockKind.Heading;
        for (var i = first; i < end && !isHeading; i++)
            if (tokens[i].Kind != TokenKind.Mark && (i < dates[at].First || i > dates[at].Last)) return null;
        return new(dates[at].Value.From, dates[at].Span, isHeading ? block.Level : int.MaxValue);
    }

    // "5 June" has its month; a weekday alone, or a day without its month, gives way.
    private static bool IsDated(List<DateHit> dates, int at, BareDay day)
    {
        for (; at < dates.Count && dates[at].First <= day.Last; at++)
            if (dates[at].Last >= day.First && dates[at].Value.Relative is not (RelativeKind.Weekday or RelativeKind.DayOfMonth)) return true;
        return false;
    }

    private static DateHit HitOf(TokenList tokens, BareDay day, PartialDate month, TextSpan head)
    {
        var value = new DateValue { From = month with { Day = day.From }, To = month with { Day = day.To }, Weekday = day.Weekday, Completed = head };
        return new(day.First, day.Last, tokens.Span(day.First, day.Last), Rule, DateChecks.Check(value, false));
    }

    // Both are in order.
    private static void Insert(List<DateHit> found, List<DateHit> dates)
    {
        var at = 0;
        dates.RemoveAll(date =>
        {
            while (at < found.Count && found[at].Last < date.First) at++;
            return at < found.Count && found[at].First <= date.Last;
        });
        dates.AddRange(found);
        dates.Sort((one, two) => one.First.CompareTo(two.First));
    }

    private readonly record struct Month(PartialDate? Value, TextSpan Span, int Level)
    {
        // A heading that is not below the month's own, or any heading where the month is a mere line.
        public bool Ends(Block block) => Value is not null && block.Kind == BlockKind.Heading && (Level == int.MaxValue || block.Level <= Level);
    }
}
