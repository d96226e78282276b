using Extract.Review.Index;

namespace Extract.Review.Serving;

/// <summary>The labels to choose from: those that the program knows, and those of a user's own that records have.</summary>
internal sealed class Labels(ReviewOptions options, IndexKeeper keeper)
{
    /// <summary>Topics with what they cover.</summary>
    public IEnumerable<Choice> TopicChoices() => Choices(options.Topics, "topic");

    /// <summary>Types of event with what they cover.</summary>
    public IEnumerable<Choice> TypeChoices() => Choices(options.Types, "type");

    /// <summary>The topics; null where none are known.</summary>
    public IReadOnlySet<string>? Topics() => Names(TopicChoices());

    /// <summary>The types of event; null where none are known.</summary>
    public IReadOnlySet<string>? Types() => Names(TypeChoices());

    private IEnumerable<Choice> Choices(IEnumerable<Choice> known, string kind) => known.Concat(keeper.Index.Labels(kind).Select(label => new Choice(label, null))).DistinctBy(choice => choice.Label);

    private static HashSet<string>? Names(IEnumerable<Choice> choices) => choices.Select(choice => choice.Label).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } names ? names : null;
}
