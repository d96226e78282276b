using Extract.Learn.Judging;
using Extract.Trained;

namespace Extract.Tests.Resolve.Dates;

/// <summary>Floors of dates by folds of sources, on gold announcements, so that only dates are judged here.</summary>
public sealed class DateQualityTests(ITestOutputHelper output)
{
    [Fact]
    public void Dates_of_unseen_sources_are_found()
    {
        var scores = DateFolds.Score(DateFolds.Load(Repository.Needs("../shared/data/announcements/real")), 5);
        Show(scores);
        Assert.True(scores.F1(Fields.Dates) >= 0.93);
        Assert.True(scores.F1(Fields.EventDates) >= 0.87);
    }

    /// <summary>Of the labels whose words say no year and that are found at their place, the share with the right days.</summary>
    [Fact]
    public void Years_that_words_leave_out_are_inferred()
    {
        var documents = DateFolds.Load(Repository.Needs("../shared/data/announcements/real"));
        var (right, all) = DateFolds.InferredYears(documents, 5);
        output.WriteLine($"{right} of {all}");
        Assert.True(right >= 0.9 * all, $"{right} of {all}");
    }

    [Fact]
    public void Without_models_rules_decide()
    {
        var scores = DateFolds.Score(DateFolds.Load(Repository.Needs("../shared/data/announcements/real")), 1, ModelSet.Empty);
        Show(scores);
        Assert.True(scores.F1(Fields.EventDates) >= 0.85);
    }

    [Fact]
    public void Every_event_date_of_the_seed_page_is_found()
    {
        var seed = DateFolds.Load(Repository.Needs("../shared/data/seed"));
        var scores = DateFolds.Score(seed, 1, DateFolds.Learn(DateFolds.Load(Repository.Needs("../shared/data/announcements/real"))));
        Show(scores);
        // "AAR May 2017" in a link may pass for the event of that month.
        Assert.Equal(new Counts(9, Math.Min(1, Of(scores, Fields.EventDates).False), 0), Of(scores, Fields.EventDates));
    }

    /// <summary>Real texts hold few deadlines; the roles that are learned of them must hold for texts that have many.</summary>
    [Fact]
    public void Roles_carry_over_to_texts_of_another_kind()
    {
        var models = DateFolds.Learn(DateFolds.Load(Repository.Needs("../shared/data/announcements/real")));
        var scores = DateFolds.Score(DateFolds.Load(Repository.Needs("../shared/data/announcements/reworded")), 1, models);
        Show(scores);
        Assert.True(scores.F1(Fields.EventDates) >= 0.6);
    }

    private static Counts Of(Scores scores, string field) => scores.Fields.First(pair => pair.Key == field).Value;

    private void Show(Scores scores)
    {
        foreach (var field in new[] { Fields.Dates, Fields.EventDates, Fields.InferredYearDates })
        {
            var counts = Of(scores, field);
            output.WriteLine(FormattableString.Invariant($"{field}: P {counts.Precision:0.000} R {counts.Recall:0.000} F1 {counts.F1:0.000} {scores.Intervals[field]} ({counts})"));
        }
        output.WriteLine("role accuracy: " + string.Join(", ", scores.RoleAccuracy));
        if (Environment.GetEnvironmentVariable("SHOW_MISSES") is not { } show) return;
        foreach (var miss in scores.Misses.Where(miss => miss.Field == show)) output.WriteLine(miss.ToString());
    }
}
