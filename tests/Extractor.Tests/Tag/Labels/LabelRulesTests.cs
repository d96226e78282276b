using Extract.Rules;
using Extract.Tag.Labels;
using Extract.Text;

namespace Extract.Tests.Tag.Labels;

/// <summary>Label files: every shipped example holds, and the form is refused with its place where it is wrong.</summary>
public sealed class LabelRulesTests
{
    private static readonly LabelRules[] Shipped = [LabelRules.Topics, LabelRules.EventTypes, LabelRules.Status, LabelRules.Announces];

    public static TheoryData<string, string, int> Examples()
    {
        var rows = new TheoryData<string, string, int>();
        foreach (var rules in Shipped)
            foreach (var rule in rules.Rules)
                foreach (var example in rule.Finds.Concat(rule.Ignores)) rows.Add(Path.GetFileName(rules.File), rule.Label, example.Line);
        return rows;
    }

    private static readonly Lazy<LabelOutcome[]> Ran = new(() => [.. Shipped.SelectMany(rules => rules.RunExamples())]);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_holds(string file, string label, int line)
    {
        var outcome = Ran.Value.Single(outcome => Path.GetFileName(outcome.File) == file && outcome.Label == label && outcome.Example.Line == line);
        Assert.True(outcome.Failure is null, outcome.ToString());
    }

    [Theory]
    [InlineData("topics.txt")]
    [InlineData("event-types.txt")]
    public void Shipped_labels_are_those_of_the_contract(string name)
    {
        var contract = File.ReadLines(Repository.Needs("../shared/" + name)).Where(line => line.Length > 0).Select(line => line.Split('\t')[0]);
        var rules = name == "topics.txt" ? LabelRules.Topics : LabelRules.EventTypes;
        Assert.Equal(contract, rules.Rules.Select(rule => rule.Label));
    }

    private const string Small = """
        tag: topic
        topics:
          - label: rivers
            covers: running water
            for: [river, river bank]
            hints: [water]
            against: [river of gold, bank holiday]
            finds:
              - The <river> rose
            ignores:
              - A river of gold
        """;

    [Theory]
    [InlineData("Two rivers meet", "rivers")] // the plural need not be written
    [InlineData("On the river bank", "river bank")] // the longest phrase
    [InlineData("A river of gold and water", "water")] // what stands against covers its own words only
    [InlineData("RIVER", "RIVER")]
    public void Finds_the_words(string text, string words)
    {
        var tokens = TokenList.Of(text);
        var matches = new List<LabelMatch>();
        LabelRules.Parse("small.yml", Small).Match(tokens, matches);
        Assert.Equal([words], matches.Select(match => tokens.Span(match.First, match.Last).Of(text)));
    }

    [Theory]
    [InlineData("    hints: [water]", "    hint: [water]", "small.yml:6:5: An entry has no key “hint”. Did you mean “hints”?")]
    [InlineData("tag: topic", "tag: date", "small.yml:1:6: tag is topic, event-type or cue, not “date”.")]
    [InlineData("[water]", "[water, river]", "small.yml:6:20: “river” stands twice in this entry. Keep one of them.")]
    [InlineData("    covers: running water\n", "", "small.yml:3:5: The entry “rivers” has no “covers”. Add it.")]
    [InlineData("[water]", "[water (]", "small.yml:6:19: The phrase “water (” cannot be read. “(” is not closed. Add “)”.")]
    [InlineData("    ignores:\n      - A river of gold", "", "small.yml:3:5: The entry “rivers” needs an example under “finds” and one under “ignores”. Add them.")]
    public void Refuses_with_the_place(string written, string wrong, string message)
    {
        var yaml = Small.ReplaceLineEndings("\n");
        Assert.Contains(written, yaml, StringComparison.Ordinal);
        Assert.Equal(message, Assert.Throws<RuleFileException>(() => LabelRules.Parse("small.yml", yaml.Replace(written, wrong, StringComparison.Ordinal))).Message);
    }

    [Fact]
    public void A_false_example_says_what_was_found()
    {
        var rules = LabelRules.Parse("small.yml", Small.Replace("<river> rose", "<lake> and the river", StringComparison.Ordinal));
        Assert.Equal("small.yml:9: rivers: it does not find “lake”; found: “river”", rules.RunExamples().Single(outcome => outcome.Failure is not null).ToString());
    }
}
