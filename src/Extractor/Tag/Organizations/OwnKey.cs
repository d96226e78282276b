using Extract.Text;

namespace Extract.Tag.Organizations;

/// <summary>
/// How a spelling of the user's file becomes a key, and the words of a text the same: the folded words in order and the marks that part them. Marks that only join
/// (hyphen, apostrophe, full stop, quotation marks) and "the" do not count, and "&amp;" is "and".
/// </summary>
internal static class OwnKey
{
    /// <summary>No name has more words and marks.</summary>
    public const int MostWords = 40;

    private static readonly ulong And = Folding.Hash("and"), The = Folding.Hash("the"), Ampersand = Folding.Hash("&");

    /// <summary>True for a token that does not count.</summary>
    public static bool IsSkipped(TokenList tokens, int at) => tokens[at].Kind == TokenKind.Mark
        ? tokens.Text[tokens[at].Start] is '.' or '-' or '\'' or '’' or '‘' or '‐' or '‑' or '–' or '"' or '“' or '”' or '„' or '«' or '»' or '`' or '´' or '®' or '™'
        : tokens[at].Hash == The;

    /// <summary>The key of a whole spelling.</summary>
    public static ulong Of(string words)
    {
        var (tokens, key) = (TokenList.Of(words), 0UL);
        for (var i = 0; i < tokens.Count; i++)
            if (!IsSkipped(tokens, i)) key = Append(key, tokens[i]);
        return key;
    }

    /// <summary>The key of the words so far with one more that counts.</summary>
    public static ulong Append(ulong key, in Token token) => Folding.Combine(key, token.Hash == Ampersand ? And : token.Hash);
}
