using System.Collections.Immutable;

namespace Extract.Publish;

/// <summary>The columns of the flat table, one row a record: the chief value of each field; lists are joined by "; ". An absent value is an empty cell.</summary>
public static class CsvColumns
{
    /// <summary>Name, what it holds, and how it is taken from a record.</summary>
    public static ImmutableArray<(string Name, string Holds, Func<Record, object?> Value)> All { get; } =
    [
        ("id", "the record's id", r => r.Id),
        ("status", "accepted, needs-review or reviewed", r => r.Status),
        ("confidence", "the probability that all required fields are right", r => r.Confidence),
        ("title", "the title", r => r.Title),
        ("eventType", "the event type", r => r.EventType.Label),
        ("eventStatus", "scheduled, postponed or cancelled", r => r.EventStatus),
        ("online", "true, false, or empty where the text does not say", r => r.Online switch { true => "true", false => "false", null => null }),
        ("from", "the first day of the first event date", r => Iso.Day(Event(r)?.From)),
        ("to", "its last day", r => Iso.Day(Event(r)?.To)),
        ("fromTime", "the clock time at which it begins", r => Iso.Clock(Event(r)?.FromTime)),
        ("toTime", "the clock time at which it ends", r => Iso.Clock(Event(r)?.ToTime)),
        ("timeZone", "its time zone", r => Event(r)?.TimeZone),
        ("furtherDates", "further event dates as from/to", r => Join(r.Dates.Where(d => d.Role == "event").Skip(1).Select(d => $"{Iso.Day(d.From)}/{Iso.Day(d.To)}"))),
        ("deadlines", "the deadlines", r => Join(r.Dates.Where(d => d.Role == "deadline").Select(d => Iso.Day(d.From)))),
        ("city", "the venue's city", r => Venue(r)?.Name),
        ("country", "its country, ISO 3166-1 alpha-2 or XK", r => Venue(r)?.Country),
        ("region", "its first-level region", r => Venue(r)?.Region),
        ("geonameId", "its GeoNames id", r => Venue(r)?.GeonameId),
        ("latitude", "degrees north", r => Venue(r)?.Latitude),
        ("longitude", "degrees east", r => Venue(r)?.Longitude),
        ("furtherCities", "further venues, as name (country)", r => Join(r.Cities.Where(c => c.Role == "venue").Skip(1).Select(c => $"{c.Name} ({c.Country})"))),
        ("organizers", "organizers, co-organizers and hosts", r => Join(r.Organizations.Where(Organizes).Select(o => o.Name))),
        ("otherOrganizations", "supporters, participants and others that are mentioned", r => Join(r.Organizations.Where(o => !Organizes(o)).Select(o => o.Name))),
        ("topics", "the topics, the chief one first", r => Join(r.Topics.Select(t => t.Label))),
        ("language", "the document's language", r => r.Source.Language),
        ("published", "the document's publication date", r => Iso.Day(r.Source.Published)),
        ("uri", "where the document is", r => r.Source.Uri),
        ("sourceId", "the document's id", r => r.Source.Id),
        ("start", "where the announcement starts in the document's text", r => r.Start),
        ("end", "where it ends, exclusive", r => r.End),
        ("text", "the announcement", r => r.Text),
    ];

    private static DateFinding? Event(Record record) => record.Dates.FirstOrDefault(date => date.Role == "event");

    private static CityFinding? Venue(Record record) => record.Cities.FirstOrDefault(city => city.Role == "venue");

    private static bool Organizes(OrganizationFinding organization) => OrganizationRole.Runs(organization.Role);

    private static string Join(IEnumerable<string?> values) => string.Join("; ", values);
}
