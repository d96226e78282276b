namespace Extract.Fetch;

/// <summary>One thing to fetch.</summary>
/// <param name="Name">What people call it: a file's path relative to pipeline.yml with <c>/</c>, an archive's with the place in it, or a web address, without secrets.</param>
/// <param name="Location">Where it is: the full path of the file or archive, or the address with whatever it needs.</param>
/// <param name="Origin">The entry of <c>fetch: sources</c> that it came from.</param>
public sealed record Input(string Name, string Location, string Origin)
{
    /// <summary>The publication date that a feed gives it, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>What listing it has already fetched (a page named by itself, an item that its feed holds whole, what stood in an archive), or null.</summary>
    internal FetchResult? Held { get; init; }
}

/// <summary>A source, or why there is none: exactly one of the three is set.</summary>
/// <param name="Source">The source.</param>
/// <param name="Fault">Why it cannot be had.</param>
/// <param name="Dropped">Why it is no document.</param>
public sealed record FetchResult(Source? Source, Fault? Fault = null, Dropped? Dropped = null);
