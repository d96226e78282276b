using Extract.Rules;
using Extract.Text;

namespace Extract.Tag.Dates;

/// <summary>Joins two dates with a word of a range between them, whatever their forms: "January 12, 2016 - 01/22/2016", "2019-08-01 to today".</summary>
internal static class DateRanges
{
    private const int Farthest = 5; // tokens between the ends
    private const int LeapYear = 2000; // where neither says its own

    /// <summary>Joins what belongs together.</summary>
    public static void Join(TokenList tokens, DateGrammar grammar, List<DateHit> dates)
    {
        var kept = 0;
        for (var i = 0; i < dates.Count; i++)
        {
            if (kept > 0 && Joined(tokens, grammar, dates[kept - 1], dates[i])) dates[kept - 1] = Join(tokens, dates[kept - 1], dates[i]);
            else dates[kept++] = dates[i];
        }
        dates.RemoveRange(kept, dates.Count - kept);
    }

    private static bool Joined(TokenList tokens, DateGrammar grammar, DateHit first, DateHit last)
    {
        var (from, to) = (first.HullLast + 1, last.HullFirst - 1);
        if (!first.IsEnd || !last.IsEnd || first.Value.Excepted || from > to || to - from >= Farthest) return false;
        for (var i = from; i <= last.HullFirst; i++)
            if (tokens[i].Is(TokenTraits.BlockStart)) return false;
        while (to > from && grammar.The.Has(tokens[to])) to--;
        if (tokens[from].Length == 1 && tokens.Text[tokens[from].Start] is ',' or '.' && from < to) from++;
        if (grammar.And.Find(tokens, from, to) is not null && IsDayAfter(first.Value, last.Value)) return true;
        if (grammar.And.Find(tokens, from, to) is not null) return first.HullFirst > 0 && grammar.Between.Has(tokens[first.HullFirst - 1]);
        return grammar.To.Find(tokens, from, to) is not null || (from == to && Atom.IsHyphen(tokens[from]));
    }

    // "31 January and 1 February 2023", "today and tomorrow"; two whole dates stay two.
    private static bool IsDayAfter(DateValue first, DateValue last) => (first, last) switch
    {
        ({ FromTime: not null }, _) or (_, { FromTime: not null }) => false,
        ({ Relative: RelativeKind.Days }, { Relative: RelativeKind.Days }) => last.Offset == first.Offset + 1,
        ({ Relative: RelativeKind.None, Coarse: false, OrderAmbiguous: false, From: { Year: null } from }, { Relative: RelativeKind.None, Coarse: false, OrderAmbiguous: false, From: var to })
            => (to.Year ?? LeapYear) is var year && from.ToDate(from.Month > to.Month ? year - 1 : year)?.AddDays(1) is { } next && from.Month != next.Month && next == to.ToDate(year),
        _ => false,
    };

    private static DateHit Join(TokenList tokens, DateHit first, DateHit last) => first with
    {
        Last = last.Last,
        Span = first.Span with { End = last.Span.End },
        ClockFirst = first.ClockFirst,
        ClockLast = last.ClockLast,
        Value = Join(first.Value, last.Value) with
        {
            FromTime = first.Value.FromTime,
            ToTime = last.Value.ToTime ?? last.Value.FromTime ?? first.Value.ToTime,
            TimeZone = first.Value.TimeZone ?? last.Value.TimeZone,
            Clock = first.Value.Clock ?? last.Value.Clock,
        },
    };

    private static DateValue Join(DateValue first, DateValue last)
    {
        if (first.Relative != RelativeKind.None || last.Relative != RelativeKind.None)
            return new() { From = first.From, To = last.To, Relative = RelativeKind.Ends, Ends = new(Closed(first), Closed(last)) };
        var value = first with { To = Cut(last), Coarse = first.Coarse && last.Coarse, OpenStart = false, OpenEnd = false, Impossible = null, OrderAmbiguous = first.OrderAmbiguous && last.OrderAmbiguous };
        return DateChecks.Check(value, first.From.Year is not null && last.To.Year is not null);
    }

    private static DateValue Closed(DateValue end) => end with { OpenStart = false, OpenEnd = false };

    // A month whose last day is an end stands for all of it.
    private static PartialDate Cut(DateValue last) => last is { Coarse: true, To: { Month: { } month, Day: { } day } to }
        ? to with { Day = Math.Min(day, DateTime.DaysInMonth(to.Year ?? 2001, month)) } : last.To;
}
