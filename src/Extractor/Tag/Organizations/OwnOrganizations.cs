using System.Runtime.InteropServices;
using Extract.Text;

namespace Extract.Tag.Organizations;

/// <summary>
/// The names of bodies that a user adds or silences: they go before the gazetteer's and before what is learned. Immutable and safe to share between threads.
/// </summary>
internal sealed class OwnOrganizations
{
    // Numbers in the tables and the forms in a row: while a hundred thousand are read, the garbage collector looks at few of them twice.
    private readonly Dictionary<ulong, int> _last = [];
    private readonly List<OwnForm> _forms = [];
    private readonly Dictionary<ulong, int> _longest = [];

    /// <summary>No names.</summary>
    public static OwnOrganizations None { get; } = new();

    /// <summary>True where there are none.</summary>
    public bool IsEmpty => _forms.Count == 0;

    /// <summary>The spellings of some words, the last one of the file first.</summary>
    public IEnumerable<OwnForm> Find(ulong key)
    {
        if (!_last.TryGetValue(key, out var at)) yield break;
        for (; at >= 0; at = _forms[at].Next) yield return _forms[at];
    }

    /// <summary>True where some words are a spelling.</summary>
    public bool Holds(ulong key) => _last.ContainsKey(key);

    /// <summary>The number of words of the longest name that begins with this word; 0 where none does.</summary>
    public int Longest(in Token first) => _longest.GetValueOrDefault(OwnKey.Append(0, first));

    /// <summary>Adds a spelling, while the names are being made. False where the words cannot be looked for: they are none, too many, or begin with a mark.</summary>
    public bool TryAdd(string words, OwnBody body, OwnRank rank)
    {
        var tokens = TokenList.Of(words);
        var (key, first, capitals, count, single) = (0UL, 0UL, 0UL, 0, -1);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (OwnKey.IsSkipped(tokens, i)) continue;
            if (count == 0 && tokens[i].Kind == TokenKind.Mark) return false;
            key = OwnKey.Append(key, tokens[i]);
            if (count < 64 && NameChunk.IsName(tokens, i) && !NameWords.Shipped.IsJoin(tokens[i].Hash)) capitals |= 1UL << count;
            single = count++ == 0 ? i : -1;
            if (count == 1) first = key;
        }
        if (count is 0 or > OwnKey.MostWords) return false;
        var exact = (rank == OwnRank.Acronym && capitals != 0) || (single >= 0 && tokens[single].Is(TokenTraits.AllCaps));
        ref var longest = ref CollectionsMarshal.GetValueRefOrAddDefault(_longest, first, out _);
        longest = Math.Max(longest, count);
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, key, out var isThere);
        _forms.Add(new(body, rank, capitals, exact ? words : null, words[^1] == '.', isThere ? last : -1));
        last = _forms.Count - 1;
        return true;
    }
}
