using Extract.Tag.Dates;

namespace Extract.Resolve.Dates;

/// <summary>Counts words that are counted from another day. Pure.</summary>
internal static class RelativeDays
{
    private const int Back = 60; // days before the reference on which a day without a year may lie before the coming one is meant

    /// <summary>The days of a value seen from a reference day; null where there are none.</summary>
    /// <param name="day">The reference day.</param>
    /// <param name="value">What the words say.</param>
    /// <param name="past">Whether their sentence speaks of the past; asked only where it matters.</param>
    public static (DateOnly From, DateOnly To)? Count(DateOnly day, DateValue value, Func<bool> past) => value.Relative switch
    {
        RelativeKind.None => Year(day, value, past),
        RelativeKind.Days => One(day.AddDays(value.Offset)),
        RelativeKind.Weekday when value.Weekday is { } weekday => One(OfWeek(day, weekday, past)),
        RelativeKind.NextWeekday when value.Weekday is { } weekday => One(Calendar.OnOrAfter(Calendar.Monday(day).AddDays(7), weekday)),
        RelativeKind.LastWeekday when value.Weekday is { } weekday => One(Calendar.Before(day, weekday)),
        RelativeKind.Weeks => Week(Calendar.Monday(day).AddDays(7 * value.Offset), value.Weekday == DayOfWeek.Saturday),
        RelativeKind.WeekOf => Year(day, value with { Relative = RelativeKind.None }, past) is var (from, _) ? Week(Calendar.Monday(from), false) : null,
        RelativeKind.Months => Month(new DateOnly(day.Year, day.Month, 1).AddMonths(value.Offset), value),
        RelativeKind.RestOfMonth => (day, Month(new DateOnly(day.Year, day.Month, 1), value)!.Value.To),
        RelativeKind.Years => (new DateOnly(day.Year + value.Offset, 1, 1), new DateOnly(day.Year + value.Offset, 12, 31)),
        RelativeKind.DayOfMonth => DayOfMonth(day, value, past()),
        RelativeKind.Easter => Near(day, past, year => Feasts.Easter(year).AddDays(value.Offset), value.From.Year),
        RelativeKind.WeekdayOfMonth => Near(day, past, year => MonthWeekdays.Nth(year, value.From.Month!.Value, value.Weekday!.Value, value.Nth), value.From.Year),
        RelativeKind.Ends when value.Ends is { } ends => Ends(day, ends, past),
        _ => null,
    };

    private static DateOnly OfWeek(DateOnly day, DayOfWeek weekday, Func<bool> past)
    {
        var coming = Calendar.OnOrAfter(day, weekday);
        return coming != day && past() ? coming.AddDays(-7) : coming;
    }

    private static (DateOnly, DateOnly) Week(DateOnly monday, bool weekend) => weekend ? (monday.AddDays(5), monday.AddDays(6)) : (monday, monday.AddDays(6));

    private static (DateOnly From, DateOnly To)? Month(DateOnly first, DateValue value)
    {
        var last = DateTime.DaysInMonth(first.Year, first.Month);
        if (value.Nth != 0) return MonthWeekdays.Nth(first.Year, first.Month, value.Weekday!.Value, value.Nth) is { } nth ? One(nth) : null;
        return (first.AddDays((value.From.Day ?? 1) - 1), first.AddDays(Math.Min(value.To.Day ?? last, last) - 1));
    }

    // The n-th of the month of the reference, or of the nearest one whose n-th is the weekday.
    private static (DateOnly, DateOnly)? DayOfMonth(DateOnly day, DateValue value, bool past)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        for (var step = 0; step <= 18; step++)
        {
            var month = first.AddMonths(past ? -step : step);
            if (value.From.Day is not { } number || number > DateTime.DaysInMonth(month.Year, month.Month)) continue;
            var candidate = month.AddDays(number - 1);
            if (value.Weekday is null || candidate.DayOfWeek == value.Weekday) return One(candidate);
        }
        return null;
    }

    // An absolute date as the end of a range: in its own year, else in the one that lies nearest ahead.
    private static (DateOnly, DateOnly)? Year(DateOnly day, DateValue value, Func<bool> past)
    {
        if (value.From.Year is { } year) return Calendar.DaysIn(value, year);
        var (back, candidates) = (past() ? 366 : Back, new[] { day.Year - 1, day.Year, day.Year + 1 }.Select(each => Calendar.DaysIn(value, each)).OfType<(DateOnly From, DateOnly To)>());
        foreach (var days in candidates)
            if (days.To.DayNumber >= day.DayNumber - back) return days;
        return null;
    }

    private static (DateOnly, DateOnly)? Near(DateOnly day, Func<bool> past, Func<int, DateOnly?> inYear, int? stated)
    {
        if (stated is { } year) return inYear(year) is { } only ? One(only) : null;
        var back = past() ? 366 : Back;
        for (var each = day.Year - 1; each <= day.Year + 1; each++)
            if (inYear(each) is { } candidate && candidate.DayNumber >= day.DayNumber - back) return One(candidate);
        return null;
    }

    private static (DateOnly, DateOnly)? Ends(DateOnly day, DateEnds ends, Func<bool> past)
    {
        if (Count(day, ends.First, past) is not var (from, _)) return null;
        // A last day that is counted in its turn lies after the first: "this Friday to Sunday".
        var since = ends.Last.Relative is RelativeKind.Weekday or RelativeKind.DayOfMonth || ends.Last is { Relative: RelativeKind.None, From.Year: null } ? from : day;
        return Count(since, ends.Last, since == from ? () => false : past) is var (_, to) && to >= from ? (from, to) : null;
    }

    private static (DateOnly, DateOnly) One(DateOnly day) => (day, day);
}
