using System.Collections.Frozen;
using Extract.Text;

namespace Extract.Resolve.Dates;

/// <summary>A length of time that words state, in days: least and most.</summary>
internal readonly record struct Duration(int Least, int Most)
{
    /// <summary>True where so many days are of this length.</summary>
    public bool Holds(int days) => days >= Least && days <= Most;
}

/// <summary>Finds stated lengths: "5-day workshop", "three days", "two weeks".</summary>
internal static class Durations
{
    private const int Around = 80; // tokens to either side
    private static readonly FrozenDictionary<ulong, int> Numbers = "one two three four five six seven eight nine ten eleven twelve".Split(' ')
        .Select((word, i) => (Folding.Hash(word), i + 1)).ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);
    private static readonly ulong Day = Folding.Hash("day"), Days = Folding.Hash("days"), Week = Folding.Hash("week"), Weeks = Folding.Hash("weeks");

    /// <summary>The lengths that are stated near a span, in order.</summary>
    public static IReadOnlyList<Duration> Near(TokenList tokens, TextSpan span)
    {
        var (first, last, found) = (tokens.IndexAt(span.Start), tokens.IndexAt(span.End - 1), new List<Duration>());
        for (var i = Math.Max(0, first - Around); i < Math.Min(tokens.Count, last + Around); i++)
            if (Of(tokens, i) is { } duration) found.Add(duration);
        return found;
    }

    // A working week is five days of the seven.
    private static Duration? Of(TokenList tokens, int index)
    {
        var count = tokens[index].Kind == TokenKind.Number ? tokens[index].Number : Numbers.GetValueOrDefault(tokens[index].Hash);
        if (count is < 1 or > 60) return null;
        var unit = index + 1 < tokens.Count && tokens.Chars(index + 1) is "-" or "‑" or "–" ? index + 2 : index + 1;
        if (unit >= tokens.Count) return null;
        var word = tokens[unit].Hash;
        return word == Day || word == Days ? new(count, count) : word == Week || word == Weeks ? new((7 * count) - 3, (7 * count) + 1) : null;
    }
}
