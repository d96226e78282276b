namespace Extract.Learn.Judging;

/// <summary>How far two spans are one.</summary>
internal static class Spans
{
    /// <summary>Intersection over union; 0 where they do not overlap.</summary>
    public static double Overlap(TextSpan a, TextSpan b)
    {
        var common = Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);
        return common <= 0 ? 0 : (double)common / (Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start));
    }
}
