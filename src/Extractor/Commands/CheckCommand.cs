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
        Outputs.Verify(settings, Outputs.StateFolder(settings, null));
        output.WriteLine(Messages.Checked(settings.File ?? "pipeline.yml", settings.File is null ? Messages.DefaultsHold : Messages.IsRight));
        var failures = Rules(output);
        var pipeline = Loading.Pipeline(settings);
        output.WriteLine(Messages.Checked("models", Messages.ModelsAreRight(pipeline.Fingerprint)));
        return failures == 0 ? ExitStatus.Done : ExitStatus.SomeFailed;
    }

    private static int Rules(TextWriter output)
    {
        var failures = 0;
        var unused = RuleFiles.Lists().ToHashSet(StringComparer.Ordinal);
        foreach (var file in RuleFiles.Check())
        {
            foreach (var failure in file.Failures) output.WriteLine(failure);
            failures += file.Failures.Count;
            unused.ExceptWith(file.Lists);
            output.WriteLine(Messages.CheckedRules(file.File, file.Rules, file.Examples, file.Failures.Count));
        }
        foreach (var list in unused.Order(StringComparer.Ordinal)) output.WriteLine(Messages.UnusedList(list));
        return failures;
    }
}
