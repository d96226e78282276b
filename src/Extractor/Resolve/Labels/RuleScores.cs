using System.Runtime.InteropServices;
using Extract.Tag;
using Extract.Text;

namespace Extract.Resolve.Labels;

/// <summary>
/// How loudly the rule file speaks for each label of one announcement, zone by zone. A phrase that stands again adds less each time (1, 1/2, 1/3 …).
/// </summary>
internal sealed class RuleScores
{
    private readonly double[] _scores;
    private readonly double[] _totals;
    private readonly int _labels;

    private RuleScores(int labels) => (_labels, _scores, _totals) = (labels, new double[labels * 4], new double[labels]);

    /// <summary>The words that speak, zone by zone.</summary>
    public List<(int Label, Mention Mention, Zone Zone)> Heard { get; } = [];

    public double this[Zone zone, int label] => _scores[((int)zone * _labels) + label];

    /// <summary>The label that the head of the title names, −1 for none: "Call for papers, annual conference" is a call.</summary>
    public int Head { get; private set; } = -1;

    /// <summary>One number for a label, in which the zones count as the set has it.</summary>
    public double Total(int label) => _totals[label];

    /// <summary>That number for every label.</summary>
    public double[] Totals => _totals;

    public static RuleScores Of(ResolveContext context, List<ZoneSpan> zones, LabelSet set)
    {
        var scores = new RuleScores(set.Labels.Count);
        var seen = new Dictionary<ulong, int>();
        foreach (var zone in zones)
            foreach (var mention in MentionRange.Of(context.Mentions, zone.Span(context.Tokens)))
            {
                if (mention.Kind != set.Kind || mention.Value is not LabelValue value || !set.Index.TryGetValue(value.Label, out var label)) continue;
                scores.Hear(context.Document.Text, mention, value.Weight, label, zone.Zone, seen);
                if (zone.Zone == Zone.Title && scores.Head < 0 && IsHead(context.Tokens, mention, value, zone.End)) scores.Head = label;
            }
        for (var label = 0; label < set.Labels.Count; label++)
            foreach (var zone in Enum.GetValues<Zone>()) scores._totals[label] += set.RuleWeights.Of(zone) * scores[zone, label];
        if (scores.Head >= 0) scores._totals[scores.Head] += set.RuleWeights.Head;
        return scores;
    }

    // The head of a noun phrase is followed by a preposition, a number, a mark or nothing; what is followed by a name or another noun only qualifies it.
    private static bool IsHead(TokenList tokens, Mention mention, LabelValue value, int end)
    {
        if (value.Weight < 1) return false;
        var next = tokens.IndexAt(mention.Span.End);
        return next >= end || tokens[next].Kind != TokenKind.Word || !tokens[next].Is(TokenTraits.Capitalized);
    }

    private void Hear(string text, Mention mention, double weight, int label, Zone zone, Dictionary<ulong, int> seen)
    {
        var key = Folding.Combine((ulong)label + ((ulong)zone << 32), Folding.Hash(text.AsSpan(mention.Span.Start, mention.Span.Length)));
        ref var times = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out _);
        _scores[((int)zone * _labels) + label] += weight / ++times;
        Heard.Add((label, mention, zone));
    }
}
