using System.CommandLine;

namespace Extract.Commands;

/// <summary><c>extract run</c>, and <c>extract</c> alone: the main job.</summary>
internal static class RunCommand
{
    /// <summary>The command of that name.</summary>
    public static Command Create(TimeProvider time)
    {
        var paths = RunOptions.Paths();
        var command = new Command("run", HelpTexts.Of("run").About) { paths };
        new RunOptions(RunOptions.Sampled()).AddTo(command, parsed => parsed.GetValue(paths) ?? [], time);
        return command;
    }

    /// <summary>Makes the program itself run pipeline.yml.</summary>
    public static void AddTo(RootCommand root, TimeProvider time) => new RunOptions(RunOptions.Sampled()).AddTo(root, _ => [], time);
}
