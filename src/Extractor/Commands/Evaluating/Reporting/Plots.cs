using Extract.Learn.Judging;

namespace Extract.Commands.Evaluating.Reporting;

/// <summary>The two pictures of a field's probabilities.</summary>
internal static class Plots
{
    private static readonly double[] Highest = [0.1, 0.25, 0.5, 1];
    private const int MostPoints = 200; // a line of thousands looks the same and costs a megabyte

    /// <summary>What was said against what came true, in ten bins of equal mass, each with the 95 % interval of its share (Wilson 1927).</summary>
    public static string Reliability(string field, IReadOnlyList<Claim> claims)
    {
        var bins = ReliabilityBin.Of(claims);
        var plot = new Plot(Messages.ReliabilityOf(field), Messages.AxisSaid, Messages.AxisRight).Line([(0, 0), (1, 1)], "ideal");
        foreach (var bin in bins)
        {
            var interval = Interval.Wilson(bin.Right, bin.Count);
            plot.Range(bin.Said, interval.Low, interval.High);
        }
        plot.Line(bins.Select(bin => (bin.Said, bin.Right)), "curve");
        foreach (var bin in bins) plot.Dot(bin.Said, bin.Right, Messages.ReliabilityOf(bin.Said, bin.Right, bin.Count));
        return plot.ToString();
    }

    /// <summary>The share that is wrong among the surest, against how many they are.</summary>
    public static string RiskCoverage(string field, IReadOnlyList<Claim> claims)
    {
        var curve = Curve(claims);
        var most = curve.Max(point => point.Risk);
        var highest = Highest.First(end => end >= most);
        var plot = new Plot(Messages.RiskCoverageOf(field), Messages.AxisCoverage, Messages.AxisRisk, highest);
        plot.Line([(0, 0.05), (1, 0.05)], "ideal").Words(1, 0.05, "5 %");
        var step = Math.Max(1, curve.Count / MostPoints);
        return plot.Line(curve.Where((_, i) => i % step == 0 || i == curve.Count - 1), "curve").ToString();
    }

    /// <summary>Coverage and risk from the surest down; claims of one probability come together.</summary>
    public static IReadOnlyList<(double Coverage, double Risk)> Curve(IReadOnlyList<Claim> claims)
    {
        var (seen, wrong) = (0, 0);
        List<(double, double)> curve = [];
        foreach (var group in claims.GroupBy(claim => claim.Probability).OrderByDescending(group => group.Key))
        {
            (seen, wrong) = (seen + group.Count(), wrong + group.Count(claim => !claim.Holds));
            curve.Add(((double)seen / claims.Count, (double)wrong / seen));
        }
        return curve;
    }
}
