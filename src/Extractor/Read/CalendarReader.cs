using System.Text;
using Extract.Read.Calendars;
using Extract.Read.Html;

namespace Extract.Read;

/// <summary>
/// Reads calendars (iCalendar, .ics): each event is a part of the text under its name, and a witness for its fields. Events that are cut or broken are passed
/// over; a calendar of which none can be read is a fault.
/// </summary>
public sealed class CalendarReader(HtmlReader html) : IReader
{
    // More events than this are an archive, and no document.
    private const int MostEvents = 20_000;

    /// <inheritdoc/>
    public ReadResult? Read(Source source, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.MediaType == MediaTypeNames.Calendar ? ReadCalendar(source) : null;
    }

    private ReadResult ReadCalendar(Source source)
    {
        var (text, fault) = SourceText.Of(source);
        if (text is null) return new(null, fault);
        var calendar = CalendarFile.Of(text);
        if (calendar.Events.Count > MostEvents) return new(null, ReadFaults.TooManyEvents(source, calendar.Events.Count, MostEvents));
        if (calendar.Events.Count == 0 && (calendar.Broken > 0 || !text.Contains("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))) return new(null, ReadFaults.Damaged(source, "calendar"));
        return new(ToDocument(source, calendar));
    }

    private Document ToDocument(Source source, CalendarFile calendar)
    {
        var (text, blocks, links) = new CalendarBlocks(page => Page(source, page)).Write(calendar);
        return new()
        {
            Source = source,
            Text = text,
            Blocks = blocks,
            Links = links,
            Title = calendar.Events.Count == 1 ? calendar.Events[0].Summary?.Trim() : calendar.Name,
            Published = source.Published,
            Language = Languages.Detect(text),
            MarkupEvents = [.. calendar.Events.Select(CalendarEvents.Of).OfType<MarkupEvent>()],
        };
    }

    private Document? Page(Source source, string page)
    {
        if (Nesting.IsTooDeep(page)) return null;
        using var parsed = Parsing.Read(page);
        return html.Read(source with { Bytes = Encoding.UTF8.GetBytes(page), Uri = null, MediaType = "text/html" }, parsed);
    }
}
