using System.Text.RegularExpressions;
using Extract.Commands;
using Extract.Publish;

namespace Extract.Tests.Conventions;

/// <summary>What the documents must name, because the program has it.</summary>
public sealed partial class DocsTests
{
    private static readonly string Readme = File.ReadAllText(Repository.File("README.md"));
    private static readonly string Architecture = File.ReadAllText(Repository.File("ARCHITECTURE.md"));
    private static readonly string[] PipelineFile = File.ReadAllLines(Repository.File("pipeline.yml"));

    [Fact]
    public void The_two_commands_stand_at_the_top_of_the_readme()
    {
        var top = string.Join('\n', Readme.Split('\n').Take(40));
        Assert.Contains("dotnet run --project src/Extractor\n", top, StringComparison.Ordinal);
        Assert.Contains("dotnet test", top, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_is_in_the_readme() =>
        Assert.All(CommandLine.Create(TimeProvider.System).Subcommands, command => Assert.Contains($"`extract {command.Name}", Readme, StringComparison.Ordinal));

    [Fact]
    public void Every_exit_status_is_in_the_readme() =>
        Assert.All(new[] { "0", "1", "2", "70", "130" }, status => Assert.Contains($"| {status} |", Readme, StringComparison.Ordinal));

    [Fact]
    public void Every_key_of_the_pipeline_file_stands_in_the_shipped_one_under_a_comment()
    {
        foreach (var (section, _) in SettingsKeys.Sections)
        {
            var at = Array.IndexOf(PipelineFile, section + ":");
            Assert.True(at > 0 && PipelineFile[at - 1].StartsWith('#'), $"{section}: is missing or without a comment");
            var keys = PipelineFile.Skip(at + 1).TakeWhile(line => line.Length == 0 || line[0] is ' ').ToArray();
            foreach (var key in SettingsKeys.All.Where(key => key.Section == section))
            {
                var line = Array.FindIndex(keys, each => each.StartsWith($"  {key.Name}:", StringComparison.Ordinal));
                Assert.True(line > 0 && keys[line - 1].StartsWith("  #", StringComparison.Ordinal), $"{section}: {key.Name} is missing or without a comment");
            }
        }
    }

    [Fact]
    public void The_shipped_pipeline_file_is_right_and_says_the_defaults()
    {
        var settings = SettingsFile.Load(Repository.File("pipeline.yml"));
        Assert.Equal(["corpus/train", "corpus/test"], settings.Fetch.Sources);
        Assert.Equal(new Extract.Settings().Publish, settings.Publish);
        Assert.Equal(Fingerprint.Of(new Extract.Settings()), Fingerprint.Of(settings));
    }

    [Fact]
    public void Every_column_of_the_table_is_explained() =>
        Assert.All(CsvColumns.All, column => Assert.Contains($"| `{column.Name}` | {column.Holds} |", Readme, StringComparison.Ordinal));

    [Fact]
    public void Every_folder_and_every_stage_is_in_the_architecture()
    {
        foreach (var folder in Directory.EnumerateDirectories(Repository.File("src/Extractor")).Select(folder => Path.GetFileName(folder)!).Where(name => name is not ("bin" or "obj" or "Properties")))
            Assert.Contains($"`{folder}/`", Architecture, StringComparison.Ordinal);
        Assert.All(SettingsKeys.Sections, section => Assert.Contains($"| {section.Name} |", Architecture, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_dependency_has_its_reason_in_the_architecture()
    {
        var projects = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories).Select(File.ReadAllText);
        foreach (var package in projects.SelectMany(project => Package().Matches(project).Select(match => match.Groups[1].Value)).Distinct())
            Assert.Contains($"| {package} |", Architecture, StringComparison.Ordinal);
    }

    [GeneratedRegex("PackageReference Include=\"([^\"]+)\"")]
    private static partial Regex Package();
}
