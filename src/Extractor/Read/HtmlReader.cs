using AngleSharp.Html.Dom;
using Extract.Read.Html;

namespace Extract.Read;

/// <summary>
/// Reads web pages: the main text with its blocks, and what the page says of itself. White space is collapsed as in a browser; scripts do not run and styles are not
/// applied. Blocks are parted by an empty line, items and rows and lines by a line break, cells by a tab.
/// </summary>
public sealed class HtmlReader(ReadSettings settings) : IReader
{
    /// <inheritdoc/>
    public ReadResult? Read(Source source, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.MediaType is not ("text/html" or "application/xhtml+xml")) return null;
        var (html, fault) = SourceText.Of(source, HtmlCharset.Declared(source.Bytes.Span));
        if (html is null) return new(null, fault);
        if (Nesting.IsTooDeep(html)) return new(null, ReadFaults.TooDeep(source, Nesting.Most));
        cancellation.ThrowIfCancellationRequested();
        using var page = Parsing.Read(html);
        return new(Read(source, page));
    }

    /// <summary>Reads a page that has been parsed.</summary>
    internal Document Read(Source source, IHtmlDocument html) => Read(source, html, null);

    /// <summary>The page with some of its words marked, made harmless (<see cref="MarkedPage"/>); null where it cannot be read.</summary>
    /// <param name="source">The page.</param>
    /// <param name="marks">Spans of the document's text that do not overlap, in order, with what their marks carry.</param>
    internal string? Mark(Source source, IEnumerable<PageMark> marks)
    {
        if (SourceText.Of(source, HtmlCharset.Declared(source.Bytes.Span)).Text is not { } html || Nesting.IsTooDeep(html)) return null;
        using var page = Parsing.Whole(html);
        var map = new PageMap();
        Read(source, page, map);
        return MarkedPage.Of(page, map, marks);
    }

    private Document Read(Source source, IHtmlDocument html, PageMap? map)
    {
        using var nodes = Page.Of(html);
        if (!settings.KeepBoilerplate) Boilerplate.Mark(nodes);
        var root = settings.KeepBoilerplate ? 0 : MainContent.Find(nodes);
        var address = Addresses.Base(source.Address, nodes.Statements.Base);
        var written = BlockWriter.Write(nodes, root, map);
        var (metadata, data) = (new PageMetadata(nodes.Statements, html.DocumentElement), LinkedData.Of(nodes.Statements));
        return new Document
        {
            Source = source,
            Text = written.Text,
            Blocks = written.Blocks,
            Links = [.. written.Links.Select(link => new Hyperlink(link.Span, Addresses.Absolute(link.Value, address)))],
            Times = [.. written.Times.Select(time => (time.Span, Moment: Moment.Of(time.Value))).Where(time => time.Moment.Day is not null).Select(time => new StatedTime(time.Span, time.Moment.Day!.Value, time.Moment.Time, time.Moment.Zone))],
            Title = metadata.Title(),
            Published = source.Published ?? PublicationDate.Of(nodes, metadata, data, address),
            // Templates declare a language that their pages are not in.
            Language = Languages.Known(Languages.Detect(written.Text), metadata.Language()),
            MarkupEvents = [.. data.Events, .. Microdata.Of(nodes.Statements)],
        };
    }
}
