using Extract.Resolve;
using Extract.Score;
using Extract.Trained;

namespace Extract.Tests.Score;

/// <summary>What the whole of an announcement says of its parts, in words that a person can read.</summary>
public sealed class WholeFeaturesTests
{
    private static readonly DateOnly Day = new(2024, 5, 3);

    [Theory]
    [InlineData("2024-05-03", "event-and-publication=same-day")]
    [InlineData("2024-04-20", "event-and-publication=days")]
    [InlineData("2024-06-20", "event-and-publication=long-before")]
    [InlineData("2020-01-01", "event-and-publication=far")]
    [InlineData(null, "event-and-publication=unknown")]
    public void How_far_the_event_lies_after_the_page_is_a_feature(string? published, string expected) =>
        Assert.Contains(expected, Names(Findings(0.8, published is null ? null : DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void What_is_missing_is_a_feature()
    {
        Assert.Contains("has=date", Names(Findings(0.8, null)));
        Assert.Contains("has=neither", Names(Findings(0.8, null) with { Dates = [] }));
    }

    [Fact]
    public void A_surer_date_counts_for_more()
    {
        double Value(double probability)
        {
            var features = new FeatureVector(named: true);
            WholeFeatures.Write(Findings(probability, null), features);
            return features.Items[Enumerable.Range(0, features.Items.Length).First(i => features.NameOf(i) == "best-event-date")].Value;
        }
        Assert.True(Value(0.9) > Value(0.6));
    }

    [Theory]
    [InlineData(0.7, 0.9)]
    [InlineData(0.35, 0.45)]
    [InlineData(0, 0)]
    [InlineData(0.95, 1)]
    public void What_can_be_answered_at_once_is_asked_in_proportion_to_the_setting(double askBelow, double expected) =>
        Assert.Equal(expected, new ScoreSettings { AskBelow = askBelow }.AskOfFindingsBelow, 9);

    private static string[] Names(Findings findings)
    {
        var features = new FeatureVector(named: true);
        WholeFeatures.Write(findings, features);
        return [.. Enumerable.Range(0, features.Items.Length).Select(features.NameOf)];
    }

    private static Findings Findings(double probability, DateOnly? published) => new()
    {
        Announcement = new() { Span = new(0, 200), Title = "A fair", Anchor = "a-fair", Confidence = 0.8 },
        Published = published,
        Dates = [new(new() { Text = "3 May 2024", Start = 10, End = 20, From = Day, To = Day, Role = "event", By = "test" }, probability, new())],
        EventType = new(new("sale", 0, "test"), 0.5, new()),
    };
}
