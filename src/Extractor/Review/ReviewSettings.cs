namespace Extract.Review;

/// <summary>The section <c>review</c> of pipeline.yml.</summary>
public sealed record ReviewSettings
{
    /// <summary>The folder of people's decisions.</summary>
    public string Decisions { get; init; } = "reviews";
    /// <summary>The port of the review page on loopback.</summary>
    public int Port { get; init; } = 5080;
}
