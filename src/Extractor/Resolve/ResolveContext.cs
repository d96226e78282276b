using System.Collections.Immutable;
using Extract.Resolve.Organizations;
using Extract.Tag;
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
    // What is the document's and not the announcement's is made once: the contexts of one document are copies of one another.
    private readonly Lazy<NameLists> _lists = new(() => new(Tokens, Mentions));
    private readonly Lazy<NameCounts> _nameCounts = new(() => new(Document.Text, Mentions, Announcements));
    private readonly Lazy<ImmutableArray<string>> _markupOrganizers = new(() => [.. Document.MarkupEvents.Select(stated => stated.Organizer).OfType<string>().Select(NameForms.Fold)]);

    /// <summary>The contexts of all announcements of a document, in order.</summary>
    public static IEnumerable<ResolveContext> Of(TaggedDocument tagged, ImmutableArray<Announcement> announcements, bool named = false)
    {
        ArgumentNullException.ThrowIfNull(tagged);
        var first = new ResolveContext(tagged.Document, tagged.Tokens, tagged.Mentions, announcements, 0) { Named = named };
        return announcements.Select((_, i) => i == 0 ? first : first with { Index = i });
    }

    /// <summary>True where the features of candidates keep their names: for training and for people who ask why. Names cost time and change no result.</summary>
    public bool Named { get; init; }

    /// <summary>The lists of bodies in the document.</summary>
    internal NameLists Lists => _lists.Value;

    /// <summary>In how many announcements of the document each name of a body stands.</summary>
    internal NameCounts NameCounts => _nameCounts.Value;

    /// <summary>Who runs the events of the document's markup, folded.</summary>
    internal ImmutableArray<string> MarkupOrganizers => _markupOrganizers.Value;

    /// <summary>The announcement that is asked about.</summary>
    public Announcement Announcement => Announcements[Index];

    /// <summary>The mentions of a kind that stand in the announcement, in order.</summary>
    public IEnumerable<Mention> Inside(MentionKind kind) => Within(Announcement.Span, kind);

    /// <summary>The mentions of a kind that stand in the headings above it, outermost heading first.</summary>
    public IEnumerable<Mention> Inherited(MentionKind kind) => Announcement.Headings.SelectMany(heading => Within(heading, kind));

    /// <summary>The index of the first block of the document that ends after an offset; the number of blocks where none does.</summary>
    internal int BlockAfter(int offset) => Bisection.FirstAbove(Document.Blocks.AsSpan(), offset, block => block.Span.End);

    // By halving: a page may hold thousands of announcements, each with its mentions.
    private List<Mention> Within(TextSpan span, MentionKind kind)
    {
        var within = new List<Mention>();
        foreach (var mention in MentionRange.Of(Mentions, span))
            if (mention.Kind == kind && span.Contains(mention.Span)) within.Add(mention);
        return within;
    }
}
