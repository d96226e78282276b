using Extract.Learn;

namespace Extract.Tests.Learn;

/// <summary>Few outcomes move a confidence little, many as far as they say.</summary>
public sealed class ShrunkCalibrationTests
{
    private static (double LogOdds, bool Holds)[] Outcomes(int count, double logOdds, double share) => [.. Enumerable.Range(0, count).Select(i => (logOdds, (i * 7 % 10) < share * 10))];

    private static double Probability((double Bias, double Slope) calibration, double logOdds) => 1 / (1 + Math.Exp(-(calibration.Bias + (calibration.Slope * logOdds))));

    [Fact]
    public void Without_outcomes_log_odds_stay_as_they_are() => Assert.Equal((0, 1), ShrunkCalibration.Of([]));

    [Fact]
    public void What_is_too_sure_becomes_as_sure_as_it_came_true()
    {
        var calibration = ShrunkCalibration.Of([.. Outcomes(500, 3, 0.7), .. Outcomes(500, -1, 0.2)]);
        Assert.Equal(0.7, Probability(calibration, 3), 0.02);
        Assert.Equal(0.2, Probability(calibration, -1), 0.02);
    }

    [Fact]
    public void A_handful_of_outcomes_changes_less()
    {
        var (few, many) = (Probability(ShrunkCalibration.Of(Outcomes(10, 3, 0.5)), 3), Probability(ShrunkCalibration.Of(Outcomes(1000, 3, 0.5)), 3));
        Assert.True(many < few && few < 0.95, $"{few} {many}");
    }
}
