using Extract.Text;

namespace Extract.Tag.Dates;

/// <summary>
/// Lets days that are enumerated share what only one of them says: the year ("5 April, 12 April and 19 April 2024") and the clock time behind the last one.
/// </summary>
internal static class DateLists
{
    private const int LongestGap = 2; // tokens between two items

    public static void Share(TokenList tokens, DateGrammar grammar, List<DateHit> dates)
    {
        for (var first = 0; first < dates.Count;)
        {
            var last = first;
            while (last + 1 < dates.Count && IsItem(dates[last]) && IsItem(dates[last + 1]) && Joined(tokens, grammar, dates[last], dates[last + 1], LongestGap)) last++;
            if (last > first) Share(tokens, dates, first, last);
            first = last + 1;
        }
    }

    /// <summary>True where nothing but a comma or "and" stands between two dates.</summary>
    public static bool Joined(TokenList tokens, DateGrammar grammar, DateHit one, DateHit other, int longest)
    {
        var (from, to) = (one.HullLast + 1, other.First - 1);
        if (from > to || to - from >= longest || other.ClockFirst >= 0 && other.ClockFirst < other.First) return false;
        for (var i = from; i <= to + 1; i++)
            if (tokens[i].Is(TokenTraits.BlockStart) || (i <= to && !grammar.And.Has(tokens[i]) && tokens.Chars(i) is not ("," or ";" or "/" or "&"))) return false;
        return true;
    }

    private static bool IsItem(DateHit hit) => hit.Value is { Recurrence: null, Relative: RelativeKind.None, Coarse: false, OrderAmbiguous: false, Excepted: false, From.Month: not null };

    private static void Share(TokenList tokens, List<DateHit> dates, int first, int last)
    {
        for (var i = last - 1; i >= first; i--)
            if (dates[i].Value.From.Year is null && YearOf(dates[i + 1].Value) is { } year) Lend(dates, i, Order(dates[i].Value) <= Order(dates[i + 1].Value) ? year : year - 1);
        for (var i = first + 1; i <= last; i++)
            if (dates[i].Value.From.Year is null && dates[i].Value.ListYear is null && YearOf(dates[i - 1].Value) is { } year) Lend(dates, i, Order(dates[i - 1].Value) <= Order(dates[i].Value) ? year : year + 1);
        if (dates[last].ClockFirst < dates[last].Last || dates[last].Value is not { FromTime: { } from, Clock: { } clock } value) return;
        var time = new ClockTime(tokens.IndexAt(clock.Start), tokens.IndexAt(clock.End - 1), from, value.ToTime, value.TimeZone);
        if (dates[first..last].TrueForAll(date => date.Value.FromTime is null))
            for (var i = first; i < last; i++) dates[i] = dates[i].With(time, tokens, ofSchedule: true);
    }

    private static int? YearOf(DateValue value) => value.From.Year ?? value.ListYear;

    private static void Lend(List<DateHit> dates, int index, int year) => dates[index] = dates[index] with { Value = dates[index].Value with { ListYear = year } };

    private static int Order(DateValue value) => ((value.From.Month ?? 0) * 100) + (value.From.Day ?? 0);
}
