using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Extract.Commands;

/// <summary>The usual help, and after it the examples and exit statuses of the command.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        // A fixed width: the same help on every terminal, and one that a test can hold.
        usual.MaxWidth = 110;
        usual.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        parseResult.InvocationConfiguration.Output.Write(HelpTexts.Of(command is RootCommand ? "extract" : command.Name).After);
        return ExitStatus.Done;
    }
}
