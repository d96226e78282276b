using System.Globalization;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Extract.Read.Calendars;

/// <summary>When an event of a calendar is, as days and in words.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day, included.</param>
/// <param name="From">When it begins on the first day, or null for all day.</param>
/// <param name="To">When it ends on the last day, or null.</param>
/// <param name="Zone">The zone of its times, or null.</param>
internal readonly record struct EventTime(DateOnly First, DateOnly Last, TimeOnly? From, TimeOnly? To, string? Zone)
{
    /// <summary>Null where the event states no start, or ends after all days.</summary>
    public static EventTime? Of(CalendarEvent stated)
    {
        if (stated.DtStart is not { } start) return null;
        var lasts = stated.Duration?.ToTimeSpanUnspecified();
        if (lasts > DateTime.MaxValue - start.Value) return null;
        var end = stated.DtEnd?.Value ?? start.Value + lasts;
        if (end is not { } stop || stop <= start.Value) return new(start.Date, start.Date, Time(start), null, ZoneOf(start));
        // What ends at midnight, and what lasts whole days, ends on the day before.
        var last = DateOnly.FromDateTime(stop.TimeOfDay == TimeSpan.Zero ? stop.AddDays(-1) : stop);
        return new(start.Date, last < start.Date ? start.Date : last, Time(start), start.HasTime ? TimeOnly.FromDateTime(stop) : null, ZoneOf(start));
    }

    /// <summary>In the words of a notice: <c>4–6 June 2018, 09:00–17:00 UTC</c>.</summary>
    public string Words
    {
        get
        {
            var (year, month) = (First.Year == Last.Year, First.Year == Last.Year && First.Month == Last.Month);
            var days = First == Last ? Day(First, "d MMMM yyyy") : month ? $"{First.Day}–{Day(Last, "d MMMM yyyy")}" : $"{Day(First, year ? "d MMMM" : "d MMMM yyyy")} – {Day(Last, "d MMMM yyyy")}";
            if (From is not { } from) return days;
            return string.Create(CultureInfo.InvariantCulture, $"{days}, {from:HH\\:mm}{(To is { } to && First == Last ? $"–{to:HH\\:mm}" : "")}{(Zone is { } zone ? $" {zone}" : "")}");
        }
    }

    private static string Day(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    private static TimeOnly? Time(CalDateTime time) => time.HasTime ? TimeOnly.FromDateTime(time.Value) : null;

    private static string? ZoneOf(CalDateTime time) => !time.HasTime ? null : time.IsUtc ? "UTC" : time.TzId is { Length: > 0 } zone && zone.Contains('/', StringComparison.Ordinal) ? zone : null;
}
