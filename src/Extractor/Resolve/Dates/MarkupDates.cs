using System.Globalization;
using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>What a page's markup says of the dates of an announcement.</summary>
internal static class MarkupDates
{
    private const double Trust = 0.7;
    private static readonly Feature OnlyMarkup = new("only-markup");

    /// <summary>What the markup adds to the log odds of some days being the event's; 0 where it says others or none.</summary>
    public static double Agreement(DateOnly from, DateOnly to, IReadOnlyList<MarkupEvent> stated) =>
        stated.Count == 0 ? 0 : stated.Max(each => each.Start != from ? 0 : (each.End ?? from) == to ? MarkupWitness.SameDays : MarkupWitness.SameStart);

    /// <summary>True where the markup says the same first day, false where it says others and these are not within them, null where it is silent.</summary>
    public static bool? Says(DateOnly from, DateOnly to, IReadOnlyList<MarkupEvent> stated)
    {
        if (!stated.Any(each => each.Start is not null)) return null;
        if (stated.Any(each => each.Start == from)) return true;
        // A day of an event of several days is neither.
        return stated.Any(each => each.Start < from && to <= each.End) ? null : false;
    }

    /// <summary>The event of the markup that says at which time what begins on a day begins, where the words say the same or none; or null.</summary>
    public static MarkupEvent? Timed(DateOnly from, TimeOnly? time, IReadOnlyList<MarkupEvent> stated)
    {
        var timed = stated.Where(each => each.Start == from && each.FromTime is not null && (time is null || each.FromTime == time)).ToArray();
        return timed is [var only] ? only : null;
    }

    /// <summary>
    /// What to ask of a day of the event where the markup contradicts the text: it begins the event on a day that no date of the announcement holds, or at another hour; null where
    /// it does not. A moment in UTC may be that of the day beside it.
    /// </summary>
    public static Question? Contradiction(Reading reading, string words, IReadOnlyList<Reading> all, IReadOnlyList<MarkupEvent> stated)
    {
        if (stated.Where(each => each.Start is not null).ToArray() is not [{ Start: { } start } only]) return null;
        if (reading.From == start) return MarkedTimes.Differ(reading.Value.FromTime, only.FromTime, only.TimeZone) ? DateQuestions.Markup(words, reading, start, only.FromTime) : null;
        var (slack, last) = (MarkedTimes.IsUtc(only.TimeZone) ? 1 : 0, only.End ?? start);
        return all.Any(each => each.From <= last.AddDays(slack) && start <= each.To.AddDays(slack)) ? null : DateQuestions.Markup(words, reading, start, null);
    }

    /// <summary>How the markup says that what begins on a day is repeated, whole, where words say only a part of it; or null.</summary>
    public static string? Recurrence(DateOnly from, IReadOnlyList<MarkupEvent> stated) =>
        stated.FirstOrDefault(each => each.Recurrence is not null && each.Start == from)?.Recurrence;

    /// <summary>The days of the one event of the markup that is the announcement's, for where its text gives none; or null.</summary>
    public static Candidate<DateFinding>? Of(IReadOnlyList<MarkupEvent> stated)
    {
        var dated = stated.Where(each => each.Start is not null).ToArray();
        if (dated is not [{ Start: { } from } only]) return null;
        var features = new FeatureVector(named: true);
        features.Add(OnlyMarkup);
        return new(new()
        {
            Text = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            From = from,
            To = only.End ?? from,
            FromTime = only.FromTime,
            ToTime = only.ToTime,
            TimeZone = only.TimeZone,
            Recurrence = only.Recurrence,
            Role = "event",
            By = only.By,
        }, Trust, features);
    }
}
