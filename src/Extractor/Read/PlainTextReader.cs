using Extract.Read.Plain;

namespace Extract.Read;

/// <summary>
/// Reads plain text. <see cref="Document.Text"/> is exactly the given string, or the decoded bytes without their byte order mark.
/// </summary>
public sealed class PlainTextReader : IReader
{
    /// <inheritdoc/>
    public ReadResult? Read(Source source, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.MediaType is not ("text/plain" or "application/octet-stream") && source.Text is null) return null;
        var (text, fault) = SourceText.Of(source);
        if (text is null) return new(null, fault);
        return new(new Document
        {
            Source = source,
            Text = text,
            Blocks = PlainBlocks.Of(text),
            Published = source.Published,
            Language = Languages.Detect(text),
        });
    }
}
