using System.Globalization;
using Extract.Tag.Dates;

namespace Extract.Resolve.Dates;

/// <summary>Finds the weekly or monthly pattern that belongs to a date.</summary>
internal static class Recurrences
{
    private const int Farthest = 120; // code units: the same sentence, or the line beside it

    /// <summary>The pattern that stands nearest to a date of the announcement, with its clock time; null where none is near, or another date stands nearer to it.</summary>
    public static DateValue? Beside(ResolveContext context, TextSpan span)
    {
        var dates = context.Inside(MentionKind.Date).ToArray();
        var pattern = dates.Where(IsPattern).MinBy(mention => Distance(mention.Span, span));
        if (pattern is null || Distance(pattern.Span, span) > Farthest) return null;
        return dates.Where(mention => !IsPattern(mention) && mention.Value is not DateValue { Excepted: true }).MinBy(mention => Distance(mention.Span, pattern.Span))?.Span == span ? (DateValue)pattern.Value! : null;
    }

    private static bool IsPattern(Mention mention) => mention.Value is DateValue { Recurrence: not null };

    /// <summary>
    /// The finding as a series: "every Tuesday in May" begins on the first Tuesday of May and ends on the last, which its rule says too (UNTIL). Days on which the
    /// pattern never falls are left as they are.
    /// </summary>
    public static DateFinding Series(DateFinding finding, DateValue pattern)
    {
        var weekdays = Weekdays(pattern.Recurrence!);
        var series = finding with { Recurrence = pattern.Recurrence, FromTime = finding.FromTime ?? pattern.FromTime, ToTime = finding.ToTime ?? pattern.ToTime, TimeZone = finding.TimeZone ?? pattern.TimeZone };
        if (finding.From == finding.To) return series;
        if (finding.From is { } from && Step(from, 1, weekdays) is { } first && (finding.To is not { } end || first <= end)) series = series with { From = first };
        if (finding.To is not { } to) return series;
        if (Step(to, -1, weekdays) is { } last && (finding.From is not { } begin || last >= begin)) series = series with { To = last };
        return series with { Recurrence = $"{pattern.Recurrence};UNTIL={series.To!.Value.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}" };
    }

    private static DateOnly? Step(DateOnly day, int step, DayOfWeek[] weekdays)
    {
        for (var i = 0; i < 7; i++)
            if (weekdays.Contains(day.AddDays(step * i).DayOfWeek)) return day.AddDays(step * i);
        return null;
    }

    // Of a weekly rule; what is counted within months is left to the calendar that reads it.
    private static DayOfWeek[] Weekdays(string rule) => !rule.StartsWith("FREQ=WEEKLY", StringComparison.Ordinal) ? []
        : [.. rule[(rule.IndexOf("BYDAY=", StringComparison.Ordinal) + 6)..].Split(',').Select(DateNotation.WeekdayOf).OfType<DayOfWeek>()];

    private static int Distance(TextSpan a, TextSpan b) => a.Start < b.Start ? Math.Max(0, b.Start - a.End) : Math.Max(0, a.Start - b.End);
}
