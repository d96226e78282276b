using System.Collections.Immutable;
using Extract.Trained;

namespace Extract.Score;

/// <summary>Why a finding, a field or a record has its confidence.</summary>
/// <param name="Before">The resolver's own probability, before it was held against what came true; null for a field or a record.</param>
/// <param name="Model">What the model of confidence weighs; null where there is none, and the probability before stands.</param>
/// <param name="Stated">What is added to the model's log odds because it is stated and not learned: agreement with the markup.</param>
/// <param name="Most">The most that the confidence may be, whatever speaks for it.</param>
/// <param name="Confidence">The confidence.</param>
public sealed record ConfidenceReasons(double? Before, Reasons? Model, double Stated, double Most, double Confidence)
{
    /// <summary>What it costs that the announcement may be none, where the model has not learned it.</summary>
    public double Whole { get; init; }

    /// <summary>The log odds that all of it adds up to.</summary>
    public double Sum => (Model?.Score ?? 0) + Stated + Whole;

    /// <summary>The probability of <see cref="Sum"/>; the confidence is it, but never more than <see cref="Most"/>.</summary>
    public double Probability => LogOdds.ToProbability(Sum);
}

/// <summary>The scores of one announcement with their reasons, each in the order of the findings.</summary>
/// <param name="Scored">The scores.</param>
/// <param name="Dates">Of the dates.</param>
/// <param name="Cities">Of the cities.</param>
/// <param name="Organizations">Of the organizations.</param>
/// <param name="Topics">Of the topics.</param>
/// <param name="EventType">Of the type.</param>
/// <param name="Fields">Of the required fields.</param>
/// <param name="Record">Of the record.</param>
public sealed record ScoreReasons(
    ScoredFindings Scored,
    ImmutableArray<ConfidenceReasons> Dates,
    ImmutableArray<ConfidenceReasons> Cities,
    ImmutableArray<ConfidenceReasons> Organizations,
    ImmutableArray<ConfidenceReasons> Topics,
    ConfidenceReasons EventType,
    ImmutableArray<ConfidenceReasons> Fields,
    ConfidenceReasons Record);
