namespace Extract.Fetch.Containers;

/// <summary>A file, or an entry of a container, while it is not yet known what it is.</summary>
/// <param name="Name">What people call it: <c>archive.zip!/inner/page.html</c>.</param>
/// <param name="Stream">Its bytes, read once.</param>
public sealed record Content(string Name, ContentStream Stream)
{
    /// <summary>The most bytes of one entry that are held in memory.</summary>
    public required long MaxBytes { get; init; }

    /// <summary>The media type that its container states, or null.</summary>
    public string? MediaType { get; init; }

    /// <summary>The charset that its container states, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>The publication date that came with it, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The first bytes; fewer than a thousand only where there are no more.</summary>
    public ReadOnlySpan<byte> Start => Stream.Peek(1024);

    /// <summary>The name of the file, which may tell what it is: <c>inner/page.html</c>; what was packed singly has lost the ending of its packing.</summary>
    public required string FileName { get; init; }

    /// <summary>True where the file's name ends so, in letters of any case.</summary>
    public bool Ends(string ending) => FileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
