namespace Extract.Resolve.Dates;

/// <summary>From what words say to days of the calendar.</summary>
internal static class Calendar
{
    /// <summary>The days of a value in a year (of its first day where it turns the year); the 31st is cut to the month's length.</summary>
    public static (DateOnly From, DateOnly To)? DaysIn(DateValue value, int year)
    {
        if (value.From.Month is null || value.To.Month is null || year is < 1 or > 9998) return null;
        var turns = value.From.Month > value.To.Month && value.To.Year is null;
        var from = Cut(value.From, value.From.Year ?? year);
        var to = Cut(value.To, value.To.Year ?? (turns ? year + 1 : year));
        return from is { } first && to is { } last ? (first, last < first ? first : last) : null;
    }

    /// <summary>The day, or the last of its month where the month is shorter.</summary>
    public static DateOnly? Cut(PartialDate day, int year) => day is { Month: >= 1 and <= 12, Day: >= 1 } && year is >= 1 and <= 9999
        ? new DateOnly(year, day.Month.Value, Math.Min(day.Day.Value, DateTime.DaysInMonth(year, day.Month.Value))) : null;

    /// <summary>The same value with day and month exchanged.</summary>
    public static DateValue Swap(DateValue value) => value with { From = Swap(value.From), To = Swap(value.To) };

    private static PartialDate Swap(PartialDate day) => new(day.Year, day.Day, day.Month);

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The first such weekday on or after a day.</summary>
    public static DateOnly OnOrAfter(DateOnly day, DayOfWeek weekday) => day.AddDays(((int)weekday - (int)day.DayOfWeek + 7) % 7);

    /// <summary>The last such weekday before a day.</summary>
    public static DateOnly Before(DateOnly day, DayOfWeek weekday) => OnOrAfter(day, weekday).AddDays(-7);

    /// <summary>How far one day is from another, in words that people read in features.</summary>
    public static string Gap(int days) => days switch
    {
        < -330 => "year-before",
        < -180 => "half-year-before",
        < -60 => "months-before",
        < -7 => "weeks-before",
        < 0 => "days-before",
        0 => "same-day",
        <= 7 => "days-after",
        <= 60 => "weeks-after",
        <= 180 => "months-after",
        <= 330 => "half-year-after",
        _ => "year-after",
    };
}
