namespace Extract.Models;

/// <summary>
/// What was fetched or ingested, before anything is read out of it. Immutable; <see cref="Bytes"/> are never written to.
/// </summary>
public sealed record Source
{
    /// <summary>The contract's <c>source.id</c>: the id of the <c>pipe</c> line, a file's <see cref="Uri"/>, or the final web address.</summary>
    public required string Id { get; init; }

    /// <summary>Where it came from: a path relative to pipeline.yml with <c>/</c>, or a web address; null for a <c>pipe</c> line without url.</summary>
    public string? Uri { get; init; }

    /// <summary>The web address of the page, which its links are relative to: for a saved file the <c>url</c> of its sidecar where there is one, else <see cref="Uri"/>.</summary>
    public string? Address { get => field ?? Uri; init; }

    /// <summary>The bytes as fetched; for <c>pipe</c> the UTF-8 of the text or html.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The exact text where it came as characters already (<c>pipe</c>), so that offsets are those of the given string; else null.</summary>
    public string? Text { get; init; }

    /// <summary>The media type without parameters, in lower case: <c>text/plain</c>, <c>text/html</c>, …</summary>
    public required string MediaType { get; init; }

    /// <summary>The charset that the transport declared, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>When it was captured from the web (the stored time for WARC); null for files and <c>pipe</c>.</summary>
    public DateTimeOffset? Retrieved { get; init; }

    /// <summary>The publication date that came with it (a feed, a sidecar, the <c>pipe</c> line); null where unknown.</summary>
    public DateOnly? Published { get; init => field = PublicationDay.Known(value); }

    /// <summary>The SHA-256 of <see cref="Bytes"/>, in lower-case hex.</summary>
    public required string Sha256 { get; init; }
}
