using Extract.Tag;
using Extract.Text;

namespace Extract.Resolve.Dates;

/// <summary>
/// What the page's markup says of the words of one date (<c>time datetime</c>): a year that the words leave out, the day of "tomorrow", an hour that they do not say. Where it says
/// another day or hour than the words, both are kept and a person is asked.
/// </summary>
internal static class MarkedTimes
{
    private const double Sure = 0.98;
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>The reading of a mention in the light of the markup; the same where it says nothing of these words.</summary>
    public static Reading? Hear(ResolveContext context, Mention mention, Reading? reading, IReadOnlyList<MarkupEvent> events)
    {
        var stated = context.Document.Times.IsEmpty ? null : Of(context, mention.Span);
        if (reading is null) return stated is { } day && mention.Value is DateValue { Relative: RelativeKind.Days or RelativeKind.Weekday } value && IsOn(value.Weekday, day.Day)
            ? Timed(new(mention, value, day.Day, day.Day, true, Sure, false, []), day) : null;
        if (reading.Value.Impossible is not null) return reading;
        if (stated is { } own) return Hear(reading, own);
        if (!reading.YearInferred || reading.Value.Relative != RelativeKind.None) return reading;
        foreach (var each in events)
            if (each.Start is { } start && InYearOf(reading.Value, start) is var (from, to) && from == start) return reading with { From = from, To = to, Probability = Sure, YearUnknown = false, Others = [] };
        return reading;
    }

    private static Reading Hear(Reading reading, StatedTime stated)
    {
        if (reading.Value.Relative != RelativeKind.None) return IsOneDay(reading) && IsOn(reading.Value.Weekday, stated.Day) ? Timed(reading with { From = stated.Day, To = stated.Day, Probability = Sure }, stated) : reading;
        if (reading.YearInferred && InYearOf(reading.Value, stated.Day) is var (from, to)) reading = reading with { From = from, To = to, Probability = Sure, YearUnknown = false, Others = [] };
        return reading.From <= stated.Day && stated.Day <= reading.To ? Timed(reading, stated) : reading with { MarkupSays = stated };
    }

    /// <summary>True where two clock times contradict each other. A time in UTC is that of a machine, and no other than the local one of the words.</summary>
    public static bool Differ(TimeOnly? said, TimeOnly? stated, string? zone) => said is { } one && stated is { } other && one != other && !IsUtc(zone);

    /// <summary>True of the names under which pages (<c>+00:00</c>) and calendars (<c>UTC</c>) give a time in UTC.</summary>
    public static bool IsUtc(string? zone) => zone is "+00:00" or "UTC";

    // Of an element that holds one date and no other.
    private static StatedTime? Of(ResolveContext context, TextSpan span)
    {
        var times = context.Document.Times;
        var at = Bisection.FirstAbove(times.AsSpan(), span.Start, time => time.Span.End);
        if (at == times.Length || !times[at].Span.Overlaps(span)) return null;
        return HoldsOneDate(context, times[at].Span) ? times[at] : null;
    }

    private static bool HoldsOneDate(ResolveContext context, TextSpan span)
    {
        var count = 0;
        foreach (var mention in MentionRange.Of(context.Mentions, span))
            if (mention.Kind == MentionKind.Date && mention.Span.Overlaps(span)) count++;
        return count == 1;
    }

    private static bool IsOneDay(Reading reading) => reading.From == reading.To && !reading.Value.Coarse;

    private static bool IsOn(DayOfWeek? weekday, DateOnly day) => weekday is null || weekday == day.DayOfWeek;

    private static (DateOnly From, DateOnly To)? InYearOf(DateValue value, DateOnly day)
    {
        for (var year = day.Year; year >= day.Year - 1; year--)
            if (Calendar.DaysIn(value, year) is var (from, to) && from <= day && day <= to) return (from, to);
        return null;
    }

    // Noon in UTC is what programs write for a day alone.
    private static Reading Timed(Reading reading, StatedTime stated)
    {
        if (stated.Time is not { } time || stated.Day != reading.From || (time == Noon && IsUtc(stated.Zone))) return reading;
        if (reading.Value.FromTime is null) return reading with { Value = reading.Value with { FromTime = time, TimeZone = stated.Zone } };
        return Differ(reading.Value.FromTime, time, stated.Zone) ? reading with { MarkupSays = stated } : reading;
    }
}
