using System.CommandLine;
using Extract.Commands.Evaluating;

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
        var config = Loading.Config();
        var command = new Command("train", HelpTexts.Of("train").About) { gold, into, folds, labels, config };
        command.SetAction((parsed, cancellation) =>
        {
            var settings = Loading.Settings(parsed.GetValue(config));
            var folder = parsed.GetValue(into) ?? settings.Resolved(settings.Models);
            if (parsed.GetValue(labels) is { } file)
                return parsed.GetValue(gold) is { Length: > 0 } ? throw new SettingsException(Messages.LabelsAlone)
                    : Task.FromResult(new LabelTrainingRun(file, folder, settings, Console.Out, cancellation).Run());
            return Task.FromResult(new TrainingRun(parsed.GetValue(gold) ?? [], folder, parsed.GetValue(folds) ?? 0, settings, Console.Out, Console.Error, cancellation).Run());
        });
        return command;
    }
}
