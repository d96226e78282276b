namespace Extract.Learn.Judging;

/// <summary>How many were found, wrongly found and missed.</summary>
/// <param name="Hits">Found and right (true positives).</param>
/// <param name="False">Found and wrong (false positives).</param>
/// <param name="Missed">Right and not found (false negatives).</param>
public readonly record struct Counts(int Hits, int False, int Missed)
{
    /// <summary>The share of what was found that is right; 0 where nothing was found.</summary>
    public double Precision => Share(Hits, Hits + False);
    /// <summary>The share of what is right that was found; 0 where there is nothing to find.</summary>
    public double Recall => Share(Hits, Hits + Missed);
    /// <summary>The harmonic mean of the two.</summary>
    public double F1 => Share(2 * Hits, (2 * Hits) + False + Missed);

    /// <summary>Both together.</summary>
    public static Counts operator +(Counts a, Counts b) => new(a.Hits + b.Hits, a.False + b.False, a.Missed + b.Missed);
    /// <summary>Both together.</summary>
    public static Counts Add(Counts left, Counts right) => left + right;

    internal static double Share(double part, double whole) => whole == 0 ? 0 : part / whole;
}
