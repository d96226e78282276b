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
    [ThreadStatic] private static Dictionary<ulong, (float Count, int Token)>? _counts;

    /// <summary>What a word counts in each zone.</summary>
    public readonly record struct Weights(float Title, float Body, float Around)
    {
        public float Of(Zone zone) => zone switch { Zone.Title => Title, Zone.Body => Body, _ => Around };
    }

    /// <summary>Adds each word and pair of neighbouring words of the zones, with its count, not yet weighed or scaled.</summary>
    public static void Count(TokenList tokens, List<ZoneSpan> zones, Weights weights, FeatureVector features)
    {
        var counts = Gather(tokens, zones, weights);
        foreach (var (key, (count, token)) in counts) features.Add(key, count, features.Named ? NameOf(tokens, key, token) : null);
    }

    /// <summary>The same, weighed by a model of the words' rarity; words that it does not know are left out.</summary>
    public static void Fill(TokenList tokens, List<ZoneSpan> zones, Weights weights, LinearModel rarity, FeatureVector features)
    {
        var counts = Gather(tokens, zones, weights);
        var sum = 0.0;
        foreach (var (key, (count, _)) in counts) sum += Math.Pow(Value(count, rarity.Weight(key)), 2);
        if (sum == 0) return;
        var scale = 1 / Math.Sqrt(sum);
        foreach (var (key, (count, token)) in counts)
            if (rarity.Weight(key) is not 0 and var rare) features.Add(key, (float)(Value(count, rare) * scale), features.Named ? NameOf(tokens, key, token) : null);
    }

    /// <summary>The keys that a token adds: its word's, and its pair's with the token after it (0 where there is none).</summary>
    public static (ulong Word, ulong Pair) KeysAt(TokenList tokens, int index, int end)
    {
        ref readonly var token = ref tokens[index];
        if (!Counts(token)) return default;
        var pair = index + 1 < end && Counts(tokens[index + 1]) && !tokens[index + 1].Is(TokenTraits.BlockStart) ? Pair.KeyOf(Folding.Combine(token.Hash, tokens[index + 1].Hash)) : 0;
        return (Word.KeyOf(token.Hash), pair);
    }

    private static Dictionary<ulong, (float Count, int Token)> Gather(TokenList tokens, List<ZoneSpan> zones, Weights weights)
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
                if (word != 0) Add(counts, word, weight, i);
                if (pair != 0) Add(counts, pair, weight, i);
            }
        }
        return counts;
    }

    private static void Add(Dictionary<ulong, (float Count, int Token)> counts, ulong key, float weight, int token)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out var known);
        entry = known ? (entry.Count + weight, entry.Token) : (weight, token);
    }

    private static bool Counts(in Token token) => token.Kind == TokenKind.Word && (token.Length > 1 || token.Is(TokenTraits.Capitalized));

    /// <summary>What a word counts: sublinear in how often it stands.</summary>
    public static double Value(float count, double rarity) => rarity * (count > 1 ? 1 + Math.Log(count) : count);

    private static string NameOf(TokenList tokens, ulong key, int token) => key == Word.KeyOf(tokens[token].Hash)
        ? $"{Word.Name}={Folding.Fold(tokens.Chars(token))}" : $"{Pair.Name}={Folding.Fold(tokens.Chars(token))} {Folding.Fold(tokens.Chars(token + 1))}";
}
