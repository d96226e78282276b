using System.Globalization;

namespace Extract.Tests;

/// <summary>Records for tests that do not care about most of their values.</summary>
internal static class SomeRecord
{
    /// <summary>A record with an event date, a venue, an organizer and a topic.</summary>
    public static Record Of(string id, string source = "a.txt", string title = "Workshop on birds", string day = "2018-06-28", string city = "Zagreb") => new()
    {
        Id = id,
        Source = SourceOf(source),
        Start = 10,
        End = 60,
        Title = title,
        Text = $"{title}, {day}, {city}, with \"quotes\", é and\na second line",
        EventType = new("workshop", 0.9, "event-types"),
        Dates = [Date(day)],
        Cities = [new() { Text = city, Start = 34, End = 40, Name = city, Country = "HR", GeonameId = 1, Latitude = 45.8, Longitude = 15.98, Role = "venue", Confidence = 0.9, By = "gazetteer" }],
        Organizations = [new() { Text = "OSCE", Start = 42, End = 46, Name = "Organization for Security; and Co-operation", Acronym = "OSCE", Role = "organizer", Confidence = 0.8, By = "lists" }],
        Topics = [new("migration", 0.7, "topics", [[12, 18]])],
        Links = [new("more", 50, 54, "https://example.org/more")],
        Confidence = 0.85,
        Status = "accepted",
        MadeBy = new("1.0.0", "0123456789abcdef"),
    };

    /// <summary>Where a record came from.</summary>
    public static RecordSource SourceOf(string id) => new() { Id = id, Uri = id, Published = new(2018, 6, 1), Language = "en", Sha256 = new string('a', 64) };

    private static DateFinding Date(string day) => new()
    {
        Text = day,
        Start = 20,
        End = 30,
        From = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        To = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        FromTime = new(9, 0),
        Role = "event",
        Confidence = 0.95,
        By = "dates.iso",
        Also = [[50, 60]],
    };
}
