using Extract.Trained;

namespace Extract.Learn;

/// <summary>Finds the probability from which a label is given.</summary>
internal static class Cut
{
    /// <summary>The cut with the best F1 over all cases and labels together.</summary>
    public static float Best(LinearModel model, IReadOnlyList<ScoredLabel> scored)
    {
        var sorted = scored.Select(item => (Probability: model.Probability(item.Features), item.Holds)).OrderByDescending(item => item.Probability).ToArray();
        var (all, right, best, cut) = (sorted.Count(item => item.Holds), 0, -1.0, 0.5);
        for (var i = 0; i < sorted.Length; i++)
        {
            if (sorted[i].Holds) right++;
            var f1 = 2.0 * right / (i + 1 + all);
            if (f1 > best) (best, cut) = (f1, sorted[i].Probability);
        }
        return (float)cut;
    }
}
