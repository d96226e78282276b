namespace Extract.Link;

/// <summary>The section <c>link</c> of pipeline.yml.</summary>
public sealed record LinkSettings
{
    /// <summary>The same announcement in two sources becomes one record.</summary>
    public bool Duplicates { get; init; } = true;
}
