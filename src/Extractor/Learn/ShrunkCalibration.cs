namespace Extract.Learn;

/// <summary>
/// A logistic calibration of log odds (Platt 1999) that begins at "as they are" and moves away from it only as far as outcomes say: bias and slope have
/// normal priors around 0 and 1, so that a handful of outcomes changes little. By Newton's method; the same outcomes give the same numbers.
/// </summary>
internal static class ShrunkCalibration
{
    private const double BiasDeviation = 1, SlopeDeviation = 0.5;
    private const int Steps = 50, Halvings = 30;

    /// <summary>Bias and slope by which log odds become those of the outcomes.</summary>
    public static (double Bias, double Slope) Of(IReadOnlyList<(double LogOdds, bool Holds)> outcomes)
    {
        var (bias, slope) = (0.0, 1.0);
        for (var step = 0; step < Steps; step++)
        {
            var (toBias, toSlope) = Newton(outcomes, bias, slope);
            var (loss, share) = (Loss(outcomes, bias, slope), 1.0);
            // A whole step may overshoot where all outcomes are sure.
            for (var halving = 0; halving < Halvings && Loss(outcomes, bias - (share * toBias), slope - (share * toSlope)) > loss; halving++) share /= 2;
            (bias, slope) = (bias - (share * toBias), slope - (share * toSlope));
        }
        return (bias, slope);
    }

    private static double Loss(IReadOnlyList<(double LogOdds, bool Holds)> outcomes, double bias, double slope)
    {
        var loss = (Math.Pow(bias / BiasDeviation, 2) + Math.Pow((slope - 1) / SlopeDeviation, 2)) / 2;
        foreach (var (odds, holds) in outcomes) loss += Math.Log(1 + Math.Exp((holds ? -1 : 1) * (bias + (slope * odds))));
        return loss;
    }

    private static (double Bias, double Slope) Newton(IReadOnlyList<(double LogOdds, bool Holds)> outcomes, double bias, double slope)
    {
        var (ofBias, ofSlope) = (bias / (BiasDeviation * BiasDeviation), (slope - 1) / (SlopeDeviation * SlopeDeviation));
        var (bb, bs, ss) = (1 / (BiasDeviation * BiasDeviation), 0.0, 1 / (SlopeDeviation * SlopeDeviation));
        foreach (var (odds, holds) in outcomes)
        {
            var probability = Trained.LogOdds.ToProbability(bias + (slope * odds));
            var (miss, curve) = (probability - (holds ? 1 : 0), probability * (1 - probability));
            (ofBias, ofSlope) = (ofBias + miss, ofSlope + (miss * odds));
            (bb, bs, ss) = (bb + curve, bs + (curve * odds), ss + (curve * odds * odds));
        }
        var determinant = (bb * ss) - (bs * bs);
        return (((ss * ofBias) - (bs * ofSlope)) / determinant, ((bb * ofSlope) - (bs * ofBias)) / determinant);
    }
}
