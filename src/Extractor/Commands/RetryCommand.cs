using System.CommandLine;

namespace Extract.Commands;

/// <summary><c>extract retry</c>: takes up what failed, or was too much, with the settings that hold now; what the last run did is not looked at again.</summary>
internal static class RetryCommand
{
    public static Command Create(TimeProvider time)
    {
        var paths = RunOptions.Paths();
        var command = new Command("retry", HelpTexts.Of("retry").About) { paths };
        new RunOptions(null).AddTo(command, parsed => parsed.GetValue(paths) ?? [], time);
        return command;
    }
}
