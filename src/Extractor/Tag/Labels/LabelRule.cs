using System.Collections.Immutable;
using Extract.Rules;

namespace Extract.Tag.Labels;

/// <summary>One entry of a label file: a label, what it covers, and the words that speak for and against it. Immutable.</summary>
public sealed record LabelRule
{
    /// <summary>The label.</summary>
    public required string Label { get; init; }
    /// <summary>What belongs to it.</summary>
    public required string Covers { get; init; }
    /// <summary>Phrases that say so by themselves.</summary>
    public ImmutableArray<string> For { get; init; } = [];
    /// <summary>Phrases that point there and need company.</summary>
    public ImmutableArray<string> Hints { get; init; } = [];
    /// <summary>Phrases that look like it and are something else.</summary>
    public ImmutableArray<string> Against { get; init; } = [];
    /// <summary>Texts in which the marked words are found.</summary>
    public ImmutableArray<RuleExample> Finds { get; init; } = [];
    /// <summary>Texts in which nothing is found.</summary>
    public ImmutableArray<RuleExample> Ignores { get; init; } = [];
    /// <summary>Texts of announcements that have the label, to learn from; in a file of the user's own.</summary>
    public ImmutableArray<string> Examples { get; init; } = [];
    /// <summary>Where it stands in its file.</summary>
    public int Line { get; init; }
}

/// <summary>How an example of a label file went.</summary>
/// <param name="File">The file.</param>
/// <param name="Label">The label.</param>
/// <param name="Example">The example.</param>
/// <param name="Failure">What went wrong; null where nothing did.</param>
public sealed record LabelOutcome(string File, string Label, RuleExample Example, string? Failure)
{
    /// <summary>The line that people see: file, line and what happened.</summary>
    public override string ToString() => $"{File}:{Example.Line}: {Label}: {Failure ?? "as it should be"}";
}
