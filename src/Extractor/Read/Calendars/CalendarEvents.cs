using Ical.Net.CalendarComponents;

namespace Extract.Read.Calendars;

/// <summary>The events of a calendar as witnesses for the fields.</summary>
internal static class CalendarEvents
{
    public static IEnumerable<MarkupEvent> Of(string calendar) => CalendarFile.Of(calendar).Events.Select(Of).OfType<MarkupEvent>();

    /// <summary>Null where it has no name.</summary>
    public static MarkupEvent? Of(CalendarEvent stated)
    {
        if (string.IsNullOrWhiteSpace(stated.Summary)) return null;
        var time = EventTime.Of(stated);
        return new(stated.Summary.Trim(), time?.First, time?.Last, null, null, Organizer(stated), MarkupEvent.Calendar)
        {
            Location = string.IsNullOrWhiteSpace(stated.Location) ? null : Text.WhiteSpace.Collapse(stated.Location),
            FromTime = time?.From,
            ToTime = time?.To,
            TimeZone = time?.Zone,
            Recurrence = stated.RecurrenceRule?.ToString(),
        };
    }

    /// <summary>Who organizes, by name; an address is none.</summary>
    public static string? Organizer(CalendarEvent stated) =>
        stated.Organizer?.CommonName is { } name && !string.IsNullOrWhiteSpace(name) && !name.Contains('@', StringComparison.Ordinal) ? name.Trim().Trim('"') : null;
}
