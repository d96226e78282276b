using System.Collections.Immutable;

namespace Extract.Models;

/// <summary>A span of a document that announces one thing.</summary>
public sealed record Announcement
{
    /// <summary>Its span in <see cref="Document.Text"/>; no white space at the ends.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The words of its heading, else the shortest words of the text that name the event.</summary>
    public required string Title { get; init; }

    /// <summary>Where the title stands; null where it stands in markup only.</summary>
    public TextSpan? TitleSpan { get; init; }

    /// <summary>What stands above it and serves it too: headings, outermost first, then sentences that speak of all below them. A year, a city, an organizer may be inherited from them.</summary>
    public ImmutableArray<TextSpan> Headings { get; init; } = [];

    /// <summary>The probability that this span is one announcement, no less and no more.</summary>
    public double Confidence { get; init; }

    /// <summary>What names it for good within its document: a detail link, an element id, else the folded title.</summary>
    public required string Anchor { get; init; }
}
