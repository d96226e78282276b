namespace Extract.Resolve.Dates;

/// <summary>
/// Lets the dates of one announcement that say no year tell each other's: texts list their days in order, so that "3 December" above "11 January" is of the year before. Each
/// date's candidates are weighed by those of its neighbours (forward and backward sums over the chain).
/// </summary>
internal static class YearChain
{
    private const int Near = 183, Far = 300; // days from one date to the next
    private const double FarAway = -1.5, AYearAway = -5; // log odds

    /// <summary>The candidates of each date, weighed anew; each list holds at least one.</summary>
    public static IReadOnlyList<IReadOnlyList<LikelyDays>> Weigh(IReadOnlyList<IReadOnlyList<LikelyDays>> chain)
    {
        if (chain.Count < 2) return chain;
        var (forward, backward) = (new double[chain.Count][], new double[chain.Count][]);
        for (var i = 0; i < chain.Count; i++) forward[i] = i == 0 ? Ones(chain[0].Count) : Message(chain[i - 1], forward[i - 1], chain[i]);
        for (var i = chain.Count - 1; i >= 0; i--) backward[i] = i == chain.Count - 1 ? Ones(chain[i].Count) : Message(chain[i + 1], backward[i + 1], chain[i]);
        return [.. chain.Select((candidates, i) => Weigh(candidates, forward[i], backward[i]))];
    }

    private static double[] Ones(int count)
    {
        var ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }

    // What one date's candidates say of its neighbour's, scaled so that long chains do not vanish.
    private static double[] Message(IReadOnlyList<LikelyDays> from, double[] said, IReadOnlyList<LikelyDays> to)
    {
        var message = to.Select(target => from.Select((source, i) => source.Probability * said[i] * Math.Exp(Step(Math.Abs(target.From.DayNumber - source.From.DayNumber)))).Sum()).ToArray();
        var most = message.Max();
        return [.. message.Select(each => each / most)];
    }

    private static double Step(int days) => days <= Near ? 0 : days <= Far ? FarAway : AYearAway;

    private static IReadOnlyList<LikelyDays> Weigh(IReadOnlyList<LikelyDays> candidates, double[] forward, double[] backward)
    {
        var weights = candidates.Select((candidate, i) => candidate.Probability * forward[i] * backward[i]).ToArray();
        var sum = weights.Sum();
        return YearInference.Sorted(candidates.Select((candidate, i) => candidate with { Probability = weights[i] / sum }));
    }
}
