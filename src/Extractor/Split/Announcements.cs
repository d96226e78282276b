using Extract.Text;

namespace Extract.Split;

/// <summary>Makes an announcement of a span of a page: its title, the headings above it and its anchor.</summary>
public static class Announcements
{
    /// <summary>The announcement of a span.</summary>
    /// <param name="page">The page.</param>
    /// <param name="span">The announcement's span.</param>
    /// <param name="title">The span of its title.</param>
    /// <param name="whole">True where the announcement is the whole page, so that no heading stands above it.</param>
    /// <param name="confidence">The probability that the span is one announcement.</param>
    public static Announcement Of(Page page, TextSpan span, TextSpan title, bool whole, double confidence)
    {
        ArgumentNullException.ThrowIfNull(page);
        var words = WhiteSpace.Collapse(title.Of(page.Text));
        return new()
        {
            Span = span,
            Title = words,
            TitleSpan = title,
            Headings = whole ? [] : [.. page.HeadingsAbove(page.BlockAt(span.Start)), .. Leads.Above(page, page.BlockAt(span.Start))],
            Confidence = confidence,
            Anchor = AnchorOf(page, title) ?? Folding.Fold(words),
        };
    }

    private static string? AnchorOf(Page page, TextSpan title)
    {
        var links = page.Tagged.Document.Links;
        for (var i = Bisection.FirstAbove(links.AsSpan(), title.Start, link => link.Span.End); i < links.Length && links[i].Span.Start < title.End; i++)
            if (links[i].Span.Overlaps(title)) return links[i].Href;
        return page.Blocks[page.BlockAt(title.Start)].Block.Anchor;
    }
}
