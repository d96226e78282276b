using System.Globalization;

namespace Extract.Tag.Dates;

/// <summary>Reads <c>relative UNIT COUNT [WEEKDAY|PART]</c>. A weekend is weeks with the weekday Saturday; a third of a month has its days.</summary>
internal static class RelativeNotation
{
    public static DateValue Read(string[] words)
    {
        var (unit, offset) = (words[1], int.Parse(words[2], CultureInfo.InvariantCulture));
        var part = words.Length > 3 ? words[3] : "";
        var value = new DateValue
        {
            From = default,
            To = default,
            Offset = unit == "sevenDays" ? offset * 7 : offset,
            Weekday = unit == "weekend" ? DayOfWeek.Saturday : DateNotation.WeekdayOf(part),
            Coarse = unit is "weeks" or "months" or "thirds" or "restOfMonth",
            Relative = Kind(unit),
        };
        return unit != "thirds" ? value
            : value with { From = new(null, null, DateNotation.Third(part, false)), To = new(null, null, DateNotation.Third(part, true)) };
    }

    private static RelativeKind Kind(string unit) => unit switch
    {
        "days" or "sevenDays" => RelativeKind.Days,
        "weekday" => RelativeKind.Weekday,
        "nextWeekday" => RelativeKind.NextWeekday,
        "lastWeekday" => RelativeKind.LastWeekday,
        "months" or "thirds" => RelativeKind.Months,
        "restOfMonth" => RelativeKind.RestOfMonth,
        "years" => RelativeKind.Years,
        _ => RelativeKind.Weeks,
    };
}
