using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Resolve;

/// <summary>What a resolver sees of one announcement: all of its document, and where it stands among its neighbours. Immutable.</summary>
/// <param name="Document">The whole document.</param>
/// <param name="Tokens">The tokens of the document.</param>
/// <param name="Mentions">All mentions of the document, ordered by span.</param>
/// <param name="Announcements">All announcements of the document, in order.</param>
/// <param name="Index">Which of them is asked about.</param>
public sealed record ResolveContext(
    Document Document, TokenList Tokens, ImmutableArray<Mention> Mentions, ImmutableArray<Announcement> Announcements, int Index)
{
    /// <summary>The announcement that is asked about.</summary>
    public Announcement Announcement => Announcements[Index];

    /// <summary>The mentions of a kind that stand in the announcement, in order.</summary>
    public IEnumerable<Mention> Inside(MentionKind kind) => Mentions.Where(mention => mention.Kind == kind && Announcement.Span.Contains(mention.Span));

    /// <summary>The mentions of a kind that stand in the headings above it, outermost heading first.</summary>
    public IEnumerable<Mention> Inherited(MentionKind kind) =>
        Announcement.Headings.SelectMany(heading => Mentions.Where(mention => mention.Kind == kind && heading.Contains(mention.Span)));
}
