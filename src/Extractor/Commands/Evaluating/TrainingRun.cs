using System.Collections.Immutable;
using System.Text.Json;
using Extract.Learn;
using Extract.Learn.Judging;
using Extract.Review;
using Extract.Tag;
using Extract.Tag.Labels;
using Extract.Trained;

namespace Extract.Commands.Evaluating;

/// <summary>One run of <c>train</c>: gold and reviewed records → models and their card.</summary>
/// <param name="gold">The paths of gold; empty for the usual place.</param>
/// <param name="into">The folder for the models.</param>
/// <param name="folds">In how many folds to measure, or 0.</param>
/// <param name="settings">The settings.</param>
/// <param name="output">What was done.</param>
/// <param name="talk">What to know.</param>
/// <param name="cancellation">Stops it.</param>
/// <param name="unlabelled">What stands under <c>--unlabelled</c>; null without it.</param>
internal sealed class TrainingRun(
    IReadOnlyList<string> gold, string into, int folds, Settings settings, TextWriter output, TextWriter talk, CancellationToken cancellation, UnlabelledSources? unlabelled = null)
{
    private const string UsualGold = "corpus/train";
    private const int Few = 100;
    private readonly TagSettings _tagging = Loading.VerifiedTagging(settings);

    /// <summary>Does it; the exit status.</summary>
    public int Run()
    {
        var reviewed = ReviewedRecords.Of(DecisionFiles.Load(settings.Resolved(settings.Review.Decisions), talk.WriteLine).Decided).ToImmutableArray();
        var pages = Load().AddRange(reviewed);
        if (pages.IsEmpty) throw new SettingsException(Messages.NothingToLearnFrom);
        var announcements = pages.Sum(page => page.Gold.Announcements.Length);
        if (announcements < Few) talk.WriteLine(Messages.Line(Messages.FewToLearnFrom(announcements)));
        var others = unlabelled?.NotIn(pages, settings.Read, cancellation) ?? [];
        var scores = folds > 1 ? Measure(pages, others) : null;
        var (fitted, silver) = new Training(settings.Read, settings.Score, _tagging, cancellation).Fit(pages, others);
        var models = WithOwnLabels(fitted, pages);
        ModelFolder.Write(into, models, Card(pages, models, scores) with { Unlabelled = unlabelled is null ? null : silver });
        output.WriteLine(Messages.Trained(models.Names.Count(), pages.Length, announcements, reviewed.Length, into));
        if (unlabelled is not null) output.WriteLine(Messages.SilverTookPart(silver, others.Length));
        if (scores is not null) output.Write("\n" + ScoresTable.Of(scores));
        return ExitStatus.Done;
    }

    private ImmutableArray<LabelledPage> Load()
    {
        var usual = settings.Resolved(UsualGold);
        string[] paths = gold.Count > 0 ? [.. gold] : Directory.Exists(usual) ? [usual] : [];
        foreach (var path in paths)
            if (!Directory.Exists(path) && !File.Exists(path)) throw new SettingsException(Messages.NoSuchPath(path));
        return Loading.Told(() => LabelledPages.Load(paths), Messages.NotGold);
    }

    // A label set of the user's own stays in the folder until another takes its place; what was labelled by it, as reviewed records are, is learned from beside its examples.
    private ModelSet WithOwnLabels(ModelSet models, ImmutableArray<LabelledPage> pages)
    {
        foreach (var yaml in Loading.Told(() => ModelSet.LabelsOf(into), Messages.NotGold))
        {
            var rules = LabelTrainingRun.Told(() => LabelRules.Parse(Path.Combine(into, yaml.Key + ".labels.yml"), yaml.Value));
            models = new OwnLabelTraining(ModelSet.Load(Loading.Shipped), settings.Read, settings.Score, cancellation).Fit(models, rules, yaml.Value, pages);
            output.WriteLine(Messages.LabelsKept(rules.Rules.Length, into));
        }
        return models;
    }

    private Scores Measure(ImmutableArray<LabelledPage> pages, ImmutableArray<Document> others)
    {
        var predictions = new CrossValidation(settings.Read, settings.Score, folds, _tagging, others, cancellation).Run<Prediction>(
            pages, models => new Predictor(models, settings.Read, settings.Score, "", _tagging, cancellation).Predict, fold => talk.WriteLine(Messages.Line(Messages.FoldBegins(fold, folds))));
        return Judge.Score(pages.Select(page => page.Gold), predictions.SelectMany(prediction => prediction.Records));
    }

    private ModelCard Card(ImmutableArray<LabelledPage> pages, ModelSet models, Scores? scores) => new()
    {
        How = "extract train: " + Messages.HowTrained,
        From = [.. pages.Select(NameOf).Distinct().Order(StringComparer.Ordinal)],
        Documents = pages.Length,
        Announcements = pages.Sum(page => page.Gold.Announcements.Length),
        Models = models.Names.ToImmutableSortedDictionary(name => name, name => models.Find(name)!.Features, StringComparer.Ordinal),
        Measured = scores is null ? null : Messages.HowMeasured(folds),
        Scores = scores is null ? null : JsonDocument.Parse(ScoresJson.ToJson(scores)).RootElement,
        Ids = [.. pages.Select(page => page.Gold.Id).Order(StringComparer.Ordinal)],
    };

    // The folder's own name says what it is; where it stood is nobody's business.
    private static string NameOf(LabelledPage page) => page.Gold.Path is { } path ? Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))! : "reviewed records";
}
