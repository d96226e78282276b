using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Labels;

/// <summary>
/// The words of an announcement as the classifier sees them: those that it knows, weighed by how rare they are, sublinear in how often they stand,
/// and scaled to length 1 so that long and short texts compare (Salton and Buckley 1988).
/// </summary>
internal static class WordFeatures
{
    private static readonly Feature Word = new("word");
    private static readonly Feature Pair = new("pair");
    [ThreadStatic] private static Dictionary<ulong, (float Count, int Token, float Rarity)>? _counts;

    /// <summary>Adds each word and pair of neighbouring words of the zones, with its count, not yet weighed or scaled.</summary>
    public static void Count(TokenList tokens, List<ZoneSpan> zones, ZoneWeights weights, FeatureVector features)
    {
        var counts = Gather(tokens, zones, weights, null);
        foreach (var (key, (count, token, _)) in counts) features.Add(key, count, features.Named ? NameOf(tokens, key, token) : null);
    }

    /// <summary>The same, weighed by a model of the words' rarity; words that it does not know are left out.</summary>
    public static void Fill(TokenList tokens, List<ZoneSpan> zones, ZoneWeights weights, LinearModel rarity, FeatureVector features)
    {
        var counts = Gather(tokens, zones, weights, rarity);
        var sum = 0.0;
        foreach (var (count, _, rare) in counts.Values) sum += Math.Pow(Value(count, rare), 2);
        if (sum == 0) return;
        var scale = 1 / Math.Sqrt(sum);
        foreach (var (key, (count, token, rare)) in counts)
            features.Add(key, (float)(Value(count, rare) * scale), features.Named ? NameOf(tokens, key, token) : null);
    }

    /// <summary>The keys that a token adds: its word's, and its pair's with the token after it (0 where there is none).</summary>
    public static (ulong Word, ulong Pair) KeysAt(TokenList tokens, int index, int end)
    {
        ref readonly var token = ref tokens[index];
        if (!Counts(token)) return default;
        var pair = index + 1 < end && Counts(tokens[index + 1]) && !tokens[index + 1].Is(TokenTraits.BlockStart) ? Pair.KeyOf(Folding.Combine(token.Hash, tokens[index + 1].Hash)) : 0;
        return (Word.KeyOf(token.Hash), pair);
    }

    private static Dictionary<ulong, (float Count, int Token, float Rarity)> Gather(TokenList tokens, List<ZoneSpan> zones, ZoneWeights weights, LinearModel? rarity)
    {
        var counts = _counts ??= [];
        counts.Clear();
        foreach (var zone in zones)
        {
            var weight = weights.Of(zone.Zone);
            if (weight == 0) continue;
            for (var i = zone.First; i < zone.End; i++)
            {
                var (word, pair) = KeysAt(tokens, i, zone.End);
                if (word != 0) Add(counts, word, weight, i, rarity);
                if (pair != 0) Add(counts, pair, weight, i, rarity);
            }
        }
        return counts;
    }

    private static void Add(Dictionary<ulong, (float Count, int Token, float Rarity)> counts, ulong key, float weight, int token, LinearModel? rarity)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrNullRef(counts, key);
        if (!Unsafe.IsNullRef(ref known)) known.Count += weight; // the model is asked once a word: it is larger than the cache
        else if (rarity is null) counts.Add(key, (weight, token, 1));
        else if ((float)rarity.Weight(key) is not 0 and var rare) counts.Add(key, (weight, token, rare));
    }

    private static bool Counts(in Token token) => token.Kind == TokenKind.Word && (token.Length > 1 || token.Is(TokenTraits.Capitalized));

    /// <summary>What a word counts: sublinear in how often it stands.</summary>
    public static double Value(float count, double rarity) => rarity * (count > 1 ? 1 + Math.Log(count) : count);

    private static string NameOf(TokenList tokens, ulong key, int token) => key == Word.KeyOf(tokens[token].Hash)
        ? $"{Word.Name}={Folding.Fold(tokens.Chars(token))}" : $"{Pair.Name}={Folding.Fold(tokens.Chars(token))} {Folding.Fold(tokens.Chars(token + 1))}";
}
