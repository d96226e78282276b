using System.Globalization;

namespace Extract.Tag.Dates;

/// <summary>Reads the values of <c>Rules/dates</c>; what they look like is said at the head of <c>grammar.yml</c>.</summary>
internal static class DateNotation
{
    private const int LastOfMonth = 31;

    /// <summary>The value of a notation; null where it is none of a date (<c>none</c>, <c>time</c>) or cannot be one.</summary>
    public static DateValue? Read(string notation)
    {
        var words = notation.Split(' ');
        return words[0] switch
        {
            "none" or "time" => null,
            "relative" => RelativeNotation.Read(words),
            "weekly" or "monthly" or "monthday" => RecurrenceNotation.Read(words) is { } rule ? new() { From = default, To = default, Recurrence = rule } : null,
            "nth" => WeekdayOfMonth(words),
            "nth-relative" => new() { From = default, To = default, Relative = RelativeKind.Months, Offset = Number(words[1])!.Value, Nth = Number(words[2])!.Value, Weekday = WeekdayOf(words[3]) },
            "day" => new() { From = new(null, null, Number(words[1])), To = new(null, null, Number(words[1])), Relative = RelativeKind.DayOfMonth, Weekday = WeekdayOf(words[2]) },
            "week" => Absolute(words[1]) with { Relative = RelativeKind.WeekOf },
            "easter" => new() { From = new(Number(words[2]), null, null), To = new(Number(words[2]), null, null), Relative = RelativeKind.Easter, Offset = Number(words[1])!.Value },
            "spelled" => Spelled(words),
            "no-year" => Absolute(words[1]) with { Impossible = "The number in the place of its year is none." },
            _ => Absolute(notation),
        };
    }

    /// <summary>A weekday by its RFC 5545 letters.</summary>
    public static DayOfWeek? WeekdayOf(string letters) => letters switch
    {
        "MO" => DayOfWeek.Monday,
        "TU" => DayOfWeek.Tuesday,
        "WE" => DayOfWeek.Wednesday,
        "TH" => DayOfWeek.Thursday,
        "FR" => DayOfWeek.Friday,
        "SA" => DayOfWeek.Saturday,
        "SU" => DayOfWeek.Sunday,
        _ => null,
    };

    // "nth 1 FR 2020-07", "nth 3 MO ?-01 2025": the year stands with the month or behind it.
    private static DateValue WeekdayOfMonth(string[] words)
    {
        var parts = words[3].Split('-');
        var (year, month, nth, weekday) = (Number(words.Length > 4 ? words[4] : parts[0]), Number(parts[1]), Number(words[1])!.Value, WeekdayOf(words[2])!.Value);
        if (year is null) return new() { From = new(null, month, null), To = new(null, month, null), Relative = RelativeKind.WeekdayOfMonth, Nth = nth, Weekday = weekday };
        var day = MonthWeekdays.Nth(year.Value, month!.Value, weekday, nth);
        var value = day is { } found ? PartialDate.Of(found) : new(year, month, null);
        return new() { From = value, To = value, Weekday = weekday, Impossible = day is null ? "The month has no such weekday." : null };
    }

    // "spelled CENTURY OF-CENTURY TENS ONES MONTH-DAY[/DAY]"
    private static DateValue? Spelled(string[] words)
    {
        var year = (Number(words[1])!.Value * 100) + (Number(words[2]) ?? ((Number(words[3]) ?? 0) * 10) + (Number(words[4]) ?? 0));
        var slash = words[5].IndexOf('/', StringComparison.Ordinal);
        var first = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{(slash < 0 ? words[5] : words[5][..slash])}");
        return Absolute(slash < 0 ? first : $"{first}/{first[..^2]}{words[5][(slash + 1)..]}");
    }

    private static DateValue Absolute(string notation)
    {
        var slash = notation.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? notation : notation[..slash];
        var last = slash < 0 ? notation : notation[(slash + 1)..];
        return new() { From = Day(first, end: false), To = Day(last, end: true), Coarse = first.Split('-').Length < 3 || char.IsLetter(first[^1]) };
    }

    private static PartialDate Day(string notation, bool end)
    {
        var parts = notation.Split('-');
        var day = parts.Length < 3 ? (end ? LastOfMonth : 1) : Third(parts[2], end) ?? Number(parts[2]);
        return new(Number(parts[0]), Number(parts[1]), day);
    }

    /// <summary>The first or last day of a third of a month; null for what names none.</summary>
    public static int? Third(string part, bool end) => part switch
    {
        "early" => end ? 10 : 1,
        "mid" => end ? 20 : 11,
        "late" => end ? LastOfMonth : 21,
        _ => null,
    };

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
