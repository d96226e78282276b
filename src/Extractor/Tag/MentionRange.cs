using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Tag;

/// <summary>The mentions that begin in a span, found by bisection: a resolver must not walk all of a long page for each of its items.</summary>
public static class MentionRange
{
    /// <summary>Those mentions, in order.</summary>
    /// <param name="mentions">Ordered by span.</param>
    /// <param name="span">The span.</param>
    public static ReadOnlySpan<Mention> Of(ImmutableArray<Mention> mentions, TextSpan span)
    {
        var all = mentions.AsSpan();
        return all[FirstAt(all, span.Start)..FirstAt(all, span.End)];
    }

    private static int FirstAt(ReadOnlySpan<Mention> mentions, int offset) => Bisection.FirstAbove(mentions, offset - 1, mention => mention.Span.Start);
}
