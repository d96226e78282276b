using System.Globalization;

namespace Extract.Resolve.Dates;

/// <summary>What a person is asked about a date that is doubtful by itself.</summary>
internal static class DateQuestions
{
    private const double SureYear = 0.9;

    /// <summary>The question, or null where nothing is doubtful.</summary>
    public static Question? Of(Reading reading, string text)
    {
        var words = reading.Mention.Span.Of(text);
        if (reading.Value.Impossible is { } why) return Ask($"“{words}” cannot be a date: {why} Which day is meant?", Days(reading));
        if (reading.Weekday == WeekdayCheck.Contradicts)
            return Ask($"“{words}” names a {reading.Value.Weekday}, but {Iso(reading.From)} is a {reading.From.DayOfWeek}. Which is right?", Days(reading));
        if (reading.Value.OrderAmbiguous && reading.Others.Count > 0 && !reading.YearInferred)
            return Ask($"Which is the month in “{words}”?", Days(reading));
        if (!reading.YearInferred || reading.Value.Relative != RelativeKind.None || reading.Probability >= SureYear) return null;
        var years = reading.Others.Prepend(reading.From).Select(day => day.Year.ToString(CultureInfo.InvariantCulture)).Distinct();
        return Ask($"Is the year of “{words}” {reading.From.Year.ToString(CultureInfo.InvariantCulture)}? The words do not say it.", years);
    }

    private static IEnumerable<string> Days(Reading reading) => reading.Others.Prepend(reading.From).Select(Iso).Distinct();

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Question Ask(string question, IEnumerable<string> choices) => new("from", question, [.. choices]);
}
