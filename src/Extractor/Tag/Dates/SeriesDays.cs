using Extract.Text;

namespace Extract.Tag.Dates;

/// <summary>Lends the weekday of a weekly pattern to the days that it leads to: "every Wednesday from 3 to 24 May" tells the year as "Wednesday, 3 May" does.</summary>
internal static class SeriesDays
{
    private const int Farthest = 4; // tokens between the pattern and its days

    public static void Lend(TokenList tokens, List<DateHit> dates)
    {
        for (var i = 0; i + 1 < dates.Count; i++)
        {
            if (Weekday(dates[i].Value.Recurrence) is not { } weekday || dates[i + 1] is not { Value: { Coarse: false, Relative: RelativeKind.None, Weekday: null, Recurrence: null, Excepted: false, From.Day: not null } } next) continue;
            if (next.First - dates[i].HullLast <= Farthest && !tokens[next.First].Is(TokenTraits.BlockStart)) dates[i + 1] = next with { Value = next.Value with { Weekday = weekday } };
        }
    }

    private static DayOfWeek? Weekday(string? rule)
    {
        const string Weekly = "FREQ=WEEKLY;BYDAY=";
        return rule is not null && rule.Length == Weekly.Length + 2 && rule.StartsWith(Weekly, StringComparison.Ordinal) ? DateNotation.WeekdayOf(rule[Weekly.Length..]) : null;
    }
}
