namespace Extract.Learn.Judging;

/// <summary>How far the probabilities can be trusted.</summary>
/// <param name="Error">The mean distance of probability and share that is right over ten bins of equal mass (ECE); 0 is best.</param>
/// <param name="Brier">The mean squared distance of each probability from what came true; 0 is best.</param>
/// <param name="BrierOfBaseRate">The same, had the share that is right been said each time: what must be beaten.</param>
/// <param name="Count">How many probabilities.</param>
public sealed record Calibration(double Error, double Brier, double BrierOfBaseRate, int Count)
{
    /// <summary>How much better the Brier score is than that of the base rate, as a share of it.</summary>
    public double Gain => BrierOfBaseRate == 0 ? 0 : 1 - (Brier / BrierOfBaseRate);

    /// <summary>The calibration of some claims; null of none.</summary>
    internal static Calibration? Of(IEnumerable<Claim> claims)
    {
        Claim[] made = [.. claims];
        if (made.Length == 0) return null;
        var rate = made.Average(Outcome);
        var brier = made.Average(claim => (claim.Probability - Outcome(claim)) * (claim.Probability - Outcome(claim)));
        var error = ReliabilityBin.Of(made).Sum(bin => bin.Count * Math.Abs(bin.Said - bin.Right)) / made.Length;
        return new(error, brier, rate * (1 - rate), made.Length);
    }

    private static double Outcome(Claim claim) => claim.Holds ? 1 : 0;
}
