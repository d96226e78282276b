namespace Extract.Fetch.Containers;

/// <summary>What a container holds at one place: something to read or to open in its turn, or why there is nothing.</summary>
public sealed record ContainerEntry
{
    /// <summary>Its name inside the container, made harmless and unique by whoever asks; null where it goes by the container's own name (what was packed singly, the mail itself).</summary>
    public string? Name { get; init; }

    /// <summary>Its bytes, read once and no further than needed; null where there is nothing to read.</summary>
    public Stream? Stream { get; init; }

    /// <summary>True where it is a document and not opened in its turn: the mail itself, a row of a table.</summary>
    public bool IsDocument { get; init; }

    /// <summary>Why it could not be read, with what to do; null where it could.</summary>
    public (string What, string Remedy)? Fault { get; init; }

    /// <summary>What of the container was lost at this place, where reading goes on behind it; else null.</summary>
    public DamagedException? Damage { get; init; }

    /// <summary>Why it is no document, in a few words; null where it may be one.</summary>
    public string? Dropped { get; init; }

    /// <summary>Its id where that is not its place: the address that was captured.</summary>
    public string? Id { get; init; }

    /// <summary>Its web address where that is not its id.</summary>
    public string? Uri { get; init; }

    /// <summary>The media type that the container states, without parameters and in lower case, or null.</summary>
    public string? MediaType { get; init; }

    /// <summary>The charset that the container states, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>When it was captured from the web, or null.</summary>
    public DateTimeOffset? Retrieved { get; init; }

    /// <summary>The publication date that the container states, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Something that may be a document or a container.</summary>
    public static ContainerEntry Of(string? name, Stream stream) => new() { Name = name, Stream = stream };

    /// <summary>A document under the container's own name.</summary>
    public static ContainerEntry Itself(Stream stream) => new() { Stream = stream, IsDocument = true };

    /// <summary>An entry that cannot be read.</summary>
    public static ContainerEntry Lost(string? name, string what, string remedy) => new() { Name = name, Fault = (what, remedy) };

    /// <summary>A place of the container that is lost, where reading goes on behind it.</summary>
    public static ContainerEntry Lost(DamagedException damage) => new() { Damage = damage };

    /// <summary>An entry that is no document.</summary>
    public static ContainerEntry NoDocument(string? name, string why) => new() { Name = name, Dropped = why };
}
