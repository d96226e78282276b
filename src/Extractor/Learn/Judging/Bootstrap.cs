namespace Extract.Learn.Judging;

/// <summary>A 95 % interval of a figure.</summary>
/// <param name="Low">2.5 % of the draws lie below.</param>
/// <param name="High">2.5 % of the draws lie above.</param>
public readonly record struct Interval(double Low, double High);

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
