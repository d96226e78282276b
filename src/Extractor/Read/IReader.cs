namespace Extract.Read;

/// <summary>Reads a source into a document.</summary>
public interface IReader
{
    /// <summary>The document, or why there is none; null where the source is not of this reader's kind.</summary>
    ReadResult? Read(Source source, CancellationToken cancellation);
}

/// <summary>A document, or why there is none: exactly one of the three is set.</summary>
public sealed record ReadResult(Document? Document, Fault? Fault = null, Dropped? Dropped = null);
