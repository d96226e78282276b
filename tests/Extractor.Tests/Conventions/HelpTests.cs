using System.CommandLine;
using Extract.Commands;

namespace Extract.Tests.Conventions;

/// <summary>The help of every command, word for word as in <c>Conventions/help</c>; <c>UPDATE_GOLDEN=1</c> rewrites it.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Commands => [.. CommandLine.Create(TimeProvider.System).Subcommands.Select(command => command.Name).Prepend("extract")];

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_help_is_as_it_was(string command)
    {
        var file = Repository.File($"tests/Extractor.Tests/Conventions/help/{command}.txt");
        var help = Help(command);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, help);
        }
        Assert.True(File.Exists(file), $"{file} is missing: UPDATE_GOLDEN=1 writes it");
        Assert.Equal(File.ReadAllText(file), help);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_help_says_what_for_and_gives_examples_and_exit_statuses(string command)
    {
        var text = HelpTexts.Of(command);
        Assert.True(text.About.Length > 40, text.About);
        Assert.Contains("Examples:\n  extract", text.After, StringComparison.Ordinal);
        Assert.Contains("Exit status", text.After, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_option_and_argument_is_described()
    {
        var root = CommandLine.Create(TimeProvider.System);
        foreach (var command in root.Subcommands.Prepend<Command>(root))
        {
            Assert.All(command.Options, option => Assert.False(string.IsNullOrEmpty(option.Description), $"{command.Name} {option.Name}"));
            Assert.All(command.Arguments, argument => Assert.False(string.IsNullOrEmpty(argument.Description), $"{command.Name} {argument.Name}"));
        }
    }

    private static string Help(string command)
    {
        using var output = new StringWriter { NewLine = "\n" };
        string[] arguments = command == "extract" ? ["--help"] : [command, "--help"];
        CommandLine.Create(TimeProvider.System).Parse(arguments).Invoke(new InvocationConfiguration { Output = output });
        // The program's name is that of the test runner here.
        return string.Join('\n', output.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Replace(RootCommand.ExecutableName, "extract", StringComparison.Ordinal);
    }
}
