using Extract.Rules;

namespace Extract.Tests.Rules;

/// <summary>Every example of every shipped rule file is a test case.</summary>
public sealed class RuleExampleTests
{
    public static TheoryData<string, string, int> Examples()
    {
        var rows = new TheoryData<string, string, int>();
        foreach (var path in Directory.EnumerateFiles(RuleSet.ShippedFolder, "*.yml").Order(StringComparer.Ordinal))
        {
            if (YamlTree.Load(path) is not YamlMap map || map.Find("rules") is null) continue; // label files have tests of their own
            foreach (var rule in RuleSet.Load(path).Rules)
                foreach (var example in rule.Finds.Concat(rule.Ignores)) rows.Add(Path.GetFileName(path), rule.Id, example.Line);
        }
        return rows;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_holds(string file, string rule, int line)
    {
        var outcome = Outcomes(file).Single(outcome => outcome.Rule.Id == rule && outcome.Example.Line == line);
        Assert.True(outcome.Failure is null, outcome.ToString());
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, ExampleOutcome[]> Ran = new();

    private static ExampleOutcome[] Outcomes(string file) => Ran.GetOrAdd(file, name => [.. RuleSet.Shipped(name).RunExamples()]);
}
