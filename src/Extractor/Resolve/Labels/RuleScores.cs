using System.Runtime.InteropServices;
using Extract.Text;

namespace Extract.Resolve.Labels;

/// <summary>
/// How loudly the rule file speaks for each label of one announcement, zone by zone. A phrase that stands again adds less each time (1, 1/2, 1/3 …).
/// </summary>
internal sealed class RuleScores
{
    private readonly double[] _scores;
    private readonly int _labels;

    private RuleScores(int labels) => (_labels, _scores) = (labels, new double[labels * 3]);

    /// <summary>The words that speak, zone by zone.</summary>
    public List<(int Label, Mention Mention, Zone Zone)> Heard { get; } = [];

    public double this[Zone zone, int label] => _scores[((int)zone * _labels) + label];

    /// <summary>One number for a label: the title counts three times, what stands around a third.</summary>
    public double Total(int label) => (3 * this[Zone.Title, label]) + this[Zone.Body, label] + (0.3 * this[Zone.Around, label]);

    /// <summary>That number for every label.</summary>
    public double[] Totals()
    {
        var totals = new double[_labels];
        for (var label = 0; label < _labels; label++) totals[label] = Total(label);
        return totals;
    }

    public static RuleScores Of(ResolveContext context, List<ZoneSpan> zones, MentionKind kind, IReadOnlyDictionary<string, int> labels)
    {
        var scores = new RuleScores(labels.Count);
        var seen = new Dictionary<ulong, int>();
        foreach (var zone in zones)
            foreach (var mention in MentionRange.Of(context.Mentions, zone.Span(context.Tokens)))
                if (mention.Kind == kind && mention.Value is LabelValue value && labels.TryGetValue(value.Label, out var label))
                    scores.Hear(context.Document.Text, mention, value.Weight, label, zone.Zone, seen);
        return scores;
    }

    private void Hear(string text, Mention mention, double weight, int label, Zone zone, Dictionary<ulong, int> seen)
    {
        var key = Folding.Combine((ulong)label + ((ulong)zone << 32), Folding.Hash(text.AsSpan(mention.Span.Start, mention.Span.Length)));
        ref var times = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out _);
        _scores[((int)zone * _labels) + label] += weight / ++times;
        Heard.Add((label, mention, zone));
    }
}
