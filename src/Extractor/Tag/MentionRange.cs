using System.Collections.Immutable;

namespace Extract.Tag;

/// <summary>The mentions that begin in a span, found by bisection: a resolver must not walk all of a long page for each of its items.</summary>
public static class MentionRange
{
    /// <summary>Those mentions, in order.</summary>
    /// <param name="mentions">Ordered by span.</param>
    /// <param name="span">The span.</param>
    public static ReadOnlySpan<Mention> Of(ImmutableArray<Mention> mentions, TextSpan span)
    {
        var first = FirstAt(mentions, span.Start);
        return mentions.AsSpan()[first..FirstAt(mentions, span.End)];
    }

    private static int FirstAt(ImmutableArray<Mention> mentions, int offset)
    {
        var (low, high) = (0, mentions.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mentions[middle].Span.Start < offset) low = middle + 1; else high = middle;
        }
        return low;
    }
}
