using Extract.Trained;

namespace Extract.Learn;

/// <summary>How rare a word is among announcements, and which words are worth knowing: those that more than one source uses.</summary>
internal static class Rarity
{
    private const int LeastCount = 4;
    private const int FewCases = 400; // of a user's own labels, ten examples each
    private const int FewSources = 4;
    private const int KnownCases = 1000; // about as many as the shipped models were learned from: what those do not know is as rare as a word can be

    /// <summary>A model with a weight a word: the logarithm of how many announcements there are for each that has it. Null where no word is worth knowing.</summary>
    /// <param name="cases">The announcements with the sources that they are from.</param>
    /// <param name="known">How rare words are among many more announcements; null where these are all there are.</param>
    public static LinearModel? Of(IReadOnlyList<(string Origin, FeatureVector Counts)> cases, LinearModel? known = null)
    {
        var seen = new Dictionary<ulong, (int Count, string Origin, bool Several, string Name)>();
        foreach (var (origin, counts) in cases)
            for (var i = 0; i < counts.Items.Length; i++)
            {
                var key = counts.Items[i].Key;
                seen[key] = seen.TryGetValue(key, out var entry) ? (entry.Count + 1, entry.Origin, entry.Several || entry.Origin != origin, entry.Name) : (1, origin, false, counts.NameOf(i));
            }
        // A word of one source alone tells sources apart, not topics; with few sources there is no choice.
        var few = cases.Select(c => c.Origin).Distinct().Count() < FewSources;
        var worth = seen.Where(pair => pair.Value.Count >= (cases.Count < FewCases ? LeastCount / 2 : LeastCount) && (few || pair.Value.Several)).ToArray();
        var most = known is null ? 0 : Math.Log((1.0 + KnownCases) / LeastCount);
        double Rare(ulong key, int count) => known is null ? Math.Log((1.0 + cases.Count) / count) : known.Weight(key) is > 0 and var rare ? rare : most;
        return worth.Length == 0 ? null : new LinearModel(["rarity"], [0], worth.Select(pair => (pair.Key, pair.Value.Name, new[] { (float)Rare(pair.Key, pair.Value.Count) })));
    }

    /// <summary>Counts weighed and scaled as <see cref="Resolve.Labels.WordFeatures.Fill"/> does.</summary>
    public static FeatureVector Weigh(FeatureVector counts, LinearModel rarity)
    {
        var words = new FeatureVector(named: true);
        var sum = 0.0;
        foreach (var (key, count) in counts.Items) sum += Math.Pow(Resolve.Labels.WordFeatures.Value(count, rarity.Weight(key)), 2);
        if (sum == 0) return words;
        for (var i = 0; i < counts.Items.Length; i++)
            if (rarity.Weight(counts.Items[i].Key) is not 0 and var rare)
                words.Add(counts.Items[i].Key, (float)(Resolve.Labels.WordFeatures.Value(counts.Items[i].Value, rare) / Math.Sqrt(sum)), counts.NameOf(i));
        return words;
    }
}
