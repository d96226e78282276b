using System.Globalization;

namespace Extract.Tag.Dates;

/// <summary>
/// Reads the values of <c>Rules/dates.yml</c>: <c>2018-06-28</c>, <c>?-06-28/?-06-29</c>, <c>2018-06</c>, <c>?-06-early/?-06-early</c>,
/// <c>relative weekday 0 TU</c>, <c>weekly 1 TU</c>. A weekend is weeks with the weekday Saturday.
/// </summary>
internal static class DateNotation
{
    private const int LastOfMonth = 31;

    /// <summary>The value of a notation; null where it is none of a date (<c>none</c>, <c>time</c>).</summary>
    public static DateValue? Read(string notation)
    {
        var words = notation.Split(' ');
        return words[0] switch
        {
            "none" or "time" => null,
            "relative" => Relative(words[1], int.Parse(words[2], CultureInfo.InvariantCulture), words.Length > 3 ? WeekdayOf(words[3]) : null),
            "weekly" => Pattern(words[1] == "1" ? $"FREQ=WEEKLY;BYDAY={words[2]}" : $"FREQ=WEEKLY;INTERVAL={words[1]};BYDAY={words[2]}"),
            "monthly" => Pattern($"FREQ=MONTHLY;BYDAY={words[1].TrimStart('0')}{words[2]}"),
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

    private static DateValue Pattern(string rule) => new() { From = default, To = default, Recurrence = rule };

    private static DateValue Relative(string unit, int offset, DayOfWeek? weekday) => new()
    {
        From = default,
        To = default,
        Offset = offset,
        Weekday = unit == "weekend" ? DayOfWeek.Saturday : weekday,
        Coarse = unit is "weeks" or "months",
        Relative = unit switch
        {
            "days" => RelativeKind.Days,
            "weekday" => RelativeKind.Weekday,
            "nextWeekday" => RelativeKind.NextWeekday,
            "lastWeekday" => RelativeKind.LastWeekday,
            "months" => RelativeKind.Months,
            "years" => RelativeKind.Years,
            _ => RelativeKind.Weeks,
        },
    };

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
        var day = parts.Length < 3 ? (end ? LastOfMonth : 1) : parts[2] switch
        {
            "early" => end ? 10 : 1,
            "mid" => end ? 20 : 11,
            "late" => end ? LastOfMonth : 21,
            _ => Number(parts[2]),
        };
        return new(Number(parts[0]), Number(parts[1]), day);
    }

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
