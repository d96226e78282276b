using Extract.Text;

namespace Extract.Tag.Organizations;

/// <summary>An acronym and the words that the document gives for it, in either order: "Full Name (FN)", "FN (Full Name)".</summary>
/// <param name="Long">The full name.</param>
/// <param name="Short">The acronym.</param>
internal readonly record struct AcronymPair(NameSpan Long, NameSpan Short);

/// <summary>Finds the acronyms that a document defines, by the letters (after Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation definitions").</summary>
internal sealed class Acronyms(NameWords words)
{
    private const int MostLetters = 12;

    /// <summary>The pairs of a document, in order; time linear in the text.</summary>
    public List<AcronymPair> Find(TokenList tokens)
    {
        var pairs = new List<AcronymPair>();
        for (var open = 1; open + 2 < tokens.Count; open++)
        {
            if (tokens[open].Kind != TokenKind.Mark || tokens.Text[tokens[open].Start] != '(') continue;
            if ((LongBefore(tokens, open) ?? LongInside(tokens, open)) is { } pair) pairs.Add(pair);
        }
        return pairs;
    }

    // "Full Name (FN)": the fewest words before the bracket that give its letters.
    private AcronymPair? LongBefore(TokenList tokens, int open)
    {
        if (ShortAt(tokens, open + 1) is not { } brief || !Closes(tokens, brief.Last + 1)) return null;
        var least = Math.Max(0, open - Math.Min(NameChunk.MostTokens, (brief.Letters.Length * 3) + 4));
        for (var start = open - 1; start >= least; start--)
        {
            if (tokens[start + 1].Is(TokenTraits.BlockStart) || (start < open - 1 && tokens[start + 1].Is(TokenTraits.SentenceStart))) break;
            if (tokens[start].Kind != TokenKind.Word || !NameChunk.IsName(tokens, start)) continue;
            if (Folding.Fold(tokens.Text[tokens[start].Start]) == brief.Letters[0] && Spells(tokens, start, open - 1, brief.Letters))
                return Pair(tokens, start, HeadAfter(tokens, brief.Last + 1) ?? open - 1, brief);
        }
        return null;
    }

    // "Full Name (FN) Centre": the word that says what kind of body it is may stand behind the bracket.
    private int? HeadAfter(TokenList tokens, int close)
    {
        var head = close + 1;
        return head < tokens.Count && tokens.Text[tokens[close].Start] == ')' && NameChunk.IsName(tokens, head) && !tokens[head].Is(TokenTraits.SentenceStart)
            && !tokens[head].Is(TokenTraits.LineStart) && words.HeadKind(tokens[head].Hash) is not null ? head : null;
    }

    // "FN (Full Name)"
    private AcronymPair? LongInside(TokenList tokens, int open)
    {
        if (ShortAt(tokens, open - 1) is not { } brief) return null;
        var close = open + 1;
        while (close < tokens.Count && close - open < NameChunk.MostTokens && !Closes(tokens, close) && !tokens[close].Is(TokenTraits.BlockStart)) close++;
        var start = open + 1;
        while (start < close && words.IsJoin(tokens[start].Hash)) start++;
        if (close >= tokens.Count || !Closes(tokens, close) || close - start < 2 || !NameChunk.IsName(tokens, start)) return null;
        return Folding.Fold(tokens.Text[tokens[start].Start]) == brief.Letters[0] && Spells(tokens, start, close - 1, brief.Letters) ? Pair(tokens, start, close - 1, brief) : null;
    }

    private static bool Closes(TokenList tokens, int at) => at < tokens.Count && tokens.Text[tokens[at].Start] is ')' or ',' or ';';

    private static AcronymPair Pair(TokenList tokens, int start, int end, (int First, int Last, string Letters) brief) => new(
        new(start, end, NameCandidates.KeyOf(tokens, start, end)), new(brief.First, brief.Last, NameCandidates.KeyOf(tokens, brief.First, brief.Last)));

    // One or two words with at least two capitals: "RCC", "PCC SEE", "NCATS", "EnterpriseSG".
    private static (int First, int Last, string Letters)? ShortAt(TokenList tokens, int at)
    {
        if (tokens[at].Kind != TokenKind.Word || !NameChunk.IsName(tokens, at)) return null;
        var last = at;
        while (last + 1 < tokens.Count && last - at < 3 && tokens[last + 1].Kind != TokenKind.Mark && NameChunk.IsGlued(tokens, last + 1)) last++;
        var text = tokens.Text.AsSpan(tokens[at].Start, tokens[last].End - tokens[at].Start);
        var capitals = 0;
        foreach (var c in text) if (char.IsUpper(c)) capitals++;
        return capitals >= 2 && text.Length <= MostLetters ? (at, last, Folding.Fold(text)) : null;
    }

    // Every letter, from the last to the first, stands in the words in that order; the first begins the first word.
    private static bool Spells(TokenList tokens, int start, int end, string letters)
    {
        var at = tokens[end].End - 1;
        var from = tokens[start].Start;
        for (var i = letters.Length - 1; i > 0; i--)
        {
            while (at > from && Folding.Fold(tokens.Text[at]) != letters[i]) at--;
            if (at <= from) return false;
            at--;
        }
        return Initials(tokens, start, end) * 2 >= letters.Length;
    }

    private static int Initials(TokenList tokens, int start, int end)
    {
        var count = 0;
        for (var i = start; i <= end; i++) if (tokens[i].Kind == TokenKind.Word && NameChunk.IsName(tokens, i)) count++;
        return count;
    }
}
