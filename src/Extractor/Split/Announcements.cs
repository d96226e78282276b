using System.Collections.Immutable;
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
        var words = OneLine(title.Of(page.Text));
        return new()
        {
            Span = span,
            Title = words,
            TitleSpan = title,
            Headings = whole ? [] : Above(page, span),
            Confidence = confidence,
            Anchor = AnchorOf(page, title) ?? Folding.Fold(words),
        };
    }

    private static string OneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // The page's first block, and of the headings since then each that no heading of its level or above has closed.
    private static ImmutableArray<TextSpan> Above(Page page, TextSpan span)
    {
        var open = new List<Block>();
        foreach (var view in page.Blocks)
        {
            if (view.Block.Span.Start >= span.Start) break;
            var isFirst = view == page.Blocks[0];
            if (view.Block.Kind != BlockKind.Heading && !isFirst) continue;
            open.RemoveAll(block => block.Kind == BlockKind.Heading && view.Block.Kind == BlockKind.Heading && block.Level >= view.Block.Level && block.Level > 1);
            open.Add(view.Block);
        }
        return [.. open.Select(block => block.Span)];
    }

    private static string? AnchorOf(Page page, TextSpan title)
    {
        foreach (var link in page.Tagged.Document.Links)
            if (link.Span.Overlaps(title)) return link.Href;
        foreach (var view in page.Blocks)
            if (view.Block.Span.Overlaps(title)) return view.Block.Anchor;
        return null;
    }
}
