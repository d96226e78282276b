using Extract.Read.Plain;

namespace Extract.Read;

/// <summary>
/// Reads Markdown: blocks as in plain text, links as hyperlinks, title and date from the front matter. <see cref="Document.Text"/> is the text as written,
/// marks and all.
/// </summary>
public sealed class MarkdownReader : IReader
{
    /// <inheritdoc/>
    public ReadResult? Read(Source source, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.MediaType is not ("text/markdown" or "text/x-markdown")) return null;
        var (text, fault) = SourceText.Of(source);
        if (text is null) return new(null, fault);
        var front = FrontMatter.Of(text);
        return new(new Document
        {
            Source = source,
            Text = text,
            Blocks = [.. PlainBlocks.Of(text).Where(block => block.Span.Start >= front.End)],
            Links = MarkdownLinks.Of(text, source.Address),
            Title = front.Title,
            Published = source.Published ?? front.Date,
            Language = Languages.Detect(text),
        });
    }
}
