using System.Runtime.InteropServices;
using Extract.Text;

namespace Extract.Tag.Organizations;

/// <summary>
/// What the whole document says of its names: every possible name, how often each stands in it, which acronyms it defines, which words it also
/// writes small.
/// </summary>
internal sealed class DocumentNames
{
    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly List<int> _counts = [];
    private readonly List<int> _numberOf = [];
    private readonly HashSet<ulong> _small = [];
    private readonly HashSet<ulong> _long = [];
    private readonly Dictionary<ulong, NameSpan> _short = [];
    private readonly List<NameSpan> _spans = [];
    private readonly List<int> _chunks = [0];

    private DocumentNames(TokenList tokens, List<AcronymPair> pairs)
    {
        (Tokens, Pairs) = (tokens, pairs);
        foreach (var pair in pairs)
        {
            _long.Add(pair.Long.Key);
            _short.TryAdd(pair.Short.Key, pair.Long);
        }
    }

    /// <summary>The document's tokens.</summary>
    public TokenList Tokens { get; }

    /// <summary>The acronyms that the document defines.</summary>
    public IReadOnlyList<AcronymPair> Pairs { get; }

    /// <summary>The number of runs.</summary>
    public int Chunks => _chunks.Count - 1;

    /// <summary>The possible names of a run, ordered by their first token.</summary>
    public ReadOnlySpan<NameSpan> Candidates(int chunk) => CollectionsMarshal.AsSpan(_spans)[_chunks[chunk].._chunks[chunk + 1]];

    /// <summary>The possible names of all runs.</summary>
    public ReadOnlySpan<NameSpan> Candidates() => CollectionsMarshal.AsSpan(_spans);

    /// <summary>The index of a run's first possible name among all.</summary>
    public int FirstOf(int chunk) => _chunks[chunk];

    /// <summary>How often a name stands in the document.</summary>
    public int Count(ulong key) => _numbers.TryGetValue(key, out var number) ? _counts[number] : 0;

    /// <summary>The number of different possible names.</summary>
    public int Names => _counts.Count;

    /// <summary>The number of the name that the possible name of an index is, from 0; the same words have the same.</summary>
    public int NumberOf(int index) => _numberOf[index];

    /// <summary>How often the name of a number stands in the document.</summary>
    public int CountOf(int number) => _counts[number];

    /// <summary>The number of a name, or −1 where it stands nowhere.</summary>
    public int NumberOf(ulong key) => _numbers.GetValueOrDefault(key, -1);

    /// <summary>True where the document also writes the word without a capital.</summary>
    public bool IsSmall(ulong word) => _small.Contains(word);

    /// <summary>True where the document gives an acronym for the name.</summary>
    public bool HasAcronym(ulong key) => Pairs.Count > 0 && _long.Contains(key);

    /// <summary>True for either side of an acronym that the document defines.</summary>
    public bool IsDefined(ulong key) => Pairs.Count > 0 && (_long.Contains(key) || _short.ContainsKey(key));

    /// <summary>What the document says the acronym stands for, or null.</summary>
    public NameSpan? LongOf(ulong key) => Pairs.Count > 0 && _short.TryGetValue(key, out var span) ? span : null;

    /// <summary>The names of a document.</summary>
    public static DocumentNames Of(TokenList tokens, NameWords words)
    {
        var names = new DocumentNames(tokens, new Acronyms(words).Find(tokens));
        var (chunks, candidates, at) = (new NameChunk(words), new NameCandidates(words), 0);
        while (chunks.Next(tokens, at, out var first, out var last))
        {
            candidates.Add(tokens, first, last, names._spans);
            names._chunks.Add(names._spans.Count);
            at = last + 1;
        }
        foreach (var span in names._spans) names.AddCount(span.Key);
        foreach (ref readonly var token in tokens.All)
            if (token.Kind == TokenKind.Word && !token.Is(TokenTraits.Capitalized)) names._small.Add(token.Hash);
        return names;
    }

    private void AddCount(ulong key)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, key, out var isThere);
        if (!isThere)
        {
            number = _counts.Count;
            _counts.Add(0);
        }
        _numberOf.Add(number);
        _counts[number]++;
    }
}
