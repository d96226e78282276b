using Extract.Rules;
using Extract.Text;

namespace Extract.Tests.Rules;

public sealed class RuleSetTests
{
    private const string Head = "tag: t\nrules:\n  - id: a\n    why: w\n";
    private const string Tail = "    match: call\n    finds: a <call>\n    ignores: a shout\n";

    [Theory]
    [InlineData("tag: t\nrules:\n  - id: a\n    why: w\n    match: call\n    ignores: x\n", "r.yml:3:5:", "“a” has no “finds”")]
    [InlineData("tag: t\nrules:\n  - id: a\n    why: w\n    match: call\n    finds: a <call>\n", "r.yml:3:5:", "“a” has no “ignores”")]
    [InlineData(Head + "    macth: call\n", "r.yml:5:5:", "Did you mean “match”?")]
    [InlineData(Head + "    why: again\n" + Tail, "r.yml:5:5:", "stands twice")]
    [InlineData(Head + "    match:\n      - Deadline: <day>\n", "r.yml:6:9:", "put it in quotes")]
    [InlineData(Head + "    match:\n      - {x} call\n", "r.yml:6:13:", "must stand in quotes")]
    [InlineData(Head + "    match:\n      - [in|on] call\n", "r.yml:6:17:", "must stand in quotes")]
    [InlineData(Head + "    match: <dya> call\n    finds: <1 call>\n    ignores: call\n", "r.yml:5:12:", "Did you mean “day”?")]
    [InlineData(Head + "    match: call\n    finds: a call\n    ignores: x\n", "r.yml:6:12:", "marks no words")]
    [InlineData(Head + "    trust: much\n" + Tail, "r.yml:5:12:", "high, medium, low")]
    [InlineData(Head + Tail + "  - id: a\n    why: w\n" + Tail, "r.yml:8:5:", "The id “a” stands twice")]
    [InlineData("", "r.yml:1:1:", "empty")]
    public void What_is_no_rule_file_is_refused_with_its_place(string yaml, string place, string says)
    {
        var error = Assert.Throws<RuleFileException>(() => RuleSet.Parse("r.yml", yaml, new WordLists()));
        Assert.StartsWith(place, error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Longest_wins_then_trust_then_order()
    {
        var set = RuleSet.Parse("r.yml", "tag: t\nrules:\n" + Rule("a", "call") + Rule("b", "call for") + Rule("c", "open call", 0.2) + Rule("d", "open call", 0.9), new WordLists());
        var matches = new List<RuleMatch>();
        set.Match(TokenList.Of("call for open call for call"), matches);
        Assert.Equal(["b", "d", "a"], matches.Select(match => match.Rule.Id));
    }

    [Fact]
    public void Examples_that_fail_say_what_was_found()
    {
        var set = RuleSet.Parse("r.yml", Head + "    match: <day> June\n    value: 06-<day>\n    finds:\n      - on <5 June> -> 06-05\n      - on <5 June> -> 06-06\n      - on <5> June\n    ignores:\n      - on 6 June\n", new WordLists());
        Assert.Equal([null, "the value is “06-05”, not “06-06”", "“a” does not find “5”; found: “5 June” (a)", "“a” should find nothing; found: “6 June” (a)"],
            set.RunExamples().Select(outcome => outcome.Failure));
    }

    private static string Rule(string id, string match, double trust = 0.5) =>
        FormattableString.Invariant($"  - id: {id}\n    why: w\n    match: {match}\n    trust: {trust}\n    finds: <x>\n    ignores: x\n");
}
