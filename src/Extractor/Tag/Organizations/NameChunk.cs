using Extract.Text;

namespace Extract.Tag.Organizations;

/// <summary>
/// A longest run of capitalized words and what may join them: "Ministry for Europe and Foreign Affairs in Albania". Every name of a body is taken
/// to lie inside one; a run may hold several names, and more than names.
/// </summary>
internal sealed class NameChunk(NameWords words)
{
    /// <summary>No name is longer, in tokens.</summary>
    public const int MostTokens = 24;

    // A line that is shorter than this was broken on purpose: no name runs over its end.
    private const int WrappedLine = 55;
    private const int MostChunk = 60;

    /// <summary>Finds the next run at or after token <paramref name="at"/>; false where there is none.</summary>
    public bool Next(TokenList tokens, int at, out int first, out int last)
    {
        for (; at < tokens.Count; at++)
        {
            if (!IsStart(tokens, at)) continue;
            (first, last) = (at, End(tokens, at));
            return true;
        }
        (first, last) = (0, -1);
        return false;
    }

    /// <summary>True for a word that looks like part of a name: a capital stands in it.</summary>
    public static bool IsName(TokenList tokens, int index)
    {
        ref readonly var token = ref tokens[index];
        return token.Kind == TokenKind.Word && (token.Is(TokenTraits.Capitalized) || HasCapital(tokens.Chars(index)));
    }

    /// <summary>True where the token is glued to the one before it by neither blank nor mark: "F" in "18F".</summary>
    public static bool IsGlued(TokenList tokens, int index) => index > 0 && !tokens[index].Is(TokenTraits.SpaceBefore) && tokens[index - 1].End == tokens[index].Start;

    private static bool HasCapital(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (c is >= 'A' and <= 'Z' || (c > 127 && char.IsUpper(c))) return true;
        return false;
    }

    private static bool IsStart(TokenList tokens, int at) =>
        IsName(tokens, at) || (tokens[at].Kind == TokenKind.Number && at + 1 < tokens.Count && IsGlued(tokens, at + 1) && IsName(tokens, at + 1));

    private int End(TokenList tokens, int first)
    {
        var last = first;
        while (last - first < MostChunk && Step(tokens, last) is var next && next > last) last = next;
        return last;
    }

    // The token that goes on with the run after `last`, or `last` where it ends.
    private int Step(TokenList tokens, int last)
    {
        var next = last + 1;
        if (next >= tokens.Count || Breaks(tokens, next)) return last;
        return tokens[next].Kind switch
        {
            TokenKind.Number => next,
            TokenKind.Word => StepWord(tokens, last, next),
            _ => StepMark(tokens, last, next),
        };
    }

    private int StepWord(TokenList tokens, int last, int next)
    {
        if (IsName(tokens, next) || IsGlued(tokens, next)) return next;
        for (var k = next; k < next + 3 && k < tokens.Count && !Breaks(tokens, k); k++)
        {
            if (k > next && IsName(tokens, k)) return k;
            if (!words.IsJoin(tokens[k].Hash)) break;
        }
        return last;
    }

    private int StepMark(TokenList tokens, int last, int mark)
    {
        var c = tokens.Text[tokens[mark].Start];
        var next = mark + 1;
        if (next >= tokens.Count || Breaks(tokens, next)) return last;
        var glued = IsGlued(tokens, mark) && IsGlued(tokens, next) && tokens[next].Kind != TokenKind.Mark;
        return c switch
        {
            '-' or '‐' or '‑' or '.' when glued => next,
            '-' or '‐' or '‑' => IsName(tokens, next) && tokens[next].Is(TokenTraits.SpaceBefore) == tokens[mark].Is(TokenTraits.SpaceBefore) ? next : last,
            '\'' or '’' => Possessive(tokens, last, mark, next),
            '.' when IsGlued(tokens, mark) && words.HeadKind(tokens[last].Hash) is not null => StepWord(tokens, last, next), // "Dept. of Physics"
            '.' => IsGlued(tokens, mark) && tokens[last].Length <= 4 && IsName(tokens, next) && !tokens[next].Is(TokenTraits.SentenceStart) ? next : last,
            '&' or '/' or '+' or '–' => IsName(tokens, next) ? next : last,
            ',' => StepWord(tokens, last, next) is var k && k > last && IsName(tokens, k) ? k : last,
            '(' => next + 2 < tokens.Count && tokens[next].Is(TokenTraits.AllCaps) && tokens.Text[tokens[next + 1].Start] == ')' && IsName(tokens, next + 2) && !Breaks(tokens, next + 2)
                ? next + 2 : last,
            _ => last,
        };
    }

    // "Women's Bureau", "Workers' Rights", "O'Brien"; the run ends before the 's of "Blinken's trip".
    private static int Possessive(TokenList tokens, int last, int mark, int next)
    {
        if (!IsGlued(tokens, mark)) return last;
        if (!IsGlued(tokens, next)) return IsName(tokens, next) && tokens.Text[tokens[mark].Start - 1] is 's' or 'S' ? next : last;
        if (tokens[next].Length > 1 || IsName(tokens, next)) return next;
        return next + 1 < tokens.Count && IsName(tokens, next + 1) && !Breaks(tokens, next + 1) ? next + 1 : last;
    }

    /// <summary>True where no name goes on at the token: a block, a sentence or a line that was broken on purpose begins.</summary>
    public static bool Breaks(TokenList tokens, int index)
    {
        var traits = tokens[index].Traits;
        if ((traits & (TokenTraits.BlockStart | TokenTraits.SentenceStart)) != 0) return true;
        return (traits & TokenTraits.LineStart) != 0 && !IsWrapped(tokens, index);
    }

    private static bool IsWrapped(TokenList tokens, int index)
    {
        var end = tokens[index - 1].End;
        var start = tokens.Text.AsSpan(0, end).LastIndexOf('\n');
        return end - start > WrappedLine && tokens.Text.AsSpan(end, tokens[index].Start - end).Count('\n') == 1;
    }
}
