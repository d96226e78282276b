using System.Collections.Immutable;

namespace Extract.Resolve.Labels;

/// <summary>Finds the words that speak most for a label: phrases of the rules and words of the classifier.</summary>
internal static class LabelEvidence
{
    private const int MostSpans = 6;
    private const int MostWords = 4;

    /// <summary>The spans, in order, without overlap; those inside the announcement, and those around it only where there are none inside.</summary>
    public static ImmutableArray<ImmutableArray<int>> Of(ResolveContext context, LabelScorer scorer, LabelScores scores, int label)
    {
        var spans = Claims(context, scorer, scores, label, around: false);
        if (spans.Count == 0) spans = Claims(context, scorer, scores, label, around: true);
        var chosen = new List<TextSpan>();
        foreach (var (span, _) in spans.OrderByDescending(claim => claim.Weight).ThenBy(claim => claim.Span))
            if (chosen.Count < MostSpans && !chosen.Exists(span.Overlaps)) chosen.Add(span);
        return [.. chosen.Order().Select(span => ImmutableArray.Create(span.Start, span.End))];
    }

    private static List<(TextSpan Span, double Weight)> Claims(ResolveContext context, LabelScorer scorer, LabelScores scores, int label, bool around)
    {
        var claims = new List<(TextSpan, double)>();
        foreach (var (heard, mention, zone) in scores.Rules.Heard)
            if (heard == label && zone == Zone.Around == around) claims.Add((mention.Span, ((LabelValue)mention.Value!).Weight * (zone == Zone.Title ? 3 : 1)));
        var words = Words(scorer, scores, label);
        if (words.Length > 0)
            foreach (var zone in scores.Zones)
                if (zone.Zone == Zone.Around == around) AddWords(context, zone, words, claims);
        return claims;
    }

    // Keys of the classifier's words with what they add, the most telling only.
    private static (ulong Key, double Adds)[] Words(LabelScorer scorer, LabelScores scores, int label)
    {
        var telling = new List<(ulong Key, double Adds)>();
        foreach (var (key, value) in scores.Words.Items)
            if (scorer.Weight(key, label) * value is > 0.05 and var adds) telling.Add((key, adds));
        return [.. telling.OrderByDescending(word => word.Adds).ThenBy(word => word.Key).Take(MostWords)];
    }

    private static void AddWords(ResolveContext context, ZoneSpan zone, (ulong Key, double Adds)[] words, List<(TextSpan, double)> claims)
    {
        for (var i = zone.First; i < zone.End; i++)
        {
            var (word, pair) = WordFeatures.KeysAt(context.Tokens, i, zone.End);
            foreach (var (key, adds) in words) // four at the most
            {
                if (key == pair) claims.Add((context.Tokens.Span(i, i + 1), adds));
                else if (key == word) claims.Add((context.Tokens[i].Span, adds));
            }
        }
    }
}
