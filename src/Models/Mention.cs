using System.Collections.Immutable;

namespace Extract.Models;

/// <summary>What a mention names.</summary>
public enum MentionKind
{
    /// <summary>A date, a range of days, a time; <see cref="DateValue"/>.</summary>
    Date,
    /// <summary>A populated place; <see cref="PlaceValue"/>.</summary>
    City,
    /// <summary>A country or the people of one; <see cref="PlaceValue"/>.</summary>
    Country,
    /// <summary>A first-level region; <see cref="PlaceValue"/>.</summary>
    Region,
    /// <summary>A body of people with a name; <see cref="OrganizationValue"/>.</summary>
    Organization,
    /// <summary>A person, so that the name is not taken for something else; no value.</summary>
    Person,
    /// <summary>Words that speak for or against a topic; <see cref="LabelValue"/>.</summary>
    Topic,
    /// <summary>Words that speak for or against a type of event; <see cref="LabelValue"/>.</summary>
    EventType,
    /// <summary>Words that tell what a mention beside them is: a role, a status, being online; <see cref="LabelValue"/>.</summary>
    Cue,
}

/// <summary>Which rule or model spoke, on which words.</summary>
/// <param name="By">Its name: <c>dates.day-month-year</c>, <c>gazetteer</c>, <c>organizations.tagger</c>, …</param>
/// <param name="Span">The words that it spoke on, in <see cref="Document.Text"/>.</param>
/// <param name="Trust">How far it is to be trusted before anything is learned, 0 to 1.</param>
public readonly record struct Evidence(string By, TextSpan Span, double Trust);

/// <summary>Words of the text that a tagger took for something. It is a claim, not yet a finding: stages after it decide.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Span">Its words; no white space at the ends.</param>
/// <param name="Value">What it was read as; null for a person.</param>
/// <param name="Evidence">Who says so.</param>
public sealed record Mention(MentionKind Kind, TextSpan Span, MentionValue? Value, Evidence Evidence);

/// <summary>What a mention was read as.</summary>
public abstract record MentionValue;

/// <summary>A body of people with a name.</summary>
/// <param name="Name">The full name where known, else the words.</param>
/// <param name="Acronym">Its acronym, or null.</param>
/// <param name="Id">The full ROR address where the name is unambiguous, or the id of the user's own file; or null.</param>
/// <param name="Seats">ISO country codes or GeoNames ids of its seat, as evidence for places; may be empty.</param>
public sealed record OrganizationValue(string Name, string? Acronym = null, string? Id = null, ImmutableArray<string> Seats = default) : MentionValue;

/// <summary>A label that words speak for (<see cref="Weight"/> above 0) or against (below 0).</summary>
/// <param name="Label">The topic, event type or cue.</param>
/// <param name="Weight">How loudly, −1 to 1.</param>
public sealed record LabelValue(string Label, double Weight = 1) : MentionValue;

/// <summary>What the words of a place may mean: one candidate or several, the most populous first.</summary>
/// <param name="Candidates">Never empty.</param>
public sealed record PlaceValue(ImmutableArray<Place> Candidates) : MentionValue;

/// <summary>A place of the gazetteer.</summary>
/// <param name="Name">Its usual English name.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or XK.</param>
/// <param name="Region">The GeoNames name of its first-level region, or null.</param>
/// <param name="GeonameId">Its GeoNames id; null for a user's own place.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Population">Inhabitants; 0 where unknown.</param>
public sealed record Place(string Name, string Country, string? Region, int? GeonameId, double Latitude, double Longitude, int Population);
