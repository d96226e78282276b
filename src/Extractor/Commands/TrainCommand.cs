using System.CommandLine;
using Extract.Commands.Evaluating;
using Extract.Learn;

namespace Extract.Commands;

/// <summary><c>extract train</c>: learns the models from gold and from reviewed records.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var gold = new Argument<string[]>("GOLD") { Description = "Folders or files of gold (corpus/train, and what people reviewed).", Arity = ArgumentArity.ZeroOrMore };
        var into = new Option<string?>("--into") { Description = "The folder for the models (score: models of the pipeline file).", HelpName = "DIR" };
        var folds = Numbers.Option("--folds", 2, "Measure the models by N folds and write the figures on their card.", 100);
        var labels = new Option<string?>("--labels") { Description = "A label set of your own with examples: learn it alone, in the place of the topics or types of event.", HelpName = "FILE" };
        var unlabelled = new Option<string[]>("--unlabelled")
        {
            Description = $"Files, folders, archives or JSON lines without labels: what rules and models agree on in them teaches topics and types of event too, with less weight than gold. {UnlabelledPages.Most} documents at most are taken.",
            HelpName = "PATH",
        };
        var config = Loading.Config();
        var command = new Command("train", HelpTexts.Of("train").About) { gold, into, folds, labels, unlabelled, config };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = Loading.Settings(parsed.GetValue(config));
            var folder = parsed.GetValue(into) ?? settings.Resolved(settings.Models);
            var paths = parsed.GetValue(unlabelled) ?? [];
            if (parsed.GetValue(labels) is { } file)
                return parsed.GetValue(gold) is { Length: > 0 } ? throw new SettingsException(Messages.LabelsAlone)
                    : paths.Length > 0 ? throw new SettingsException(Messages.NotWith("--labels", "--unlabelled"))
                    : new LabelTrainingRun(file, folder, settings, Console.Out, cancellation).Run();
            var others = paths.Length > 0 ? await UnlabelledSources.LoadAsync(paths, settings, cancellation) : null;
            return new TrainingRun(parsed.GetValue(gold) ?? [], folder, parsed.GetValue(folds) ?? 0, settings, Console.Out, Console.Error, cancellation, others).Run();
        });
        return command;
    }
}
