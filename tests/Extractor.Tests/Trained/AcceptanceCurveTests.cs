using Extract.Trained;

namespace Extract.Tests.Trained;

public class AcceptanceCurveTests
{
    private static AcceptanceCurve Curve(int right, int wrong) => new(
        [.. Enumerable.Range(0, right).Select(i => (0.99 - (i * 0.001), true)), .. Enumerable.Range(0, wrong).Select(i => (0.5 - (i * 0.001), false))]);

    [Fact]
    public void The_threshold_stands_where_experience_bears_the_error()
    {
        var threshold = Curve(200, 50).Threshold(0.02);
        Assert.InRange(threshold, 0.49, 0.7911);
    }

    [Fact]
    public void A_smaller_error_asks_for_more_confidence() => Assert.True(Curve(200, 50).Threshold(0.2) < Curve(200, 50).Threshold(0.02));

    [Fact]
    public void Too_few_outcomes_accept_nearly_nothing() => Assert.True(Curve(10, 0).Threshold(0.02) > 0.99);

    [Fact]
    public void The_curve_survives_its_file()
    {
        var curve = Curve(5, 3);
        Assert.Equal(curve.Outcomes.AsEnumerable(), AcceptanceCurve.FromTsv(curve.ToTsv()).Outcomes);
    }

    [Fact]
    public void A_line_that_is_none_is_named()
    {
        var error = Assert.Throws<InvalidDataException>(() => AcceptanceCurve.FromTsv("0.9\tyes\n"));
        Assert.Contains("0.9", error.Message, StringComparison.Ordinal);
    }
}
