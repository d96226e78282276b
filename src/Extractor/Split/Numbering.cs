using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Split;

/// <summary>
/// The numbers before blocks that count on ("1. Conference on …", "2) Call for …"), be they part of the block's words or a mark that the reader took from them.
/// A number alone counts nothing: each belongs to a run that begins with 1 and goes on by one.
/// </summary>
internal sealed class Numbering
{
    private const int MostRuns = 8; // a page may hold thousands of small lists, and the work must stay linear in its length

    private readonly int[] _first;

    /// <summary>The numbers of a page's blocks.</summary>
    public Numbering(TokenList tokens, ImmutableArray<BlockView> blocks)
    {
        var runs = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        _first = new int[blocks.Length];
        var (open, next) = (ImmutableArray.CreateBuilder<int>(), 1);
        for (var i = 0; i <= blocks.Length; i++)
        {
            var (number, after) = i < blocks.Length ? Before(tokens, blocks[i]) : (1, 0);
            if (number == 0 || (number != next && number != 1)) continue;
            if (number == 1)
            {
                if (open.Count > 1) runs.Add(open.ToImmutable());
                open.Clear();
            }
            if (i == blocks.Length) break;
            (next, _first[i]) = (number + 1, after);
            open.Add(i);
        }
        Runs = [.. runs.OrderByDescending(run => run.Length).ThenBy(run => run[0]).Take(MostRuns)];
        foreach (var block in Enumerable.Range(0, blocks.Length).Except(runs.SelectMany(run => run))) _first[block] = 0;
    }

    /// <summary>The blocks of each run, in order; the longest runs first.</summary>
    public ImmutableArray<ImmutableArray<int>> Runs { get; }

    /// <summary>The first token behind a block's number; the block's own first token where it has none of a run.</summary>
    public int FirstWord(int block, int first) => Math.Max(_first[block], first);

    // The number and the first token behind it; 0 where none stands there.
    private static (int Number, int After) Before(TokenList tokens, BlockView view)
    {
        if (view.IsFurtherCell) return default;
        if (view.FirstToken >= 2 && Read(tokens, view.FirstToken - 2) is var mark and > 0 && IsOwnMark(tokens, view)) return (mark, view.FirstToken);
        var first = view.FirstToken;
        while (first < view.EndToken && tokens.Chars(first) is "*" or "_" or "(") first++;
        return first + 2 < view.EndToken && Read(tokens, first) is var number and > 0 ? (number, first + 2) : default;
    }

    // The reader took the mark from the line: it begins the line on which the block stands.
    private static bool IsOwnMark(TokenList tokens, BlockView view)
    {
        var number = view.FirstToken - 2;
        if (!tokens[number].Is(TokenTraits.LineStart) && !(number > 0 && tokens.Chars(number - 1) is "(" && tokens[number - 1].Is(TokenTraits.LineStart))) return false;
        for (var i = tokens[view.FirstToken - 1].End; i < view.Span.Start; i++)
            if (tokens.Text[i] is '\n' or '\r') return false;
        return true;
    }

    private static int Read(TokenList tokens, int at) =>
        tokens[at] is { Kind: TokenKind.Number, Length: <= 2, Number: > 0 and var number } && tokens.Chars(at + 1) is "." or ")" && !tokens[at + 1].Is(TokenTraits.SpaceBefore)
            && at + 2 < tokens.Count && (tokens[at + 2].Kind == TokenKind.Word || (tokens[at + 2].Kind == TokenKind.Mark && tokens[at + 2].Is(TokenTraits.SpaceBefore))) ? number : 0;
}
