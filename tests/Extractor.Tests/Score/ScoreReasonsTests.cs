using System.Collections.Immutable;
using System.Text;
using Extract.Commands.Explaining;
using Extract.Learn;
using Extract.Score;
using Extract.Trained;

namespace Extract.Tests.Score;

/// <summary>What is said of a probability adds up to it: on every page of the corpus that no model has seen.</summary>
public sealed class ScoreReasonsTests
{
    private static readonly Lazy<ImmutableArray<(Record Record, ScoreReasons Reasons)>> All = new(() =>
    {
        var pipeline = new Pipeline(ModelSet.Load(Path.Combine(AppContext.BaseDirectory, "Trained")), new(), new(), "test", named: true);
        return [.. LabelledPages.Load([Repository.File("corpus/test")]).Where((_, i) => i % 3 == 0).SelectMany(page => Explain(pipeline, page.Source))];
    });

    private static IEnumerable<(Record, ScoreReasons)> Explain(Pipeline pipeline, Source source)
    {
        var outcome = pipeline.Process(source, default);
        return outcome.Records.Zip(pipeline.ExplainScores(outcome.Findings));
    }

    [Fact]
    public void They_add_up_to_every_confidence_of_the_record()
    {
        Assert.True(All.Value.Length > 20, "the corpus gives hardly a record");
        Assert.All(All.Value, pair => Assert.All(Confidences(pair.Record).Zip(Reasons(pair.Reasons)), each =>
        {
            Assert.NotNull(each.Second.Model);
            Assert.Equal(each.First, Math.Min(each.Second.Most, each.Second.Probability), 1e-4);
            var parts = each.Second.Model.Bias + each.Second.Stated + each.Second.Model.Parts.Sum(part => part.Value * part.Weight);
            Assert.Equal(each.First, Math.Min(each.Second.Most, 1 / (1 + Math.Exp(-parts))), 1e-4);
        }));
    }

    [Fact]
    public void The_record_rests_on_its_fields_as_they_are_shown() => Assert.All(All.Value, pair =>
        Assert.All(pair.Reasons.Scored.Fields.Zip(pair.Reasons.Fields), field => Assert.Equal(field.First.Probability, field.Second.Probability, 1e-6)));

    [Fact]
    public void Every_feature_has_words()
    {
        var unknown = All.Value.SelectMany(pair => Reasons(pair.Reasons).Concat(pair.Reasons.Fields)).SelectMany(reasons => reasons.Model!.Parts).Select(part => part.Name).Where(name => !FeatureWords.Has(name)).Distinct();
        Assert.Empty(unknown);
    }

    [Fact]
    public void What_is_shown_adds_up_too()
    {
        using var folder = new TemporaryFolder().With("notice.txt", "Workshop on vaccines\n\nThe hospital of Springfield, Illinois, holds a hands-on workshop for nurses on 3 May 2024. All are welcome.\n");
        var ran = folder.Run("explain", "notice.txt", "--stage", "score");
        Assert.True(Encoding.UTF8.GetByteCount(ran.Out) > 0 && ran.Status == 0, ran.Talk);
        Assert.DoesNotContain(ran.Lines, line => line.StartsWith("== ", StringComparison.Ordinal) && !line.StartsWith("== score", StringComparison.Ordinal));
        var shown = Shown(ran.Lines).ToArray();
        Assert.Contains(shown, section => section.What.StartsWith("record 1, “Workshop on vaccines”", StringComparison.Ordinal));
        Assert.Contains(shown, section => section.What.StartsWith("record 1, date “3 May 2024”", StringComparison.Ordinal));
        Assert.Contains(shown, section => section.What.StartsWith("record 1, topic health", StringComparison.Ordinal));
        Assert.Contains(shown, section => section.What.StartsWith("record 1, event type workshop", StringComparison.Ordinal));
        Assert.All(shown, section => Assert.Equal(section.Probability, 1 / (1 + Math.Exp(-section.Parts.Sum())), 0.02));
    }

    [Fact]
    public void A_stage_that_is_none_is_told()
    {
        using var folder = new TemporaryFolder().With("notice.txt", "Fair\n");
        var ran = folder.Run("explain", "notice.txt", "--stage", "scor");
        Assert.Equal((2, "extract: --stage: there is no stage “scor”. Did you mean “score”?\n"), (ran.Status, ran.Talk));
    }

    // "== score: why 0.62: WHAT", then a line for each part: "+1.31  3.92 × 0.33  how sure …".
    private static IEnumerable<(string What, double Probability, double[] Parts)> Shown(string[] lines)
    {
        const string Head = "== score: why ";
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Head, StringComparison.Ordinal)) continue;
            var (probability, what) = (lines[i][Head.Length..lines[i].IndexOf(':', Head.Length)], lines[i][(lines[i].IndexOf(':', Head.Length) + 2)..]);
            var parts = lines.Skip(i + 1).TakeWhile(line => !line.StartsWith("==", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')[0]).Where(first => first is ['+' or '−', ..]);
            yield return (what, Number(probability), [.. parts.Select(Number)]);
        }
    }

    private static double Number(string text) => double.Parse(text.Replace('−', '-'), System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<double> Confidences(Record record) =>
        [.. record.Dates.Select(date => date.Confidence), .. record.Cities.Select(city => city.Confidence), .. record.Organizations.Select(body => body.Confidence), .. record.Topics.Select(topic => topic.Confidence), record.EventType.Confidence, record.Confidence];

    private static IEnumerable<ConfidenceReasons> Reasons(ScoreReasons reasons) =>
        [.. reasons.Dates, .. reasons.Cities, .. reasons.Organizations, .. reasons.Topics, reasons.EventType, reasons.Record];
}
