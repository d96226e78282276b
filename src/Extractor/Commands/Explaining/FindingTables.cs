using System.Collections.Immutable;
using System.Globalization;
using Extract.Resolve;
using Extract.Resolve.Dates;
using Extract.Resolve.Places;
using Extract.Tag;
using static Extract.Commands.Explaining.Explanation;

namespace Extract.Commands.Explaining;

/// <summary>What resolve decided of an announcement, and how sure score is of it.</summary>
internal static class FindingTables
{
    private static readonly ImmutableArray<string> Columns = ["kind", "at", "words", "value", "role", "probability", "by"];

    private const int MostWords = 6;

    /// <summary>The findings of one announcement with their reasons, and what each name of a city may mean.</summary>
    public static IEnumerable<Section> Of(TaggedDocument tagged, Findings findings, ImmutableArray<CityCandidate> cities) =>
        cities.IsEmpty ? [Of(tagged, findings)] : [Of(tagged, findings), Cities(findings, cities)];

    private static Section Cities(Findings findings, ImmutableArray<CityCandidate> cities) => new("resolve", $"cities that names of “{Cut(findings.Announcement.Title)}” may mean",
        ["at", "words", "city", "region", "country", "GeoNames id", "population", "meant", "a city here", "a venue", "because"],
        [
            .. cities.Select(city => Explanation.Row(At(city.Span), Cut(city.Text), city.Place.Name, city.Place.Region ?? "", city.Place.Country,
                city.Place.GeonameId is { } id ? id.ToString(CultureInfo.InvariantCulture) : "", Number(city.Place.Population), Share(city.Probability),
                city.IsCity is { } isCity ? Share(isCity) : "", city.IsVenue is { } isVenue ? Share(isVenue) : "", string.Join(", ", city.Because))),
        ]);

    private static Section Of(TaggedDocument tagged, Findings findings) => new("resolve", $"findings of “{Cut(findings.Announcement.Title)}”", Columns,
    [
        .. findings.Dates.Select(date => Row("date", date, Value(date.Finding))),
        .. findings.Cities.Select(city => Row("city", city, Value(city.Finding))),
        .. findings.Organizations.Select(body => Row("organization", body, body.Finding.Name)),
        .. findings.Topics.Select(topic => Label("topic", Words(tagged, topic.Finding), topic.Finding.Label, topic.Probability, topic.Finding.By)),
        Label("eventType", Words(tagged, findings), findings.EventType.Finding.Label, findings.EventType.Probability, findings.EventType.Finding.By),
        Explanation.Row("eventStatus", "", "", findings.EventStatus, "", "", ""),
        Explanation.Row("online", "", "", findings.Online?.ToString().ToLowerInvariant() ?? "not said", "", "", ""),
    ]);

    /// <summary>Which days and roles each date of an announcement may have, with what speaks for them and against them.</summary>
    public static Section Dates(TaggedDocument tagged, Announcement announcement, ImmutableArray<DateReason> reasons) => new("resolve", $"why the dates of “{Cut(announcement.Title)}”",
        ["at", "words", "by", "may be", "probability", "because"],
        [.. reasons.Select(reason => Explanation.Row(At(reason.Span), Cut(reason.Span.Of(tagged.Document.Text)), reason.Rule, reason.Reading, Share(Math.Round(reason.Probability, 4)), string.Join(", ", reason.Because)))]);

    /// <summary>The calibrated confidence of every finding.</summary>
    public static Section Scores(ImmutableArray<Record> records) => new("score", "confidences", ["record", "kind", "words", "value", "role", "confidence"],
        [.. records.Index().SelectMany(pair => Scores(Number(pair.Index + 1), pair.Item))]);

    private static IEnumerable<ImmutableArray<string>> Scores(string number, Record record) =>
    [
        .. record.Dates.Select(date => Explanation.Row(number, "date", date.Text, Value(date), date.Role, Share(date.Confidence))),
        .. record.Cities.Select(city => Explanation.Row(number, "city", city.Text, Value(city), city.Role, Share(city.Confidence))),
        .. record.Organizations.Select(body => Explanation.Row(number, "organization", Cut(body.Text), body.Name, body.Role, Share(body.Confidence))),
        .. record.Topics.Select(topic => Explanation.Row(number, "topic", "", topic.Label, "", Share(topic.Confidence))),
        Explanation.Row(number, "eventType", "", record.EventType.Label, "", Share(record.EventType.Confidence)),
    ];

    private static ImmutableArray<string> Row<T>(string kind, Candidate<T> candidate, string value) where T : Finding => Explanation.Row(kind,
        candidate.Finding.Span is { } span ? At(span) : "markup", Cut(candidate.Finding.Text), value, candidate.Finding.Role, Share(candidate.Probability), candidate.Finding.By);

    // The words behind a label, so that a person sees why it was given.
    private static string Words(TaggedDocument tagged, TopicFinding topic) => Words(topic.Evidence.Select(span => new TextSpan(span[0], span[1]).Of(tagged.Document.Text)));

    private static string Words(TaggedDocument tagged, Findings findings) => Words(tagged.Mentions
        .Where(mention => mention.Kind == MentionKind.EventType && mention.Value is LabelValue value && value.Label == findings.EventType.Finding.Label && findings.Announcement.Span.Contains(mention.Span))
        .Select(mention => mention.Span.Of(tagged.Document.Text)));

    private static string Words(IEnumerable<string> words) => string.Join(", ", words.Select(word => Cut(word)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords));

    private static ImmutableArray<string> Label(string kind, string words, string label, double probability, string by) =>
        Explanation.Row(kind, "", words, label, "", Share(probability), by);

    public static string Value(DateFinding date) => string.Create(CultureInfo.InvariantCulture,
        $"{(date.From is null ? "…" : Day(date.From))} to {(date.To is null ? "…" : Day(date.To))}{(date.FromTime is { } time ? $" {time:HH\\:mm}" : "")}{(date.YearInferred ? ", year inferred" : "")}");

    public static string Value(CityFinding city) => city.Country is null ? city.Name : $"{city.Name}, {city.Country}";
}
