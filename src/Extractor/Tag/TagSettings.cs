namespace Extract.Tag;

/// <summary>The section <c>tag:</c> of pipeline.yml. Immutable.</summary>
public sealed record TagSettings
{
    /// <summary><c>tag: places</c>: the file of the user's own names of cities and venues, or null.</summary>
    public string? Places { get; init; }

    /// <summary><c>tag: organizations</c>: the file of the user's own organizations, or null.</summary>
    public string? Organizations { get; init; }

    /// <summary><c>tag: persons</c>: put the persons who are named with a title on the record.</summary>
    public bool Persons { get; init; }

    /// <summary><c>tag: maxTokens</c>: a document of more tokens than this is a fault and is not tagged.</summary>
    public int MaxTokens { get; init; } = 250_000;

    /// <summary><c>tag: maxMentions</c>: a document in which more mentions are found is a fault; none of them is resolved.</summary>
    public int MaxMentions { get; init; } = 100_000;
}
