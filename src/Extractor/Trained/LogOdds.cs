namespace Extract.Trained;

/// <summary>Probabilities and their log-odds, which are the sum of what speaks for and against.</summary>
internal static class LogOdds
{
    /// <summary>The probability of log-odds: the logistic function.</summary>
    public static double ToProbability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>The log-odds of a probability that is neither 0 nor 1.</summary>
    public static double Of(double probability) => Math.Log(probability / (1 - probability));

    /// <summary>The log-odds of any probability, kept within ±6 so that a sure source does not drown the rest.</summary>
    public static float Bounded(double probability) => (float)Math.Clamp(Math.Log((probability + 1e-6) / (1 - probability + 1e-6)), -6, 6);
}
