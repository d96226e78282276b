using Extract.Text;

namespace Extract.Resolve.Dates;

/// <summary>Counts relative words from the publication date, or from the announcement's own dates.</summary>
internal static class RelativeDates
{
    private const double ByOwnDates = 0.85, ByPublication = 0.9, ByNeighbour = 0.6;

    /// <summary>The days of a relative value with the probability that they are right; null where nothing gives a day to count from.</summary>
    public static (DateOnly From, DateOnly To, double Probability)? Resolve(DocumentDates dates, TokenList tokens, Mention mention, DateValue value, DateWords words)
    {
        if (value.Relative == RelativeKind.Weekday && value.Weekday is not null && OwnWeekday(dates, value.Weekday!.Value) is { } own) return (own, own, ByOwnDates);
        var (before, after, _) = dates.Around(mention.Span);
        var reference = dates.Reference ?? before?.From ?? after?.From;
        if (reference is not { } day) return null;
        return RelativeDays.Count(day, value, () => YearFeatures.Tense(tokens, mention.Span, words) == "past") is var (from, to)
            ? (from, to, dates.Published is null ? ByNeighbour : ByPublication) : null;
    }

    // "Tuesday, 19 February 2019 … join us this Tuesday": the event's own days are what a weekday speaks of.
    private static DateOnly? OwnWeekday(DocumentDates dates, DayOfWeek weekday)
    {
        foreach (var anchor in dates.Own)
            if (anchor.To.DayNumber - anchor.From.DayNumber < 14 && Calendar.OnOrAfter(anchor.From, weekday) is var day && day <= anchor.To) return day;
        return null;
    }
}
