using Extract.Trained;

namespace Extract.Tests.Trained;

public class AcceptanceCurveTests
{
    private static AcceptanceCurve Curve(int right, int wrong) => new(
        [.. Enumerable.Range(0, right).Select(i => (0.99 - (i * 0.001), true)), .. Enumerable.Range(0, wrong).Select(i => (0.5 - (i * 0.001), false))]);

    [Fact]
    public void The_least_error_is_the_least_at_which_something_passes()
    {
        var curve = new AcceptanceCurve([(0.9, true), (0.8, true), (0.8, false), (0.7, true)]);
        // (0 + 1) / 3, (1 + 1) / 5, (1 + 1) / 6
        Assert.Equal(1.0 / 3, curve.LeastError, 12);
        Assert.True(curve.Threshold(curve.LeastError) <= 0.9);
        Assert.True(curve.Threshold(curve.LeastError - 0.01) > 0.9);
        Assert.Equal(0, AcceptanceCurve.Empty.LeastError);
    }

    [Fact]
    public void The_threshold_stands_where_experience_bears_the_error()
    {
        var threshold = Curve(200, 50).Threshold(0.02);
        Assert.InRange(threshold, 0.49, 0.7911);
    }

    [Fact]
    public void A_smaller_error_asks_for_more_confidence() => Assert.True(Curve(200, 50).Threshold(0.2) < Curve(200, 50).Threshold(0.02));

    [Fact]
    public void Where_no_experience_bears_the_error_nothing_is_accepted() => Assert.True(Curve(10, 0).Threshold(0.02) > 1);

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
