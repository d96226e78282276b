namespace Extract.Tag.Dates;

/// <summary>Weekdays counted within a month.</summary>
internal static class MonthWeekdays
{
    /// <summary>The n-th such weekday of a month, the last for −1; null where the month has none.</summary>
    public static DateOnly? Nth(int year, int month, DayOfWeek weekday, int nth)
    {
        if (year is < 1 or > 9998 || month is < 1 or > 12) return null;
        var first = new DateOnly(year, month, 1);
        var day = first.AddDays(((int)weekday - (int)first.DayOfWeek + 7) % 7).AddDays(7 * ((nth < 0 ? 5 : nth) - 1));
        if (day.Month != month && nth < 0) day = day.AddDays(-7);
        return day.Month == month ? day : null;
    }
}
