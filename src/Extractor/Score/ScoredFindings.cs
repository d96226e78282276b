using System.Collections.Immutable;
using Extract.Resolve;

namespace Extract.Score;

/// <summary>The findings of an announcement with calibrated confidences.</summary>
/// <param name="Findings">What the resolvers decided.</param>
/// <param name="Dates">The dates, in the order of <see cref="Findings.Dates"/>.</param>
/// <param name="Cities">The cities, likewise.</param>
/// <param name="Organizations">The organizations, likewise.</param>
/// <param name="Topics">The topics, likewise.</param>
/// <param name="EventType">The type.</param>
/// <param name="Fields">The probability of each required field.</param>
/// <param name="Confidence">The probability that all required fields are right.</param>
public sealed record ScoredFindings(
    Findings Findings,
    ImmutableArray<DateFinding> Dates,
    ImmutableArray<CityFinding> Cities,
    ImmutableArray<OrganizationFinding> Organizations,
    ImmutableArray<TopicFinding> Topics,
    LabelFinding EventType,
    ImmutableArray<(string Name, double Probability)> Fields,
    double Confidence)
{
    /// <summary>The confidence that would have been enough.</summary>
    public double Needed { get; init; }

    /// <summary>The confidences of the values of a required field, and those of the other findings of its kind.</summary>
    public (ImmutableArray<double> Values, ImmutableArray<double> Others) ConfidencesOf(string field) => field switch
    {
        "dates.event" or "dates.deadline" => Part(field, Dates),
        "cities.venue" => Part(field, Cities),
        "organizations.organizer" => Part(field, Organizations),
        "topics" => ([.. Topics.Select(topic => topic.Confidence)], []),
        "eventType" => ([EventType.Confidence], []),
        _ => ([], []),
    };

    private static (ImmutableArray<double>, ImmutableArray<double>) Part<T>(string field, ImmutableArray<T> findings) where T : Finding =>
        ([.. findings.Where(finding => RequiredField.Counts(field, finding.Role)).Select(finding => finding.Confidence)],
         [.. findings.Where(finding => !RequiredField.Counts(field, finding.Role)).Select(finding => finding.Confidence)]);
}
