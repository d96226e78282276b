using Extract.Rules;

namespace Extract.Tests.Rules;

/// <summary>Every example of every shipped rule file is a test case.</summary>
public sealed class RuleExampleTests
{
    public static TheoryData<string> Files() => [.. Directory.EnumerateFiles(RuleSet.ShippedFolder, "*.yml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Where(path => YamlTree.Load(path) is YamlMap map && map.Find("rules") is not null && !RuleFile.IsPart(map)) // label files have tests of their own
        .Select(path => Path.GetRelativePath(RuleSet.ShippedFolder, path))];

    /// <summary>The examples of a file and of those that it goes on from: the words of one language spoil nothing of another.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Examples_hold(string file)
    {
        var outcomes = RuleSet.Shipped(file).RunExamples().ToArray();
        Assert.NotEmpty(outcomes);
        Assert.Empty(outcomes.Where(outcome => outcome.Failure is not null).Select(outcome => outcome.ToString()));
    }

    [Theory]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("hbs")]
    [InlineData("it")]
    [InlineData("mk")]
    [InlineData("sq")]
    public void A_language_has_forty_tested_expressions(string language) =>
        Assert.True(RuleSet.Shipped($"dates/{language}.yml").RunExamples().Count(outcome => outcome.File.EndsWith($"{language}.yml", StringComparison.Ordinal)) >= 40);
}
