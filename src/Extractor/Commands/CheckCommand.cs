using System.CommandLine;

namespace Extract.Commands;

/// <summary><c>extract check</c>: loads and verifies everything that a run would use, and runs the examples of the rules.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "The pipeline file (pipeline.yml of this folder, or the defaults where there is none).", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("check", HelpTexts.Of("check").About) { file };
        command.SetAction(parsed => Check(parsed.GetValue(file), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Check(string? file, TextWriter output)
    {
        var settings = Loading.Settings(file);
        output.WriteLine(Messages.Checked(settings.File ?? "pipeline.yml", settings.File is null ? "not there; the defaults hold" : "is right"));
        var failures = Rules(output);
        var pipeline = Loading.Pipeline(settings);
        output.WriteLine(Messages.Checked("models", $"are right; the fingerprint is {pipeline.Fingerprint}"));
        return failures == 0 ? ExitStatus.Done : ExitStatus.SomeFailed;
    }

    private static int Rules(TextWriter output)
    {
        var failures = 0;
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rules in Loading.RuleSets())
        {
            var outcomes = rules.RunExamples().ToArray();
            foreach (var outcome in outcomes.Where(outcome => outcome.Failure is not null)) output.WriteLine(outcome.ToString());
            failures += outcomes.Count(outcome => outcome.Failure is not null);
            used.UnionWith(rules.Lists.Select(list => list.Name));
            output.WriteLine(Messages.CheckedRules(Path.GetFileName(rules.File), rules.Rules.Length, outcomes.Length, outcomes.Count(outcome => outcome.Failure is not null)));
        }
        return failures;
    }
}
