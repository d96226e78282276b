using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Extract.Models;

/// <summary>One announcement as the contract writes it (<c>record.schema.json</c>). Null is written, never left out, except <c>inherited</c>, <c>also</c> and <c>persons</c>.</summary>
public sealed record Record
{
    /// <summary>The version of the schema; a new field raises the minor number.</summary>
    public string Schema { get; init; } = "1.0";
    /// <summary>A hash of <c>source.id</c> and the announcement's anchor: the same from run to run.</summary>
    public required string Id { get; init; }
    /// <summary>1, and 1 more for each decision of a person on the record; what reruns changed in it is not counted.</summary>
    public int Revision { get; init; } = 1;
    /// <summary>Where it came from.</summary>
    public required RecordSource Source { get; init; }
    /// <summary>Further sources of the same announcement.</summary>
    public ImmutableArray<RecordSource> AlsoIn { get; init; } = [];
    /// <summary>Where the announcement starts in the document's text, in UTF-16 code units.</summary>
    public required int Start { get; init; }
    /// <summary>Where it ends, exclusive.</summary>
    public required int End { get; init; }
    /// <summary>The heading's words, else the shortest words of the text that name the event.</summary>
    public required string Title { get; init; }
    /// <summary>The document's text from <see cref="Start"/> to <see cref="End"/>.</summary>
    public required string Text { get; init; }
    /// <summary>What kind of event it is.</summary>
    public required LabelFinding EventType { get; init; }
    /// <summary><c>scheduled</c>, <c>postponed</c> or <c>cancelled</c>.</summary>
    public string EventStatus { get; init; } = "scheduled";
    /// <summary>True or false, or null when the text does not say.</summary>
    public bool? Online { get; init; }
    /// <summary>When.</summary>
    public ImmutableArray<DateFinding> Dates { get; init; } = [];
    /// <summary>Where.</summary>
    public ImmutableArray<CityFinding> Cities { get; init; } = [];
    /// <summary>By whom and with whom.</summary>
    public ImmutableArray<OrganizationFinding> Organizations { get; init; } = [];
    /// <summary>The persons who are named with a title or with what they do; null, and left out, where they were not asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public ImmutableArray<PersonFinding>? Persons { get; init; }
    /// <summary>About what, the chief one first.</summary>
    public ImmutableArray<TopicFinding> Topics { get; init; } = [];
    /// <summary>The links that stand in the announcement.</summary>
    public ImmutableArray<RecordLink> Links { get; init; } = [];
    /// <summary>The probability that all required fields are right.</summary>
    public double Confidence { get; init; }
    /// <summary><c>accepted</c>, <c>needs-review</c>, <c>reviewed</c> or <c>rejected</c>.</summary>
    public string Status { get; init; } = "needs-review";
    /// <summary>What a reviewer is asked.</summary>
    public ImmutableArray<Question> Questions { get; init; } = [];
    /// <summary>What a person decided; null until then.</summary>
    public ReviewOutcome? Review { get; init; }
    /// <summary>Which program, rules and models made it.</summary>
    public required MadeBy MadeBy { get; init; }
}

/// <summary>Where a record came from.</summary>
public sealed record RecordSource
{
    /// <inheritdoc cref="Models.Source.Id"/>
    public required string Id { get; init; }
    /// <inheritdoc cref="Models.Source.Uri"/>
    public string? Uri { get; init; }
    /// <inheritdoc cref="Models.Source.Retrieved"/>
    public DateTimeOffset? Retrieved { get; init; }
    /// <inheritdoc cref="Document.Published"/>
    public DateOnly? Published { get; init; }
    /// <inheritdoc cref="Document.Language"/>
    public string? Language { get; init; }
    /// <inheritdoc cref="Models.Source.Sha256"/>
    public required string Sha256 { get; init; }
}

/// <summary>What every value that stands in the text carries.</summary>
public abstract record Finding
{
    /// <summary>The words; for a value that stands in markup only, its words there.</summary>
    [JsonPropertyOrder(-3)] public required string Text { get; init; }
    /// <summary>Where the words start in the document's text; null where the value stands in markup only.</summary>
    [JsonPropertyOrder(-2)] public int? Start { get; init; }
    /// <summary>Where they end, exclusive.</summary>
    [JsonPropertyOrder(-1)] public int? End { get; init; }
    /// <summary>What the value is to the event; the values depend on the kind.</summary>
    [JsonPropertyOrder(10)] public required string Role { get; init; }
    /// <summary>The probability, 0 to 1 in 4 decimals, that value and role are right as written.</summary>
    [JsonPropertyOrder(20)] public double Confidence { get; init; }
    /// <summary>Which rule or model said so.</summary>
    [JsonPropertyOrder(21)] public required string By { get; init; }
    /// <summary>True where the words stand in a heading outside the announcement; left out otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonPropertyOrder(22)] public bool? Inherited { get; init; }
    /// <summary>Further places of the same value, as [start, end]; left out where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonPropertyOrder(23)] public ImmutableArray<ImmutableArray<int>>? Also { get; init; }

    /// <summary>The first place, or null.</summary>
    [JsonIgnore] public TextSpan? Span => Start is { } start && End is { } end ? new(start, end) : null;
}

/// <summary>A date of an announcement. Roles: <c>event</c>, <c>deadline</c>, <c>publication</c>, <c>other</c>.</summary>
public sealed record DateFinding : Finding
{
    /// <summary>The first day; null for the open start of an event.</summary>
    [JsonPropertyOrder(1)] public DateOnly? From { get; init; }
    /// <summary>The last day; null for the open end of an event.</summary>
    [JsonPropertyOrder(2)] public DateOnly? To { get; init; }
    /// <summary>The clock time of the beginning.</summary>
    [JsonPropertyOrder(3)] public TimeOnly? FromTime { get; init; }
    /// <summary>The clock time of the end.</summary>
    [JsonPropertyOrder(4)] public TimeOnly? ToTime { get; init; }
    /// <summary>An IANA name, or ±hh:mm.</summary>
    [JsonPropertyOrder(5)] public string? TimeZone { get; init; }
    /// <summary>An RFC 5545 RRULE.</summary>
    [JsonPropertyOrder(6)] public string? Recurrence { get; init; }
    /// <summary>What a deadline is for: <c>submission</c>, <c>registration</c>, <c>application</c>; or null.</summary>
    [JsonPropertyOrder(11)] public string? Label { get; init; }
    /// <summary>True where the words at the first place say no year.</summary>
    [JsonPropertyOrder(12)] public bool YearInferred { get; init; }
}

/// <summary>A city of an announcement. Roles: <c>venue</c>, <c>mentioned</c>.</summary>
public sealed record CityFinding : Finding
{
    /// <summary>Its usual English name.</summary>
    [JsonPropertyOrder(1)] public required string Name { get; init; }
    /// <summary>ISO 3166-1 alpha-2, or XK.</summary>
    [JsonPropertyOrder(2)] public string? Country { get; init; }
    /// <summary>The GeoNames name of its first-level region.</summary>
    [JsonPropertyOrder(3)] public string? Region { get; init; }
    /// <summary>Its GeoNames id.</summary>
    [JsonPropertyOrder(4)] public int? GeonameId { get; init; }
    /// <summary>Degrees north.</summary>
    [JsonPropertyOrder(5)] public double? Latitude { get; init; }
    /// <summary>Degrees east.</summary>
    [JsonPropertyOrder(6)] public double? Longitude { get; init; }
}

/// <summary>An organization of an announcement. Roles: <c>organizer</c>, <c>co-organizer</c>, <c>host</c>, <c>supporter</c>, <c>participant</c>, <c>mentioned</c>.</summary>
public sealed record OrganizationFinding : Finding
{
    /// <summary>The full form where known.</summary>
    [JsonPropertyOrder(1)] public required string Name { get; init; }
    /// <summary>Its acronym.</summary>
    [JsonPropertyOrder(2)] public string? Acronym { get; init; }
    /// <summary>The full ROR address, or the id that a file of the user's own gives.</summary>
    [JsonPropertyOrder(3)] public string? Id { get; init; }
}

/// <summary>A person whom an announcement names with a title. Found by rules that were never weighed against labels: it has no confidence.</summary>
public sealed record PersonFinding
{
    /// <summary>The name, without the title.</summary>
    public required string Text { get; init; }
    /// <summary>Where it starts in the document's text.</summary>
    public required int Start { get; init; }
    /// <summary>Where it ends, exclusive.</summary>
    public required int End { get; init; }
    /// <summary>The title before it: <c>Mr.</c>, <c>Ambassador</c>; or null.</summary>
    public string? Title { get; init; }
    /// <summary>The name of the body that the person is said to belong to, or null.</summary>
    public string? Organization { get; init; }
    /// <summary>Which rule said so.</summary>
    public required string By { get; init; }
    /// <summary>Further places of the same name, as [start, end]; left out where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public ImmutableArray<ImmutableArray<int>>? Also { get; init; }
}

/// <summary>A label of the whole announcement.</summary>
/// <param name="Label">One of <c>event-types.txt</c>, or of the user's own set.</param>
/// <param name="Confidence">The probability that it is right, in 4 decimals.</param>
/// <param name="By">Which rules and models said so.</param>
public sealed record LabelFinding(string Label, double Confidence, string By);

/// <summary>A topic of an announcement.</summary>
/// <param name="Label">One of <c>topics.txt</c>, or of the user's own set.</param>
/// <param name="Confidence">The probability that it is right, in 4 decimals.</param>
/// <param name="By">Which rules and models said so.</param>
/// <param name="Evidence">The words that speak for it, as [start, end].</param>
public sealed record TopicFinding(string Label, double Confidence, string By, ImmutableArray<ImmutableArray<int>> Evidence);

/// <summary>A link that stands in the announcement.</summary>
public sealed record RecordLink(string Text, int Start, int End, string Href);

/// <summary>What a reviewer is asked about one field.</summary>
/// <param name="Field">A JSON pointer into the record: <c>/dates/0/from</c>.</param>
/// <param name="Ask">The question, with why it is asked.</param>
/// <param name="Choices">Answers to choose from; may be empty.</param>
public sealed record Question(string Field, string Ask, ImmutableArray<string> Choices);

/// <summary>What a person decided of a record.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Changes">What they changed, as a JSON Patch (RFC 6902) against the record as it was shown.</param>
public sealed record ReviewOutcome(string By, DateTimeOffset At, ImmutableArray<PatchOperation> Changes);

/// <summary>One operation of a JSON Patch (RFC 6902).</summary>
/// <param name="Op"><c>replace</c>, <c>add</c> or <c>remove</c>.</param>
/// <param name="Path">A JSON pointer.</param>
/// <param name="Value">The new value; null for <c>remove</c>.</param>
public sealed record PatchOperation(string Op, string Path, System.Text.Json.JsonElement? Value);

/// <summary>Which program made a record, from which settings, rules, models and gazetteer.</summary>
/// <param name="Version">The program's version.</param>
/// <param name="Fingerprint">A hash of everything but the document that the record depends on.</param>
public sealed record MadeBy(string Version, string Fingerprint);
