using Extract.Text;

namespace Extract.Tag.Organizations;

/// <summary>The parts of a run of capitalized words that may be a name by themselves.</summary>
internal sealed class NameCandidates(NameWords words)
{
    private static readonly ulong And = Folding.Hash("and"), The = Folding.Hash("the"), Ampersand = Folding.Hash("&");

    /// <summary>Adds every part of the run from <paramref name="first"/> to <paramref name="last"/> that may be a name, ordered by first and last token.</summary>
    public void Add(TokenList tokens, int first, int last, List<NameSpan> spans)
    {
        for (var start = first; start <= last; start++)
            if (MayStart(tokens, first, start)) AddFrom(tokens, start, last, spans);
    }

    /// <summary>The hash of a name's words and numbers; marks and "the" do not count, and "&amp;" is "and".</summary>
    public static ulong KeyOf(TokenList tokens, int first, int last)
    {
        var key = 0UL;
        for (var i = first; i <= last; i++) key = Extend(key, tokens[i]);
        return key;
    }

    /// <summary>The hash of a name that goes on with one more token.</summary>
    public static ulong Extend(ulong key, in Token token)
    {
        if (token.Hash == Ampersand) return Folding.Combine(key, And);
        return token.Kind == TokenKind.Mark || token.Hash == The ? key : Folding.Combine(key, token.Hash);
    }

    private void AddFrom(TokenList tokens, int start, int last, List<NameSpan> spans)
    {
        var (key, list, brackets) = (0UL, new CommaState(), 0);
        for (var end = start; end <= last && end - start < NameChunk.MostTokens; end++)
        {
            ref readonly var token = ref tokens[end];
            if (token.Kind == TokenKind.Mark && tokens.Text[token.Start] is '(' or ')' && (brackets += tokens.Text[token.Start] == '(' ? 1 : -1) < 0) return;
            key = Extend(key, token);
            list = list.After(tokens, end, words);
            if (brackets == 0 && MayEnd(tokens, last, end) && list.Closed(tokens, end, words)) spans.Add(new(start, WithStop(tokens, end), key));
        }
    }

    private bool MayStart(TokenList tokens, int first, int at)
    {
        if (at > first && IsJoined(tokens, at) && !(IsHyphen(tokens, at - 1) && tokens[at].Is(TokenTraits.AllCaps))) return false;
        // "Mr." and "Dr." begin persons.
        if (words.TitleKind(tokens[at].Hash) is not null && at + 1 < tokens.Count && tokens.Text[tokens[at + 1].Start] == '.' && NameChunk.IsGlued(tokens, at + 1)) return false;
        if (tokens[at].Kind == TokenKind.Number) return at + 1 < tokens.Count && NameChunk.IsGlued(tokens, at + 1) && NameChunk.IsName(tokens, at + 1);
        return NameChunk.IsName(tokens, at) && !words.IsJoin(tokens[at].Hash);
    }

    private bool MayEnd(TokenList tokens, int last, int at)
    {
        if (at < last && IsJoined(tokens, at + 1)) return false;
        if (at + 2 <= last && NameChunk.IsGlued(tokens, at + 1) && IsJoined(tokens, at + 2) && !EndsBefore(tokens, at + 1)) return false;
        if (tokens[at].Kind == TokenKind.Number) return true;
        if (!NameChunk.IsName(tokens, at)) return tokens[at].Kind == TokenKind.Word && NameChunk.IsGlued(tokens, at);
        return !words.IsJoin(tokens[at].Hash) || tokens[at].Is(TokenTraits.AllCaps);
    }

    // Glued to a word, or by a mark to a word: part of a hyphenated or dotted one.
    private static bool IsJoined(TokenList tokens, int at) => NameChunk.IsGlued(tokens, at) && tokens[at].Kind != TokenKind.Mark
        && (tokens[at - 1].Kind != TokenKind.Mark || IsHyphen(tokens, at - 1) || tokens.Text[tokens[at - 1].Start] is '.' or '\'' or '’' or '&' or '/');

    // A name ends before the mark of "Blinken's", "NSF-funded" and "COP29-IEA".
    private static bool EndsBefore(TokenList tokens, int mark) => mark + 1 < tokens.Count && tokens[mark].Kind == TokenKind.Mark
        && (IsHyphen(tokens, mark) ? !NameChunk.IsName(tokens, mark + 1) || tokens[mark - 1].Is(TokenTraits.AllCaps) : tokens.Text[tokens[mark].Start] is '\'' or '’' && tokens[mark + 1].Length == 1);

    private static bool IsHyphen(TokenList tokens, int mark) => tokens.Text[tokens[mark].Start] is '-' or '‐' or '‑';

    // The full stop of "Corp." and of "U.S." belongs to the name.
    private int WithStop(TokenList tokens, int end)
    {
        var stop = end + 1;
        if (stop >= tokens.Count || !NameChunk.IsGlued(tokens, stop) || tokens.Text[tokens[stop].Start] != '.') return end;
        return words.IsLegal(tokens[end].Hash) ? stop : end;
    }

    /// <summary>
    /// Commas divide names, except inside one that lists its concerns ("Bureau of Democracy, Human Rights, and Labor") and before a legal form or a
    /// university's seat.
    /// </summary>
    private readonly record struct CommaState(int Commas, bool Of, bool AndAfter, int LastComma, bool University)
    {
        private static readonly ulong Univ = Folding.Hash("university");

        public CommaState After(TokenList tokens, int at, NameWords words)
        {
            ref readonly var token = ref tokens[at];
            if (token.Kind == TokenKind.Mark && tokens.Text[token.Start] is ',' or '(' or '/' or '–')
                return this with { Commas = Commas + 1, AndAfter = tokens.Text[token.Start] == '/', LastComma = at };
            if (token.Hash == And || token.Hash == Ampersand) return this with { AndAfter = true };
            if (Commas == 0 && token.Kind == TokenKind.Word && words.IsJoin(token.Hash)) return this with { Of = true };
            return token.Hash == Univ ? this with { University = true } : this;
        }

        public bool Closed(TokenList tokens, int end, NameWords words)
        {
            if (Commas == 0) return true;
            if (tokens.Text[tokens[LastComma].Start] is '(' or '/' or '–') return end > LastComma + (tokens.Text[tokens[LastComma].Start] == '(' ? 2 : 0);
            if (Commas == 1 && end == LastComma + 1) return words.IsLegal(tokens[end].Hash) || University;
            return Of && AndAfter;
        }
    }
}
