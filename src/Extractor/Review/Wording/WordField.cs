using System.Collections.Immutable;

namespace Extract.Review.Wording;

/// <summary>A field of a record in words that a person can read, compare and write in a table.</summary>
/// <param name="Name">What the column is called.</param>
/// <param name="Label">What one value of it is called in a sentence.</param>
/// <param name="Path">Where it stands in the record, as a JSON pointer.</param>
/// <param name="Role">The role of its findings; null where it is no list of findings.</param>
/// <param name="Holds">What it holds, for the documentation.</param>
/// <param name="Values">Its values in words.</param>
public sealed record WordField(string Name, string Label, string Path, string? Role, string Holds, Func<Record, ImmutableArray<string>> Values)
{
    /// <summary>All of them, in the order of a table's columns.</summary>
    public static ImmutableArray<WordField> All { get; } =
    [
        new("title", "title", "/title", null, "the title", r => [r.Title]),
        new("eventType", "type", "/eventType/label", null, "the event type", r => [r.EventType.Label]),
        new("eventStatus", "status", "/eventStatus", null, "scheduled, postponed or cancelled", r => [r.EventStatus]),
        Dates("eventDates", "event date", "event", "the event's days, as 2018-06-28, 2018-06-28..2018-06-29, or 2018-06-28.. with an open end"),
        Dates("deadlines", "deadline", "deadline", "the deadlines, as 2018-06-01"),
        Cities("venues", "venue", "venue", "the cities in which it takes place, as Zagreb, HR"),
        Cities("otherCities", "other city", "mentioned", "the cities that are mentioned only"),
        Bodies("organizers", "organizer"), Bodies("coOrganizers", "co-organizer"), Bodies("hosts", "host"), Bodies("supporters", "supporter"), Bodies("participants", "participant"),
        Bodies("otherOrganizations", "mentioned"),
        new("topics", "topic", "/topics", null, "the topics, the chief one first", r => [.. r.Topics.Select(topic => topic.Label)]),
    ];

    /// <summary>All but what is mentioned only: that changes with every rule and every reader, and nothing rests on it.</summary>
    public static ImmutableArray<WordField> Essential { get; } = [.. All.Where(field => field.Role != "mentioned")];

    /// <summary>True where it may have any number of values.</summary>
    public bool IsList => Role is not null || Path == "/topics";

    /// <summary>Its values as one cell: an empty one for none.</summary>
    public string Read(Record record) => IsList ? Cell.Join(Values(record)) : Values(record)[0];

    private static WordField Dates(string name, string label, string role, string holds) =>
        new(name, label, "/dates", role, holds, r => [.. r.Dates.Where(date => date.Role == role).Select(date => DayWords.Of(date.From, date.To))]);

    private static WordField Cities(string name, string label, string role, string holds) =>
        new(name, label, "/cities", role, holds, r => [.. r.Cities.Where(city => city.Role == role).Select(city => CityWords.Of(city.Name, city.Country))]);

    private static WordField Bodies(string name, string role) =>
        new(name, role == "mentioned" ? "other organization" : role, "/organizations", role, $"the organizations in the role {role}", r => [.. r.Organizations.Where(body => body.Role == role).Select(body => body.Name)]);
}
