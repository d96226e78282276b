using System.Collections.Immutable;

namespace Extract.Read;

/// <summary>The section <c>read</c> of pipeline.yml.</summary>
public sealed record ReadSettings
{
    /// <summary><c>maxBytes</c>: a source of more bytes than this is a fault and is not read.</summary>
    public long MaxBytes { get; init; } = 50_000_000;

    /// <summary><c>languages</c>: ISO 639-1 codes; a document that is surely in another language is dropped. Empty for any.</summary>
    public ImmutableArray<string> Languages { get; init; } = ["en"];

    /// <summary><c>keepBoilerplate</c>: keep navigation, footers and the like of web pages in the text.</summary>
    public bool KeepBoilerplate { get; init; }
}
