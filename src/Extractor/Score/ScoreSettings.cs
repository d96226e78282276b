using System.Collections.Immutable;

namespace Extract.Score;

/// <summary>The <c>score</c> section of pipeline.yml.</summary>
public sealed record ScoreSettings
{
    /// <summary>The fields that must hold for a record to be accepted (<see cref="RequiredField.All"/>).</summary>
    public ImmutableArray<string> Require { get; init; } = ["dates.event", "cities.venue"];

    /// <summary>The share of accepted records that may be wrong in a required field, 0 to 1.</summary>
    public double AcceptError { get; init; } = 0.02;

    /// <summary>What is required and less probable than this becomes a question, 0 to 1.</summary>
    public double AskBelow { get; init; } = 0.7;

    /// <summary>
    /// The same for a finding of which it is known what to ask (which year, which city): answering costs the least, so that these are asked earlier:
    /// below 0.9 where the others are below 0.7, and in that proportion.
    /// </summary>
    internal double AskOfFindingsBelow => Math.Min(1, AskBelow / 0.7 * 0.9);
}
