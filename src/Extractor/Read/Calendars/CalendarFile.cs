using Ical.Net;
using Ical.Net.CalendarComponents;

namespace Extract.Read.Calendars;

/// <summary>The events of a calendar file, each read by itself, so that one that is broken or cut costs no other.</summary>
/// <param name="Name">What the calendar is called, or null.</param>
/// <param name="Events">The events in the file's order.</param>
/// <param name="Broken">How many could not be read.</param>
internal sealed record CalendarFile(string? Name, List<CalendarEvent> Events, int Broken)
{
    private const string Begin = "BEGIN:VEVENT", End = "END:VEVENT";

    public static CalendarFile Of(string text)
    {
        var (events, broken, at, end) = (new List<CalendarEvent>(), 0, 0, 0);
        while (Line(text, Begin, at) is >= 0 and var start)
        {
            // Sought anew only when it is passed: in a file of beginnings alone, each would be sought to the file's end.
            if (end >= 0 && end < start) end = Line(text, End, start);
            var next = Line(text, Begin, start + Begin.Length);
            var isCut = end < 0 || (next >= 0 && next < end);
            at = isCut ? next < 0 ? text.Length : next : end + End.Length;
            if (!isCut && Read(text[start..at]) is { } found) events.Add(found);
            else broken++;
        }
        return new(NameOf(text), events, broken);
    }

    private static CalendarEvent? Read(string lines)
    {
        try
        {
            var read = Calendar.Load($"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{lines}\r\nEND:VCALENDAR\r\n")?.Events.FirstOrDefault();
            // An event without an id is given another one each time that it is read.
            if (read is not null && Line(lines, "UID:", 0) < 0 && Line(lines, "UID;", 0) < 0) read.Uid = null;
            return read;
        }
#pragma warning disable CA1031 // The parser throws all sorts of exceptions on values that are none.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static int Line(string text, string line, int from)
    {
        for (var at = from; (at = text.IndexOf(line, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += line.Length)
            if (at == 0 || text[at - 1] is '\n' or '\r') return at;
        return -1;
    }

    private static string? NameOf(string text)
    {
        foreach (var key in (ReadOnlySpan<string>)["X-WR-CALNAME:", "NAME:"])
            if (Line(text, key, 0) is >= 0 and var at)
            {
                var end = text.AsSpan(at).IndexOfAny('\r', '\n');
                var name = (end < 0 ? text[at..] : text.Substring(at, end))[key.Length..].Replace("\\", "", StringComparison.Ordinal).Trim();
                return name.Length > 0 ? name : null;
            }
        return null;
    }
}
