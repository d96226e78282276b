using Extract.Trained;

namespace Extract.Tag.Organizations;

/// <summary>A name that was chosen, with its probability.</summary>
internal readonly record struct ScoredName(NameSpan Span, double Probability);

/// <summary>
/// Chooses the names of each run: every part is scored by <c>organizations.span</c>, and the set of parts that do not overlap and whose scores sum
/// highest wins (dynamic programming over the run's tokens).
/// </summary>
internal sealed class NameScorer(LinearModel model)
{
    /// <summary>Parts less likely than this are no names. Low, because <c>Resolve</c> decides again with the whole announcement before it.</summary>
    public const double Least = 0.12;

    // Where start, end and inner words say so little, nothing that the name itself says mends it: most parts need not be looked at whole.
    private const double Hopeless = -9;

    private static readonly double Threshold = LogOdds.Of(Least);

    // How far a place of a name follows the place where the name is clearest: "hosted by X" speaks for every X of the document.
    private const double Pull = 0.5;

    /// <summary>Adds the names of the document to <paramref name="chosen"/>, in order.</summary>
    public void Choose(DocumentNames names, NameFeatures features, OwnNames own, List<ScoredName> chosen)
    {
        var scratch = new Scratch(names.Candidates().Length);
        for (var chunk = 0; chunk < names.Chunks; chunk++) Score(names.Candidates(chunk), features, scratch, names.FirstOf(chunk));
        PullTogether(names, scratch.Scores);
        HearRules(names, features, scratch.Scores);
        if (own.All.Count > 0) HearUser(names, own, scratch.Scores);
        for (var chunk = 0; chunk < names.Chunks; chunk++) Decode(names.Candidates(chunk), scratch.Scores.AsSpan(names.FirstOf(chunk)), scratch, chosen);
    }

    // A rule is a floor: what it claims is at least as likely as half its trust.
    private static void HearRules(DocumentNames names, NameFeatures features, double[] scores)
    {
        var spans = names.Candidates();
        for (var i = 0; i < spans.Length; i++)
            if (features.Claim(spans[i]) is > 0 and var trust) scores[i] = Math.Max(scores[i], LogOdds.Of(trust / 2));
    }

    // The user's own names stand against longer ones as if they were as likely as not; what else overlaps them is no name.
    private static void HearUser(DocumentNames names, OwnNames own, double[] scores)
    {
        var spans = names.Candidates();
        for (var i = 0; i < spans.Length; i++)
            if (own.At(spans[i]) is { Body.Value: not null }) scores[i] = Math.Max(scores[i], 0);
            else if (own.Hides(spans[i])) scores[i] = double.NegativeInfinity;
    }

    private static void PullTogether(DocumentNames names, double[] scores)
    {
        var best = new double[names.Names];
        Array.Fill(best, double.NaN);
        var spans = names.Candidates();
        for (var i = 0; i < spans.Length; i++)
            if (names.NumberOf(i) is var number && (names.CountOf(number) > 1 || names.IsDefined(spans[i].Key)) && !(best[number] >= scores[i])) best[number] = scores[i];
        foreach (var pair in names.Pairs)
            if ((names.NumberOf(pair.Long.Key), names.NumberOf(pair.Short.Key)) is ( >= 0 and var full, >= 0 and var brief) && !double.IsNaN(best[full]) && !double.IsNaN(best[brief])) best[full] = best[brief] = Math.Max(best[full], best[brief]);
        for (var i = 0; i < spans.Length; i++)
            if (best[names.NumberOf(i)] is var most && most > scores[i]) scores[i] += Pull * (most - scores[i]);
    }

    private void Score(ReadOnlySpan<NameSpan> spans, NameFeatures features, Scratch scratch, int offset)
    {
        if (spans.IsEmpty) return;
        var (first, length) = Extent(spans);
        scratch.Prepare(length);
        SumInner(features, scratch, first, length);
        var scores = scratch.Scores.AsSpan(offset);
        for (var i = 0; i < spans.Length; i++)
        {
            var (start, end) = (spans[i].First - first, spans[i].Last - first);
            if (double.IsNaN(scratch.Starts[start]))
            {
                var word = _words.Of(features, spans[i].First, scratch.Features);
                scratch.Features.Clear();
                features.AddBefore(scratch.Features, spans[i].First);
                scratch.Starts[start] = model.Add(word.First, scratch.Features);
            }
            if (double.IsNaN(scratch.Ends[end]))
            {
                var word = _words.Of(features, spans[i].Last, scratch.Features);
                scratch.Features.Clear();
                features.AddAfter(scratch.Features, spans[i].Last);
                scratch.Ends[end] = model.Add(word.Last, scratch.Features);
            }
            var inner = start + 1 < end ? scratch.Inner[end] - scratch.Inner[start + 1] : 0;
            // Each part was scored with the bias, which counts once.
            scores[i] = scratch.Starts[start] + scratch.Ends[end] + inner - _bias;
            if (scores[i] < Hopeless) continue;
            scratch.Features.Clear();
            features.AddSpan(scratch.Features, spans[i]);
            scores[i] += model.Add(_bias, scratch.Features) - _bias;
        }
    }

    private readonly double _bias = model.Bias(0);
    private readonly WordScores _words = new(model);

    // Inner[t] is the sum of the tokens before t, so that what stands inside a span is a difference.
    private void SumInner(NameFeatures features, Scratch scratch, int first, int length)
    {
        scratch.Inner[0] = 0;
        // Only what stands between two others is inside.
        for (var t = 0; t < length; t++)
            scratch.Inner[t + 1] = length > 2 && t > 0 && t + 1 < length ? scratch.Inner[t] + _words.Of(features, first + t, scratch.Features).Inner - _bias : scratch.Inner[t];
    }

    private static (int First, int Length) Extent(ReadOnlySpan<NameSpan> spans)
    {
        var last = 0;
        foreach (var span in spans) last = Math.Max(last, span.Last);
        return (spans[0].First, last - spans[0].First + 1);
    }

    // Best[t] is the best sum of the tokens from t on; spans are ordered by their first token.
    private static void Decode(ReadOnlySpan<NameSpan> spans, ReadOnlySpan<double> scores, Scratch scratch, List<ScoredName> chosen)
    {
        if (spans.IsEmpty) return;
        var (first, length) = Extent(spans);
        scratch.Prepare(length);
        var (best, pick, next) = (scratch.Best, scratch.Pick, spans.Length - 1);
        best[length] = 0;
        for (var t = length - 1; t >= 0; t--)
        {
            (best[t], pick[t]) = (best[t + 1], -1);
            for (; next >= 0 && spans[next].First - first == t; next--)
            {
                var sum = scores[next] - Threshold + best[spans[next].Last - first + 1];
                if (scores[next] > Threshold && sum > best[t]) (best[t], pick[t]) = (sum, next);
            }
        }
        for (var t = 0; t < length;)
        {
            if (pick[t] < 0) { t++; continue; }
            var span = spans[pick[t]];
            chosen.Add(new(span, LogOdds.ToProbability(scores[pick[t]])));
            t = span.Last - first + 1;
        }
    }

    private sealed class Scratch(int spans)
    {
        public FeatureVector Features { get; } = new();
        public double[] Scores { get; } = new double[spans];
        public double[] Starts { get; private set; } = [];
        public double[] Ends { get; private set; } = [];
        public double[] Best { get; private set; } = [];
        public int[] Pick { get; private set; } = [];
        public double[] Inner { get; private set; } = [];

        public void Prepare(int tokens)
        {
            if (Starts.Length < tokens + 1)
                (Starts, Ends, Best, Pick, Inner) = (new double[tokens * 2], new double[tokens * 2], new double[(tokens * 2) + 1], new int[(tokens * 2) + 1], new double[(tokens * 2) + 1]);
            Array.Fill(Starts, double.NaN, 0, tokens);
            Array.Fill(Ends, double.NaN, 0, tokens);
        }
    }
}
