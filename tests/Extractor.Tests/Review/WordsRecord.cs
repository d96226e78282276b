namespace Extract.Tests.Review;

/// <summary>Records whose values are given by their words, so that no test holds a counted offset.</summary>
internal static class WordsRecord
{
    /// <summary>A record of a text that stands in its document at an offset.</summary>
    public static Record Of(string id, string text, int start = 0, string source = "page.html", string title = "") => new()
    {
        Id = id,
        Source = new() { Id = source, Uri = source, Published = new(2024, 4, 1), Sha256 = "00" },
        Start = start,
        End = start + text.Length,
        Title = title.Length > 0 ? title : text.Split('\n')[0],
        Text = text,
        EventType = new("seminar", 0.6, "test"),
        Confidence = 0.5,
        MadeBy = new("1.0.0", "test"),
    };

    /// <summary>The record with a date that stands at its words, at all places of them.</summary>
    public static Record On(this Record record, string words, string from, string? to = null, string role = "event", bool inferred = false) =>
        record with { Dates = record.Dates.Add(Placed(new DateFinding { Text = words, Role = role, By = "test", From = Day(from), To = Day(to ?? from), YearInferred = inferred, Confidence = 0.6 }, record)) };

    /// <summary>The record with a city at its words.</summary>
    public static Record In(this Record record, string words, string? country = "HR", int? id = null, string role = "venue") =>
        record with { Cities = record.Cities.Add(Placed(new CityFinding { Text = words, Name = words, Country = country, GeonameId = id, Role = role, By = "test", Confidence = 0.6 }, record)) };

    /// <summary>The record with an organization at its words.</summary>
    public static Record By(this Record record, string words, string? name = null, string role = "organizer", string? acronym = null) =>
        record with { Organizations = record.Organizations.Add(Placed(new OrganizationFinding { Text = words, Name = name ?? words, Acronym = acronym, Role = role, By = "test", Confidence = 0.6 }, record)) };

    /// <summary>The record with a topic at its words.</summary>
    public static Record About(this Record record, string label, params string[] words) =>
        record with { Topics = record.Topics.Add(new(label, 0.6, "test", [.. words.Select(word => Places(record, word)[0])])) };

    /// <summary>The record with a question.</summary>
    public static Record Asking(this Record record, string field, string ask = "Is it?") => record with { Questions = record.Questions.Add(new(field, ask, [])) };

    /// <summary>A day as 2024-05-03.</summary>
    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static T Placed<T>(T finding, Record record) where T : Finding
    {
        var places = Places(record, finding.Text);
        return places.Count == 0 ? finding with { Inherited = true } : finding with { Start = places[0][0], End = places[0][1], Also = places.Count > 1 ? [.. places.Skip(1)] : null };
    }

    private static List<System.Collections.Immutable.ImmutableArray<int>> Places(Record record, string words)
    {
        var places = new List<System.Collections.Immutable.ImmutableArray<int>>();
        for (var at = record.Text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = record.Text.IndexOf(words, at + 1, StringComparison.Ordinal))
            places.Add([at + record.Start, at + record.Start + words.Length]);
        return places;
    }
}
