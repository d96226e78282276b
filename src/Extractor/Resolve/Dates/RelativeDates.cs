using Extract.Text;

namespace Extract.Resolve.Dates;

/// <summary>Counts relative words from the publication date, or from the announcement's own dates.</summary>
internal static class RelativeDates
{
    private const double ByOwnDates = 0.85, ByPublication = 0.9, ByNeighbour = 0.6;

    /// <summary>The days of a relative value with the probability that they are right; null where nothing gives a day to count from.</summary>
    public static (DateOnly From, DateOnly To, double Probability)? Resolve(DocumentDates dates, TokenList tokens, Mention mention, DateValue value, DateWords words)
    {
        if (value.Relative == RelativeKind.Weekday && OwnWeekday(dates, value.Weekday!.Value) is { } own) return (own, own, ByOwnDates);
        var (before, after, _) = dates.Around(mention.Span);
        var reference = dates.Published ?? before?.From ?? after?.From;
        if (reference is not { } day) return null;
        var (from, to) = Count(day, value, () => YearFeatures.Tense(tokens, mention.Span, words) == "past");
        return (from, to, dates.Published is null ? ByNeighbour : ByPublication);
    }

    // "Tuesday, 19 February 2019 … join us this Tuesday": the event's own days are what a weekday speaks of.
    private static DateOnly? OwnWeekday(DocumentDates dates, DayOfWeek weekday)
    {
        foreach (var anchor in dates.Own)
            if (anchor.To.DayNumber - anchor.From.DayNumber < 14 && Calendar.OnOrAfter(anchor.From, weekday) is var day && day <= anchor.To) return day;
        return null;
    }

    private static (DateOnly From, DateOnly To) Count(DateOnly day, DateValue value, Func<bool> past)
    {
        switch (value.Relative)
        {
            case RelativeKind.Days: return One(day.AddDays(value.Offset));
            case RelativeKind.Weekday:
                var coming = Calendar.OnOrAfter(day, value.Weekday!.Value);
                return One(past() && coming != day ? coming.AddDays(-7) : coming);
            case RelativeKind.NextWeekday: return One(Calendar.OnOrAfter(Calendar.Monday(day).AddDays(7), value.Weekday!.Value));
            case RelativeKind.LastWeekday: return One(Calendar.Before(day, value.Weekday!.Value));
            case RelativeKind.Weeks:
                var monday = Calendar.Monday(day).AddDays(7 * value.Offset);
                return value.Weekday == DayOfWeek.Saturday ? (monday.AddDays(5), monday.AddDays(6)) : (monday, monday.AddDays(6));
            case RelativeKind.Months:
                var first = new DateOnly(day.Year, day.Month, 1).AddMonths(value.Offset);
                return (first, first.AddMonths(1).AddDays(-1));
            default: return (new DateOnly(day.Year + value.Offset, 1, 1), new DateOnly(day.Year + value.Offset, 12, 31));
        }
    }

    private static (DateOnly, DateOnly) One(DateOnly day) => (day, day);
}
