namespace Extract.Learn.Judging;

/// <summary>How far the probabilities can be trusted.</summary>
/// <param name="Error">The mean distance of probability and share that is right over ten bins of equal mass (ECE); 0 is best.</param>
/// <param name="Brier">The mean squared distance of each probability from what came true; 0 is best.</param>
/// <param name="BrierOfBaseRate">The same, had the share that is right been said each time: what must be beaten.</param>
/// <param name="Count">How many probabilities.</param>
public sealed record Calibration(double Error, double Brier, double BrierOfBaseRate, int Count)
{
    private const int Bins = 10;

    /// <summary>The calibration of some claims; null of none.</summary>
    internal static Calibration? Of(IEnumerable<Claim> claims)
    {
        var sorted = claims.OrderBy(claim => claim.Probability).ThenBy(claim => claim.Holds).ToArray();
        if (sorted.Length == 0) return null;
        var rate = sorted.Average(Outcome);
        var brier = sorted.Average(claim => (claim.Probability - Outcome(claim)) * (claim.Probability - Outcome(claim)));
        return new(Enumerable.Range(0, Bins).Sum(bin => Gap(Bin(sorted, bin))) / sorted.Length, brier, rate * (1 - rate), sorted.Length);
    }

    private static ReadOnlySpan<Claim> Bin(Claim[] sorted, int bin) =>
        sorted.AsSpan((int)((long)sorted.Length * bin / Bins)..(int)((long)sorted.Length * (bin + 1) / Bins));

    private static double Gap(ReadOnlySpan<Claim> bin)
    {
        var sum = 0.0;
        foreach (var claim in bin) sum += claim.Probability - Outcome(claim);
        return Math.Abs(sum);
    }

    private static double Outcome(Claim claim) => claim.Holds ? 1 : 0;
}
