using System.Collections.Immutable;
using Extract.Learn;
using Extract.Learn.Judging;
using Extract.Read;
using Extract.Score;
using Extract.Tests.Learn.Judging;

namespace Extract.Tests.Learn;

/// <summary>
/// Whether a city is the venue is left to a coin, save that in one source a nonsense word gives it away. Who learns from that source may know it there;
/// figures by folds, and the confidence, must not: no source stands on both sides.
/// </summary>
public sealed class PlantedWordTests
{
    private const string Planted = "planted.example", Nonsense = "zorblax";
    private static readonly string[] Cities = ["Zagreb", "Vienna", "Lisbon", "Nairobi", "Lima", "Oslo"];
    private static readonly string[] Leads = ["People spoke of", "Letters came about", "Much was said on", "A film showed"];

    [Fact]
    public void A_word_that_gives_a_label_away_in_one_source_helps_there_and_not_by_folds()
    {
        var (with, without) = (Measure(Pages(Nonsense)), Measure(Pages("old")));
        var figures = $"training {Right(with.Training):0.00} with the word, {Right(without.Training):0.00} without; folds {Right(with.Folds):0.00}, {Right(without.Folds):0.00}; " +
            $"error of the confidence by folds {ErrorOf(with.Folds):0.00}, {ErrorOf(without.Folds):0.00}";
        Assert.True(Right(with.Training) > 0.8 && Right(with.Training) > Right(without.Training) + 0.15, figures);
        Assert.True(Right(with.Folds) < 0.65 && Math.Abs(Right(with.Folds) - Right(without.Folds)) < 0.1, figures);
        // Over 40 cities the error scatters (by how much was not measured; 0.05 was too strict once); had the confidence profited, it would fall as the training figure rises, by a quarter.
        Assert.True(ErrorOf(with.Folds) > ErrorOf(without.Folds) - 0.1, figures);
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
    }

    /// <summary>The figures on the planted source: of models that have learned from it, and of such as have not.</summary>
    private static (Scores Training, Scores Folds) Measure(ImmutableArray<LabelledPage> pages)
    {
        var (reading, scoring) = (new ReadSettings(), new ScoreSettings());
        var known = new Predictor(new Training(reading, scoring).Fit(pages), reading, scoring);
        var unseen = new CrossValidation(reading, scoring, 2).Run<Prediction>(pages, models => new Predictor(models, reading, scoring).Predict);
        return (Score(pages, [.. pages.Select(known.Predict)]), Score(pages, unseen));
    }

    private static Scores Score(ImmutableArray<LabelledPage> pages, ImmutableArray<Prediction> predictions) =>
        Judge.Score(pages.Select(page => page.Gold).Where(gold => gold.Origin == Planted), predictions.SelectMany(prediction => prediction.Records));

    private static ImmutableArray<LabelledPage> Pages(string word)
    {
        var random = new Random(7);
        var sources = Enumerable.Range(0, 5).Select(i => $"source{i}.example").Append(Planted);
        return [.. sources.SelectMany(source => Enumerable.Range(0, source == Planted ? 40 : 16).Select(i => LabelledPages.Of(Gold(source, i, word, random))))];
    }

    private static GoldDocument Gold(string source, int number, string word, Random random)
    {
        var venue = random.Next(2) == 0;
        var (city, lead) = (Cities[random.Next(Cities.Length)], Leads[random.Next(Leads.Length)]);
        var given = source == Planted && venue ? word : "old";
        var day = $"{1 + (number % 28)} May 2024";
        var text = $"Evening {number} of the society\n\nThe society meets on {day} and all who like to come are welcome. {lead} {given} {city} the last time.";
        var announcement = SomeGold.Announcement(text, text, $"Evening {number} of the society", "meeting") with
        {
            Dates = [SomeGold.Date(text, day, $"2024-05-{1 + (number % 28):00}")],
            Cities = [SomeGold.City(text, city, CountryOf(city), venue ? "venue" : "mentioned")],
        };
        return SomeGold.Document($"{source}-{number}", text, announcement) with { TextSource = source };
    }

    private static string CountryOf(string city) => city switch { "Zagreb" => "HR", "Vienna" => "AT", "Lisbon" => "PT", "Nairobi" => "KE", "Lima" => "PE", _ => "NO" };

    /// <summary>The share of the cities that have the right role: a half where a coin decides.</summary>
    private static double Right(Scores scores) => scores.RoleAccuracy.Single(row => row.Key == Fields.Cities).Value;

    private static double ErrorOf(Scores scores) => scores.Calibration.Single(row => row.Key == Fields.Cities).Value.Error;
}
