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
        if (reading.YearUnknown) return Ask($"Which year? “{words}” does not say it, and nothing else does.", []);
        if (reading.MarkupSays is { } stated) return Markup(words, reading, stated.Day, stated.Time);
        if (reading.Weekday == WeekdayCheck.Contradicts)
            return Ask($"“{words}” names a {reading.Value.Weekday}, but {Iso(reading.From)} is a {reading.From.DayOfWeek}. Which is right?", Days(reading));
        if (reading.Value.OrderAmbiguous && reading.Others.Count > 0 && !reading.YearInferred)
            return Ask($"Which days are meant by “{words}”? Day and month could change places.", Days(reading));
        if (!reading.YearInferred || reading.Value.Relative != RelativeKind.None || reading.Probability >= SureYear) return null;
        var years = reading.Others.Prepend(reading.Days).Select(days => days.From.Year.ToString(CultureInfo.InvariantCulture)).Distinct();
        return Ask($"Is the year of “{words}” {reading.From.Year.ToString(CultureInfo.InvariantCulture)}? The words do not say it.", years);
    }

    /// <summary>What to ask where the page's markup says another day, or on the same day another hour, than the words.</summary>
    public static Question Markup(string words, Reading reading, DateOnly day, TimeOnly? time) => reading.From <= day && day <= reading.To
        ? new("fromTime", $"The words say that “{words}” begins at {Clock(reading.Value.FromTime)}, the page's markup {Clock(time)}. Which is right?", [Clock(reading.Value.FromTime), Clock(time)])
        : Ask($"“{words}” stands in the text, {Iso(day)} in the page's markup. Which is right?", [Words(reading.Days), Iso(day)]);

    private static string Clock(TimeOnly? time) => time is { } said ? said.ToString("HH:mm", CultureInfo.InvariantCulture) : "";

    private static IEnumerable<string> Days(Reading reading) => reading.Others.Prepend(reading.Days).Select(Words).Distinct();

    // The whole range: the order of day and month changes both of its ends.
    private static string Words((DateOnly From, DateOnly To) days) => days.From == days.To ? Iso(days.From) : $"{Iso(days.From)} to {Iso(days.To)}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Question Ask(string question, IEnumerable<string> choices) => new("from", question, [.. choices]);
}
