namespace Extract.Learn.Judging;

/// <summary>A 95 % interval of a figure.</summary>
/// <param name="Low">2.5 % of the draws lie below.</param>
/// <param name="High">2.5 % of the draws lie above.</param>
public readonly record struct Interval(double Low, double High)
{
    private const double Z = 1.959964; // 95 % of a normal distribution lie within

    /// <summary>The 95 % interval of a share of independent cases (Wilson 1927); all of 0 to 1 where there are none.</summary>
    public static Interval Wilson(double share, int count)
    {
        if (count == 0) return new(0, 1);
        var (n, square) = ((double)count, Z * Z);
        var (middle, half) = (share + (square / (2 * n)), Z * Math.Sqrt((share * (1 - share) / n) + (square / (4 * n * n))));
        return new((middle - half) / (1 + (square / n)), (middle + half) / (1 + (square / n)));
    }
}

/// <summary>Intervals by drawing documents with replacement (the percentile bootstrap, Efron 1979); the same documents give the same interval.</summary>
internal static class Bootstrap
{
    private const int Draws = 500;

    /// <summary>The interval of a figure that is the sum over documents of <paramref name="parts"/>, made into one number by <paramref name="figure"/>.</summary>
    public static Interval Of(IReadOnlyList<Counts> parts, Func<Counts, double> figure)
    {
        if (parts.Count == 0) return default;
#pragma warning disable CA5394 // No secret hangs on it; seeded, so that a rerun prints the same line.
        var random = new Random(1);
        var figures = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            var sum = default(Counts);
            for (var i = 0; i < parts.Count; i++) sum += parts[random.Next(parts.Count)];
            figures[draw] = figure(sum);
        }
#pragma warning restore CA5394
        Array.Sort(figures);
        return new(figures[(int)(Draws * 0.025)], figures[(int)(Draws * 0.975)]);
    }
}
