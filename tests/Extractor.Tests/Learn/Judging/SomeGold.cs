using Extract.Learn;

namespace Extract.Tests.Learn.Judging;

/// <summary>Gold and records for tests that do not care about the rest of them; offsets are found from the words.</summary>
internal static class SomeGold
{
    public static GoldDocument Document(string id, string text, params GoldAnnouncement[] announcements) =>
        new() { Id = id, Text = text, Announcements = [.. announcements] };

    public static GoldAnnouncement Announcement(string text, string part, string title = "", string? eventType = null) => new()
    {
        Title = title,
        StartOffset = text.IndexOf(part, StringComparison.Ordinal),
        EndOffset = text.IndexOf(part, StringComparison.Ordinal) + part.Length,
        EventType = eventType,
    };

    public static GoldLabel Date(string text, string words, string from, string? to = null, string role = "event") =>
        Label(text, words, role) with { From = Day(from), To = Day(to ?? from) };

    public static GoldLabel City(string text, string words, string country, string role = "venue", string? name = null) =>
        Label(text, words, role) with { Name = name ?? words, Country = country };

    public static GoldLabel Organization(string text, string words, string role = "organizer", string? name = null, string? acronym = null) =>
        Label(text, words, role) with { Name = name ?? words, Acronym = acronym };

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The record that says exactly what a label says.</summary>
    public static Record Record(GoldDocument gold, int index, double confidence = 0.9)
    {
        var announcement = gold.Announcements[index];
        var words = gold.Text is { } text && announcement.Span is { } span ? span.Of(text) : announcement.Text ?? "";
        return new()
        {
            Id = $"{gold.Id}-{index}",
            Source = new() { Id = gold.Id, Sha256 = "" },
            MadeBy = new("0", "0"),
            Start = announcement.StartOffset ?? 0,
            End = announcement.EndOffset ?? words.Length,
            Text = words,
            Title = announcement.Title ?? "",
            EventType = new(announcement.EventType ?? "other", confidence, "test"),
            Confidence = confidence,
            Status = confidence >= 0.5 ? "accepted" : "needs-review",
            Topics = [.. announcement.Topics.Select(label => new TopicFinding(label, confidence, "test", []))],
            Dates = [.. announcement.Dates.Select(label => Date(label, confidence))],
            Cities = [.. announcement.Cities.Select(label => City(label, confidence))],
            Organizations = [.. announcement.Organizations.Select(label => Organization(label, confidence))],
        };
    }

    public static DateFinding Date(GoldLabel label, double confidence) => new()
    {
        Text = label.Text,
        Start = label.Start,
        End = label.End,
        From = label.From,
        To = label.To,
        Role = label.Role ?? "other",
        YearInferred = label.YearInferred ?? false,
        Inherited = label.Inherited,
        Confidence = confidence,
        By = "test",
    };

    public static CityFinding City(GoldLabel label, double confidence) => new()
    {
        Text = label.Text,
        Start = label.Start,
        End = label.End,
        Name = label.Name ?? label.Text,
        Country = label.Country,
        Role = label.Role ?? "mentioned",
        Inherited = label.Inherited,
        Confidence = confidence,
        By = "test",
    };

    public static OrganizationFinding Organization(GoldLabel label, double confidence) => new()
    {
        Text = label.Text,
        Start = label.Start,
        End = label.End,
        Name = label.Name ?? label.Text,
        Acronym = label.Acronym,
        Role = label.Role ?? "mentioned",
        Inherited = label.Inherited,
        Confidence = confidence,
        By = "test",
    };

    private static GoldLabel Label(string text, string words, string role)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return new() { Text = words, Start = start, End = start + words.Length, Role = role };
    }
}
