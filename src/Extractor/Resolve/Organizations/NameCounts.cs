using System.Collections.Immutable;
using Extract.Tag;

namespace Extract.Resolve.Organizations;

/// <summary>In how many announcements of a document a name stands: who runs a page's events stands in many of them.</summary>
internal sealed class NameCounts
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The counts of a document.</summary>
    public NameCounts(string text, ImmutableArray<Mention> mentions, ImmutableArray<Announcement> announcements)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var announcement in announcements)
        {
            seen.Clear();
            foreach (var mention in MentionRange.Of(mentions, announcement.Span))
                if (mention.Kind == MentionKind.Organization && mention.Span.Of(text) is var name && seen.Add(name)) _counts[name] = _counts.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>The number of announcements that the most common of a body's names stands in.</summary>
    public int Of(Body body, string text) => body.Mentions.Max(mention => _counts.GetValueOrDefault(mention.Span.Of(text)));
}
