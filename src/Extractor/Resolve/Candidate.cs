using System.Collections.Immutable;
using Extract.Trained;

namespace Extract.Resolve;

/// <summary>A finding as a resolver decided it, before its confidence is calibrated.</summary>
/// <typeparam name="T">The finding as it stands in a record; its confidence is not set yet.</typeparam>
/// <param name="Finding">The value and its role.</param>
/// <param name="Probability">The resolver's own uncalibrated probability that value and role are right.</param>
/// <param name="Features">Interpretable features for <c>Score</c>: who said so, margins, agreement between fields.</param>
/// <param name="Question">What to ask a person where it is doubtful, or null; its field is relative to the finding: <c>from</c>.</param>
public sealed record Candidate<T>(T Finding, double Probability, FeatureVector Features, Question? Question = null)
{
    /// <summary>The most confidence that it may be given, whatever was learned: where words contradict themselves a person is asked.</summary>
    public double MostConfidence { get; init; } = 1;
}

/// <summary>Everything that was found of one announcement.</summary>
public sealed record Findings
{
    /// <summary>The announcement.</summary>
    public required Announcement Announcement { get; init; }
    /// <summary>When its document was published, or null.</summary>
    public DateOnly? Published { get; init; }
    /// <summary>Its dates, one candidate a value and role, in order of place.</summary>
    public ImmutableArray<Candidate<DateFinding>> Dates { get; init; } = [];
    /// <summary>Its cities, one candidate a city.</summary>
    public ImmutableArray<Candidate<CityFinding>> Cities { get; init; } = [];
    /// <summary>Its organizations, one candidate a body.</summary>
    public ImmutableArray<Candidate<OrganizationFinding>> Organizations { get; init; } = [];
    /// <summary>The persons who are named with a title; null where they were not asked for.</summary>
    public ImmutableArray<PersonFinding>? Persons { get; init; }
    /// <summary>Its topics, the chief one first.</summary>
    public ImmutableArray<Candidate<TopicFinding>> Topics { get; init; } = [];
    /// <summary>Its type.</summary>
    public required Candidate<LabelFinding> EventType { get; init; }
    /// <summary><c>scheduled</c>, <c>postponed</c> or <c>cancelled</c>.</summary>
    public string EventStatus { get; init; } = "scheduled";
    /// <summary>True or false, or null when the text does not say.</summary>
    public bool? Online { get; init; }
}
