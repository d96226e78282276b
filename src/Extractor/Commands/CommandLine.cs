using System.CommandLine;
using System.CommandLine.Help;
using Extract.Rules;

namespace Extract.Commands;

/// <summary>All commands, in the order of the help.</summary>
internal static class CommandLine
{
    /// <summary>The command line; without a command it runs pipeline.yml.</summary>
    public static RootCommand Create(TimeProvider time)
    {
        var root = new RootCommand(HelpTexts.Of("extract").About);
        RunCommand.AddTo(root, time);
        Command[] commands =
        [
            RunCommand.Create(time), RetryCommand.Create(time), StatusCommand.Create(time), ReportCommand.Create(), InitCommand.Create(), PipeCommand.Create(), CheckCommand.Create(), ExplainCommand.Create(),
            EvaluateCommand.Create(), TrainCommand.Create(), ReviewCommand.Create(time),
        ];
        foreach (var command in commands) root.Add(command);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    /// <summary>What is wrong with the command line, as one line.</summary>
    public static string Complaint(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var path = command is RootCommand ? "extract" : $"extract {command.Name}";
        if (parsed.UnmatchedTokens is not [var token, ..]) return Messages.WrongUse(parsed.Errors[0].Message, path);
        var names = token.StartsWith('-') ? command.Options.Select(option => option.Name) : command.Subcommands.Select(sub => sub.Name);
        return Messages.WrongUse(names.Any() ? Messages.UnknownCommand(token, Nearest.Hint(token, names)) : Messages.TooMany(token), path);
    }
}
