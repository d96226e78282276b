using Extract.Learn;
using Extract.Learn.Judging;

namespace Extract.Tests.Learn.Judging;

/// <summary>What counts as right, one rule a test.</summary>
public sealed class JudgeTests
{
    private const string Text = "Fair in Zagreb\nThe Red Cross holds a fair on 3 May 2024 in Zagreb. Register by 1 April 2024.";

    private static readonly GoldDocument Gold = SomeGold.Document("d", Text, SomeGold.Announcement(Text, Text, "Fair in Zagreb", "sale") with
    {
        Dates = [SomeGold.Date(Text, "3 May 2024", "2024-05-03"), SomeGold.Date(Text, "1 April 2024", "2024-04-01", role: "deadline")],
        Cities = [SomeGold.City(Text, "Zagreb", "HR")],
        Organizations = [SomeGold.Organization(Text, "Red Cross")],
        Topics = ["humanitarian"],
    });

    private static readonly Record Right = SomeGold.Record(Gold, 0);

    [Fact]
    public void Records_that_say_what_gold_says_have_no_fault()
    {
        var scores = Score(Right);
        Assert.All(scores.Fields.Where(field => field.Key is not Fields.InferredYearDates), field => Assert.Equal(1, field.Value.F1));
        Assert.Equal((1, 1), (scores.WhenAndWhere, scores.EventTypeAccuracy));
        Assert.Empty(scores.Misses);
    }

    [Fact]
    public void A_document_without_a_record_is_missed_whole()
    {
        var scores = Score();
        Assert.Equal(1, scores.Missing);
        Assert.Equal(new(0, 0, 2), Counted(scores, Fields.Dates));
        Assert.Equal(new(0, 0, 1), Counted(scores, Fields.Titles));
        Assert.Equal(0, scores.WhenAndWhere);
    }

    [Fact]
    public void A_wrong_role_keeps_the_value_and_loses_the_field_of_the_role()
    {
        var scores = Score(Right with { Dates = [Right.Dates[0] with { Role = "other", Confidence = 0.7 }, Right.Dates[1]] });
        Assert.Equal(new(2, 0, 0), Counted(scores, Fields.Dates));
        Assert.Equal(new(0, 0, 1), Counted(scores, Fields.EventDates));
        Assert.Equal(0.5, scores.RoleAccuracy.Single(row => row.Key == Fields.Dates).Value);
        Assert.Equal(((0.7 * 0.7) + (0.1 * 0.1)) / 2, CalibrationOf(scores, Fields.Dates).Brier, 9);
    }

    [Fact]
    public void A_value_counts_once_wherever_it_stands()
    {
        var scores = Score(Right with { Cities = [Right.Cities[0], Right.Cities[0] with { Start = 60, End = 66 }] });
        Assert.Equal(new(1, 0, 0), Counted(scores, Fields.Cities));
    }

    [Fact]
    public void An_open_end_counts_as_the_day_that_is_given()
    {
        var scores = Score(Right with { Dates = [Right.Dates[0] with { From = null }, Right.Dates[1]] });
        Assert.Equal(1, scores.F1(Fields.EventDates));
    }

    [Fact]
    public void A_city_of_another_country_is_another_city()
    {
        var scores = Score(Right with { Cities = [Right.Cities[0] with { Country = "ZA" }] });
        Assert.Equal(new(0, 1, 1), Counted(scores, Fields.Venues));
    }

    [Fact]
    public void An_organization_is_found_by_name_acronym_or_place()
    {
        Assert.Equal(1, Score(With(organization => organization with { Name = "International Red Cross" })).F1(Fields.Organizers));
        Assert.Equal(1, Score(With(organization => organization with { Name = "Cross", Text = "Cross", Start = organization.Start + 4 })).F1(Fields.Organizers));
        Assert.Equal(0, Score(With(organization => organization with { Name = "Cross", Text = "Cross", Start = null })).F1(Fields.Organizers));

        static Record With(Func<OrganizationFinding, OrganizationFinding> change) => Right with { Organizations = [change(Right.Organizations[0])] };
    }

    [Fact]
    public void What_a_heading_serves_may_be_given_or_left_out()
    {
        var shared = Gold with { Announcements = [Gold.Announcements[0] with { Cities = [] }], Shared = new() { Cities = Gold.Announcements[0].Cities } };
        var inherited = Gold with { Announcements = [Gold.Announcements[0] with { Cities = [Gold.Announcements[0].Cities[0] with { Inherited = true }] }] };
        foreach (var gold in new[] { shared, inherited })
            foreach (var record in new[] { Right, Right with { Cities = [] } })
            {
                var scores = Judge.Score([gold], [record]);
                Assert.Equal((0, 0), (Counted(scores, Fields.Venues).False, Counted(scores, Fields.Venues).Missed));
                Assert.Equal(1, scores.WhenAndWhere);
            }
    }

    [Fact]
    public void Giving_none_is_right_where_gold_has_none()
    {
        var gold = Gold with { Announcements = [Gold.Announcements[0] with { Dates = [], Cities = [] }] };
        Assert.Equal(1, Judge.Score([gold], [Right with { Dates = [], Cities = [] }]).WhenAndWhere);
        Assert.Equal(0, Judge.Score([gold], [Right with { Cities = [] }]).WhenAndWhere);
    }

    [Fact]
    public void A_record_of_a_document_that_announces_nothing_is_a_false_alarm()
    {
        var scores = Judge.Score([Gold with { Announcements = [] }], [Right]);
        Assert.Equal((1, 1), (scores.Negatives, scores.NegativeDocuments));
        Assert.Equal(new(0, 1, 0), Counted(scores, Fields.Venues));
    }

    [Fact]
    public void Half_an_announcement_is_a_miss_and_a_false_alarm_and_its_findings_still_count()
    {
        var scores = Score(Right with { End = Text.Length * 2 / 5 });
        Assert.Equal(new(0, 1, 1), Counted(scores, Fields.Announcements));
        Assert.Equal(1, scores.F1(Fields.Venues));
    }

    [Fact]
    public void Pages_are_judged_by_their_words()
    {
        var scores = Judge.Score([Gold], [Right with { Start = 1000, End = 2000 }], html: true);
        Assert.Equal(1, scores.F1(Fields.Announcements));
        Assert.Equal(0, Score(Right with { Start = 1000, End = 2000 }).F1(Fields.Announcements));
    }

    [Fact]
    public void Misses_name_document_field_and_words()
    {
        var scores = Score(Right with { Cities = [Right.Cities[0] with { Country = "ZA", Name = "Elsewhere", Text = "Elsewhere", Start = 0, End = 4 }] });
        Assert.Equal(["Zagreb | HR | venue", "Elsewhere | ZA | venue | 0.90"], scores.Misses.Where(miss => miss.Field == Fields.Venues).Select(miss => miss.What));
    }

    [Fact]
    public void Calibration_compares_probability_and_outcome_in_ten_bins_of_equal_mass()
    {
        var claims = Enumerable.Range(0, 20).Select(i => new Claim(i < 10 ? 0.2 : 0.8, i is 0 or >= 12)).ToList();
        var calibration = Calibration.Of(claims)!;
        Assert.Equal(20, calibration.Count);
        Assert.Equal(0.45 * 0.55, calibration.BrierOfBaseRate, 9);
        Assert.Equal(((9 * 0.04) + 0.64 + (2 * 0.64) + (8 * 0.04)) / 20, calibration.Brier, 9);
        // Sorted, the bins of 0.2 are 4 × (0, 0) and (0, 1); those of 0.8 (0, 0) and 4 × (1, 1).
        Assert.Equal(((4 * 0.4) + 0.6 + 1.6 + (4 * 0.4)) / 20, calibration.Error, 9);
    }

    [Fact]
    public void Intervals_hold_the_figure_and_repeat()
    {
        var parts = Enumerable.Range(0, 50).Select(i => new Counts(i % 3, 1, 1)).ToList();
        var interval = Bootstrap.Of(parts, counts => counts.F1);
        Assert.InRange(parts.Aggregate(Counts.Add).F1, interval.Low, interval.High);
        Assert.InRange(interval.High - interval.Low, 0.05, 0.3);
        Assert.Equal(interval, Bootstrap.Of(parts, counts => counts.F1));
    }

    private static Scores Score(params Record[] records) => Judge.Score([Gold], records);

    private static Counts Counted(Scores scores, string field) => scores.Fields.Single(pair => pair.Key == field).Value;

    private static Calibration CalibrationOf(Scores scores, string field) => scores.Calibration.Single(pair => pair.Key == field).Value;
}
