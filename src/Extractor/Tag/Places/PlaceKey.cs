using Extract.Text;

namespace Extract.Tag.Places;

/// <summary>
/// How a name becomes a key: the folded words in order, without the marks that join them, so that "St. Louis", "St Louis" and "Saint-Louis" meet.
/// The builder of the gazetteer and the tagger share it.
/// </summary>
internal static class PlaceKey
{
    /// <summary>No name has more words; longer ones are not kept.</summary>
    public const int MostWords = 7;

    private static readonly (ulong From, ulong To)[] Same =
        [.. new[] { ("st", "saint"), ("ste", "sainte"), ("ft", "fort"), ("mt", "mount") }.Select(pair => (Folding.Hash(pair.Item1), Folding.Hash(pair.Item2)))];

    /// <summary>The key of the words so far with one more.</summary>
    public static ulong Append(ulong key, ulong word)
    {
        foreach (var (from, to) in Same)
            if (word == from) return Folding.Combine(key, to);
        return Folding.Combine(key, word);
    }

    /// <summary>True for a mark that may stand inside a name: full stop, hyphen, apostrophe.</summary>
    public static bool Joins(char mark) => mark is '.' or '-' or '\'' or '’' or '‘' or '‐' or '‑' or '–' or 'ʻ' or '`' or '´';

    /// <summary>The keys of a name's beginnings, the last being the whole name's; empty where it is no name that can be kept.</summary>
    public static ulong[] Of(string name)
    {
        var tokens = TokenList.Of(name);
        var (keys, key) = (new List<ulong>(), 0UL);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Mark)
            {
                if (!Joins(tokens.Chars(i)[0])) return [];
                continue;
            }
            keys.Add(key = Append(key, tokens[i].Hash));
        }
        return keys.Count <= MostWords ? [.. keys] : [];
    }
}
