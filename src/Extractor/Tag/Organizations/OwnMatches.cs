using Extract.Text;

namespace Extract.Tag.Organizations;

/// <summary>Looks for the names of the user's file in a text.</summary>
internal static class OwnMatches
{
    // No heading is longer, in tokens.
    private const int Near = 40;

    private sealed record Match(int First, int Last, OwnBody[] Bodies, bool IsDoubtful);

    /// <summary>
    /// The names, in order. Letters that several bodies have mean the one that the document names elsewhere, and else nothing; letters in a line of capitals may be a word, and count only
    /// where their body is named elsewhere too.
    /// </summary>
    public static List<OwnName> Of(OwnOrganizations own, TokenList tokens)
    {
        var matches = new List<Match>();
        for (var at = 0; at < tokens.Count; at++)
            if (tokens[at].Kind != TokenKind.Mark && own.Longest(tokens[at]) is > 0 and var most && Longest(own, tokens, at, most) is { } match)
            {
                matches.Add(match);
                at = match.Last;
            }
        var named = matches.Where(match => match is { IsDoubtful: false, Bodies.Length: 1 }).Select(match => match.Bodies[0]).ToHashSet(ReferenceEqualityComparer.Instance);
        var found = new List<OwnName>(matches.Count);
        foreach (var match in matches)
            if (Only(match, named) is { } body) found.Add(new(match.First, match.Last, body));
        return found;
    }

    private static OwnBody? Only(Match match, HashSet<object?> named)
    {
        if (match is { IsDoubtful: false, Bodies: [var body] }) return body;
        var meant = match.Bodies.Where(named.Contains).Take(2).ToArray();
        return meant.Length == 1 ? meant[0] : null;
    }

    private static Match? Longest(OwnOrganizations own, TokenList tokens, int first, int most)
    {
        if (IsInsideWord(tokens, first)) return null;
        var (key, word, capitals, best) = (0UL, 0, 0UL, (Match?)null);
        for (var at = first; at < tokens.Count && word < most; at++)
        {
            if (at > first && NameChunk.Breaks(tokens, at)) break;
            if (OwnKey.IsSkipped(tokens, at)) { if (at == first) return null; continue; }
            key = OwnKey.Append(key, tokens[at]);
            if (NameChunk.IsName(tokens, at)) capitals |= 1UL << word;
            word++;
            if (own.Holds(key) && !GoesOn(tokens, at) && Fitting(own.Find(key), tokens.Span(first, at).Of(tokens.Text), capitals) is { Length: > 0 } forms)
                best = new(first, WithStop(tokens, at, forms), [.. forms.Select(fit => fit.Body).Distinct(ReferenceEqualityComparer.Instance).Cast<OwnBody>()], forms[0].Letters is not null && StandsAmongCapitals(tokens, first, at));
        }
        return best;
    }

    // The spellings that the words are, of the surest rank.
    private static OwnForm[] Fitting(IEnumerable<OwnForm> forms, string words, ulong capitals)
    {
        var fitting = forms.Where(each => (each.Capitals & ~capitals) == 0 && (each.Letters is null || IsSame(each.Letters, words))).ToArray();
        return [.. fitting.Where(each => each.Rank == fitting.Min(other => other.Rank))];
    }

    private static bool IsSame(string letters, string words) => letters.AsSpan().TrimEnd('.').SequenceEqual(words.AsSpan());

    // "18F" is not "F", and a name in an address of the web or of mail is none.
    private static bool IsInsideWord(TokenList tokens, int first) => NameChunk.IsGlued(tokens, first)
        && (tokens[first - 1].Kind != TokenKind.Mark || tokens.Text[tokens[first - 1].Start] is '@' or '_' || (tokens.Text[tokens[first - 1].Start] == '.' && NameChunk.IsGlued(tokens, first - 1) && tokens[first - 2].Length > 1));

    private static bool GoesOn(TokenList tokens, int last)
    {
        var next = last + 1;
        if (next >= tokens.Count || !NameChunk.IsGlued(tokens, next)) return false;
        if (tokens[next].Kind != TokenKind.Mark) return true;
        return tokens.Text[tokens[next].Start] is '.' or '@' or '_' && next + 1 < tokens.Count && NameChunk.IsGlued(tokens, next + 1) && tokens[next + 1].Kind != TokenKind.Mark
            && (tokens[last].Length > 1 || tokens.Text[tokens[next].Start] != '.');
    }

    // The full stop of "Ltd." belongs to the name where the file writes it.
    private static int WithStop(TokenList tokens, int last, OwnForm[] forms) =>
        last + 1 < tokens.Count && forms[0].EndsInStop && tokens.Text[tokens[last + 1].Start] == '.' && NameChunk.IsGlued(tokens, last + 1) ? last + 1 : last;

    // In "WHO SHOULD ATTEND" capitals say nothing.
    private static bool StandsAmongCapitals(TokenList tokens, int first, int last)
    {
        var others = 0;
        for (var i = first - 1; i >= Math.Max(0, first - Near) && !tokens[i + 1].Is(TokenTraits.LineStart); i--)
            if (!Counts(tokens, i, ref others)) return false;
        for (var i = last + 1; i < Math.Min(tokens.Count, last + Near) && !tokens[i].Is(TokenTraits.LineStart); i++)
            if (!Counts(tokens, i, ref others)) return false;
        return others > 0;
    }

    private static bool Counts(TokenList tokens, int at, ref int others)
    {
        if (tokens[at].Kind != TokenKind.Word) return true;
        if (tokens[at].Length > 1 && !tokens[at].Is(TokenTraits.AllCaps)) return false;
        others++;
        return true;
    }
}
