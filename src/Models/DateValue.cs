namespace Extract.Models;

/// <summary>A day of which the year, the month or the day may be missing in the words.</summary>
/// <param name="Year">Four digits, or null where the words do not say.</param>
/// <param name="Month">1 to 12, or null.</param>
/// <param name="Day">1 to 31, or null.</param>
public readonly record struct PartialDate(int? Year, int? Month, int? Day)
{
    /// <summary>A full day.</summary>
    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>The day, where all of it is known and it exists; else null.</summary>
    public DateOnly? ToDate() => ToDate(Year);

    /// <summary>The day in the given year, where month and day are known and it exists; else null.</summary>
    public DateOnly? ToDate(int? year) =>
        year is >= 1 and <= 9999 && Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(year.Value, Month.Value)
            ? new DateOnly(year.Value, Month.Value, Day.Value) : null;
}

/// <summary>How a word that counts from another day is to be counted.</summary>
public enum RelativeKind
{
    /// <summary>The words stand by themselves.</summary>
    None,
    /// <summary>Days from the reference day: "tomorrow" is +1.</summary>
    Days,
    /// <summary>A weekday on or after the reference day: "this Friday", "on Tuesday".</summary>
    Weekday,
    /// <summary>A weekday of the week after: "next Tuesday".</summary>
    NextWeekday,
    /// <summary>A weekday before the reference day: "last Monday".</summary>
    LastWeekday,
    /// <summary>Weeks (Monday to Sunday) from the reference day's.</summary>
    Weeks,
    /// <summary>Months from the reference day's.</summary>
    Months,
    /// <summary>Years from the reference day's.</summary>
    Years,
    /// <summary>The week (Monday to Sunday) of <see cref="DateValue.From"/>: "week of March 4".</summary>
    WeekOf,
    /// <summary>A day of the month that the words do not say: "Thursday the 21st".</summary>
    DayOfMonth,
    /// <summary>Days from Easter Sunday of the year of <see cref="DateValue.From"/>.</summary>
    Easter,
    /// <summary>The <see cref="DateValue.Nth"/> weekday of the month of <see cref="DateValue.From"/>.</summary>
    WeekdayOfMonth,
    /// <summary>What is left of a month.</summary>
    RestOfMonth,
    /// <summary>From one date to another of which at least one is counted: <see cref="DateValue.Ends"/>.</summary>
    Ends,
}

/// <summary>
/// What the words of a date say, and no more than they say: years are inferred, and relative words counted, by <c>Resolve</c>.
/// A month alone is its first to its last day.
/// </summary>
public sealed record DateValue : MentionValue
{
    /// <summary>The first day; for a month alone its <see cref="PartialDate.Day"/> is 1.</summary>
    public required PartialDate From { get; init; }

    /// <summary>The last day, the same as <see cref="From"/> for one day. For a month alone its day is 31, to be cut to the month's length.</summary>
    public required PartialDate To { get; init; }

    /// <summary>"until 15 March" has no first day, "from 15 March" no last one.</summary>
    public bool OpenStart { get; init; }

    /// <inheritdoc cref="OpenStart"/>
    public bool OpenEnd { get; init; }

    /// <summary>The clock time at which it begins, or null.</summary>
    public TimeOnly? FromTime { get; init; }

    /// <summary>The clock time at which it ends, or null.</summary>
    public TimeOnly? ToTime { get; init; }

    /// <summary>An IANA name, or ±hh:mm where only an offset or an abbreviation is written; or null.</summary>
    public string? TimeZone { get; init; }

    /// <summary>An RFC 5545 RRULE, or null.</summary>
    public string? Recurrence { get; init; }

    /// <summary>The weekday of the first day where the words say it.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>How <see cref="Offset"/> is to be counted; <see cref="RelativeKind.None"/> for absolute dates.</summary>
    public RelativeKind Relative { get; init; }

    /// <summary>The count of a relative expression, in the unit of <see cref="Relative"/>.</summary>
    public int Offset { get; init; }

    /// <summary>Which of the weekdays of a month is meant, from 1; −1 for the last, 0 where none is.</summary>
    public int Nth { get; init; }

    /// <summary>The first and the last day of <see cref="RelativeKind.Ends"/>; null for all else.</summary>
    public DateEnds? Ends { get; init; }

    /// <summary>The heading's words that complete a day whose own words leave its month out ("May 2024" over "3 – Lecture"); null where they say it themselves.</summary>
    public TextSpan? Completed { get; init; }

    /// <summary>Where the words of the clock time stand; null where there is none.</summary>
    public TextSpan? Clock { get; init; }

    /// <summary>True where the clock time is that of the schedule that the date stands in, said once for all of it.</summary>
    public bool ClockOfSchedule { get; init; }

    /// <summary>True for "3/4/2019", where day and month could change places; the value is read month first.</summary>
    public bool OrderAmbiguous { get; init; }

    /// <summary>The year that another date of the same list says for all of them: "5 April, 12 April and 19 April 2024"; null where there is none, or the words say their own.</summary>
    public int? ListYear { get; init; }

    /// <summary>True where the words beside it say that what takes place does not on these days: "every Tuesday except 25 April", "postponed from 5 May".</summary>
    public bool Excepted { get; init; }

    /// <summary>True where the words before it say that something was moved to these days: "postponed to 12 June".</summary>
    public bool Moved { get; init; }

    /// <summary>True where the whole words name a month, a part of one or a longer time, not days.</summary>
    public bool Coarse { get; init; }

    /// <summary>Why the words cannot be a date ("31 June"), for the reviewer; null where they can.</summary>
    public string? Impossible { get; init; }
}

/// <summary>The two ends of a range of which at least one is counted from another day: "from 1 August to today".</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
public sealed record DateEnds(DateValue First, DateValue Last);
