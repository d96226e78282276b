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

    /// <summary>The words that speak, inside the announcement, in order.</summary>
    public List<(int Label, Mention Mention, Zone Zone)> Heard { get; } = [];

    public double this[Zone zone, int label] => _scores[((int)zone * _labels) + label];

    /// <summary>One number for a label: the title counts three times, what stands around a third.</summary>
    public double Total(int label) => (3 * this[Zone.Title, label]) + this[Zone.Body, label] + (0.3 * this[Zone.Around, label]);

    public static RuleScores Of(ResolveContext context, List<ZoneSpan> zones, MentionKind kind, IReadOnlyDictionary<string, int> labels)
    {
        var scores = new RuleScores(labels.Count);
        var seen = new Dictionary<ulong, int>();
        foreach (var zone in zones)
        {
            var span = zone.Span(context.Tokens);
            var mentions = context.Mentions.AsSpan();
            for (var i = FirstAt(mentions, span.Start); i < mentions.Length && mentions[i].Span.Start < span.End; i++)
            {
                if (mentions[i].Kind != kind || mentions[i].Value is not LabelValue value || !labels.TryGetValue(value.Label, out var label)) continue;
                scores.Hear(context.Document.Text, mentions[i], value.Weight, label, zone.Zone, seen);
            }
        }
        return scores;
    }

    private void Hear(string text, Mention mention, double weight, int label, Zone zone, Dictionary<ulong, int> seen)
    {
        var key = Folding.Combine((ulong)label + ((ulong)zone << 32), Folding.Hash(text.AsSpan(mention.Span.Start, mention.Span.Length)));
        ref var times = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out _);
        _scores[((int)zone * _labels) + label] += weight / ++times;
        if (zone != Zone.Around) Heard.Add((label, mention, zone));
    }

    private static int FirstAt(ReadOnlySpan<Mention> mentions, int offset)
    {
        var (low, high) = (0, mentions.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mentions[middle].Span.Start < offset) low = middle + 1; else high = middle;
        }
        return low;
    }
}
