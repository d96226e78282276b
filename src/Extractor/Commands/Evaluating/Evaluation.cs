using System.Collections.Immutable;
using Extract.Commands.Evaluating.Reporting;
using Extract.Learn;
using Extract.Learn.Judging;
using Extract.Publish;
using Extract.Tag;
using Extract.Trained;

namespace Extract.Commands.Evaluating;

/// <summary>One run of <c>evaluate</c>: gold → records → figures → what was asked for.</summary>
internal sealed class Evaluation(EvaluateOptions options, Settings settings, TextWriter output, TextWriter talk, CancellationToken cancellation)
{
    private readonly TagSettings _tagging = Loading.VerifiedTagging(settings);

    /// <summary>Does it; the exit status.</summary>
    public int Run()
    {
        if (options.Conflict is { } conflict) throw new SettingsException(Messages.WrongUse(conflict, "extract evaluate"));
        if (options.Save is { } target) Outputs.Verify("--save", target, OwnForm.OfRecords);
        if (options.Report is { } file) Outputs.Verify("--report", file, OwnForm.OfReport);
        var pages = Load();
        var predictions = options.Records is not null ? [] : options.Folds > 0 ? Fold(pages) : Predict(pages);
        var records = Records(predictions);
        var gold = pages.Select(page => FromGold.Document(page.Gold)).ToList();
        var scores = Judge.Score(gold, records is { } made ? Judge.BySource(made) : OtherGold(), options.Html);
        ImmutableArray<Record>? older = options.Against is { } other ? Read(other) : null;
        var before = older is { } others ? Judge.Score(gold, Judge.BySource(others), options.Html) : null;
        if (options.Save is { } save && records is { } toSave) Save(save, toSave);
        var witnesses = predictions.IsEmpty ? null : WitnessTable.Of(gold, predictions, scores, options.Html);
        var acceptance = predictions.IsEmpty ? null : AcceptanceTable.Of(scores, predictions, settings.Score.AcceptError);
        if (options.Report is { } report) Write(report, ReportPage.Of(new(About(pages), scores, records ?? [], acceptance, witnesses)));
        Show(pages, scores, before, witnesses, acceptance);
        if (older is { } old && records is { } now) ShowChanges(old, now);
        return options.Gate && !Hold(scores) ? ExitStatus.SomeFailed : ExitStatus.Done;
    }

    private ImmutableArray<LabelledPage> Load()
    {
        foreach (var path in options.Gold.Append(options.Records).Append(options.Against).OfType<string>())
            if (!Directory.Exists(path) && !File.Exists(path)) throw new SettingsException(Messages.NoSuchPath(path));
        if (options.Gate && !Directory.Exists(options.Gold[0])) throw new SettingsException(Messages.WrongUse(Messages.GateIsWhole, "extract evaluate"));
        var pages = Loading.Told(() => LabelledPages.Load(options.Gold, options.Only, options.Several), Messages.NotGold);
        return pages.IsEmpty ? throw new SettingsException(Messages.NoGold(string.Join(", ", options.Gold))) : pages;
    }

    /// <summary>The records to judge; null where a folder of gold takes their place.</summary>
    private ImmutableArray<Record>? Records(ImmutableArray<Prediction> predictions)
    {
        if (options.Records is { } path) return Directory.Exists(path) ? null : Read(path);
        foreach (var fault in predictions.Select(prediction => prediction.Fault).OfType<Fault>()) talk.WriteLine(Messages.Line(fault.ToString()));
        return [.. predictions.SelectMany(prediction => prediction.Records)];
    }

    private Dictionary<string, List<JudgedAnnouncement>> OtherGold() =>
        Loading.Told(() => Gold.Load([options.Records!]), Messages.NotGold).Select(FromGold.Document).ToDictionary(document => document.Id, document => document.Announcements.ToList(), StringComparer.Ordinal);

    private ImmutableArray<Prediction> Fold(ImmutableArray<LabelledPage> pages)
    {
        var sources = pages.Select(page => page.Gold.Origin).Distinct().Count();
        if (sources < 2) throw new SettingsException(Messages.OneSource);
        var folds = Math.Min(options.Folds, sources);
        return new CrossValidation(settings.Read, settings.Score, folds, _tagging, cancellation: cancellation).Run<Prediction>(
            pages, models => new Predictor(models, settings.Read, settings.Score, "", _tagging, cancellation).Predict, fold => talk.WriteLine(Messages.Line(Messages.FoldBegins(fold, folds))), options.Share ?? 100);
    }

    private ImmutableArray<Prediction> Predict(ImmutableArray<LabelledPage> pages)
    {
        var predictor = new Predictor(Models(pages), settings.Read, settings.Score, "", _tagging, cancellation);
        return [.. pages.AsParallel().AsOrdered().WithCancellation(cancellation).Select(predictor.Predict)];
    }

    private ModelSet Models(ImmutableArray<LabelledPage> pages)
    {
        var folder = Loading.ModelFolder(settings);
        Warn(pages, Loading.Told(() => ModelCard.Load(folder), Messages.NoModels));
        return Loading.Told(() => ModelSet.Load(folder), Messages.NoModels);
    }

    private void Warn(ImmutableArray<LabelledPage> pages, ModelCard? card)
    {
        var seen = pages.Select(page => page.Gold.Id).Intersect(card?.Ids ?? [], StringComparer.Ordinal).ToList();
        if (seen.Count > 0) talk.WriteLine(Messages.Line(Messages.SeenInTraining(seen.Count, pages.Length, seen[0])));
    }

    private static ImmutableArray<Record> Read(string path) => Loading.Told(() => RecordFile.Read(path).ToImmutableArray(), Messages.NotRecords);

    private static void Save(string path, ImmutableArray<Record> records) => AtomicFile.ReplaceAsync(path, temporary =>
    {
        File.WriteAllLines(temporary, records.Select(RecordJson.ToJson));
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    private static void Write(string path, string text) => AtomicFile.ReplaceAsync(path, temporary => File.WriteAllTextAsync(temporary, text)).GetAwaiter().GetResult();

    private string About(ImmutableArray<LabelledPage> pages) =>
        Messages.Evaluated(pages.Length, pages.Sum(page => page.Gold.Announcements.Length), pages.Select(page => page.Gold.Origin).Distinct().Count(), options.Folds, options.Share ?? 100, options.Records is null);

    private void Show(ImmutableArray<LabelledPage> pages, Scores scores, Scores? before, WitnessTable? witnesses, AcceptanceTable? acceptance)
    {
        if (options.Json)
        {
            output.WriteLine(ScoresJson.ToJson(scores, json =>
            {
                witnesses?.Write(json);
                acceptance?.Write(json);
            }));
            return;
        }
        output.WriteLine(About(pages));
        output.WriteLine();
        output.Write(ScoresTable.Of(scores, before));
        if (acceptance is not null) output.Write("\n" + acceptance);
        if (witnesses is not null) output.Write("\n" + witnesses);
        if (options.Misses is { } field) ShowMisses(scores, field);
    }

    private void ShowMisses(Scores scores, string field)
    {
        output.WriteLine();
        foreach (var miss in scores.Misses.Where(miss => miss.Field == field)) output.WriteLine($"{(miss.IsFalse ? "false " : "missed")}  {miss.Document}  {miss.What}");
    }

    private void ShowChanges(ImmutableArray<Record> before, ImmutableArray<Record> now)
    {
        var to = options.Json ? talk : output;
        to.WriteLine();
        foreach (var change in RecordChanges.Between(before, now)) to.WriteLine(change);
    }

    private bool Hold(Scores scores)
    {
        var folder = Path.GetFullPath(options.Gold[0]);
        var gate = new Gate(Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder))!, "floors.json"), options.Raise, options.Lower);
        return Loading.Told(() => gate.Check(CorpusHash.Of(folder), scores, what => talk.WriteLine(Messages.Line(what))), Messages.NotGold);
    }
}
