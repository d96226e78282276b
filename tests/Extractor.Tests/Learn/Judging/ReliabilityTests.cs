using Extract.Learn.Judging;

namespace Extract.Tests.Learn.Judging;

/// <summary>The arithmetic behind the diagrams.</summary>
public sealed class ReliabilityTests
{
    [Fact]
    public void Bins_have_equal_mass_and_give_what_was_said_and_what_came_true()
    {
        var claims = Enumerable.Range(0, 20).Select(i => new Claim(i / 20.0, i >= 10)).Reverse();
        var bins = ReliabilityBin.Of(claims);
        Assert.Equal(10, bins.Count);
        Assert.All(bins, bin => Assert.Equal(2, bin.Count));
        Assert.Equal(0.025, bins[0].Said, 6);
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], bins.Select(bin => bin.Right));
    }

    [Fact]
    public void Fewer_claims_than_bins_give_a_bin_each() => Assert.Equal(3, ReliabilityBin.Of([new(0.1, false), new(0.5, true), new(0.9, true)]).Count);

    [Theory] // by the formula of Wilson (1927), as R's binom.confint has it
    [InlineData(0.5, 10, 0.2366, 0.7634)]
    [InlineData(1, 20, 0.8389, 1)]
    [InlineData(0, 5, 0, 0.4345)]
    [InlineData(0.3, 0, 0, 1)]
    public void The_interval_of_a_share_is_wilsons(double share, int count, double low, double high)
    {
        var interval = Interval.Wilson(share, count);
        Assert.Equal((low, high), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }
}
