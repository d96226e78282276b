using System.Collections.Frozen;
using Extract.Text;

namespace Extract.Resolve.Dates;

/// <summary>The day on which a post is taken up is no event: "Start date: 1 September 2024" in an announcement that speaks of a position.</summary>
internal static class WorkStart
{
    /// <summary>What such a form adds to the log odds of another day.</summary>
    public const double Other = 4;

    private const int Before = 6; // tokens
    private const int LeastWords = 2;
    private static readonly FrozenSet<ulong> Starts = Folding.HashesOf("start starting starts commencing commencement commences beginning");

    /// <summary>True for such a date.</summary>
    public static bool Is(ResolveContext context, Reading reading, DateWords words)
    {
        var tokens = context.Tokens;
        var first = tokens.IndexAt(reading.Mention.Span.Start);
        if (reading.Inherited || reading.Value.FromTime is not null || !IsCued(tokens, first)) return false;
        var (found, end) = (new HashSet<ulong>(), context.Announcement.Span.End);
        for (var i = tokens.IndexAt(context.Announcement.Span.Start); i < tokens.Count && tokens[i].Start < end && found.Count < LeastWords; i++)
            if (words.IsOfWork(tokens, i)) found.Add(tokens[i].Hash);
        return found.Count >= LeastWords;
    }

    private static bool IsCued(TokenList tokens, int first)
    {
        for (var i = first - 1; i >= 0 && first - i <= Before && !tokens[i + 1].Is(TokenTraits.SentenceStart); i--)
            if (Starts.Contains(tokens[i].Hash)) return true;
        return false;
    }
}
