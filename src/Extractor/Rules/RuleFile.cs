using System.Collections.Immutable;
using System.Globalization;

namespace Extract.Rules;

/// <summary>What stands in one rule file.</summary>
/// <param name="File">The file.</param>
/// <param name="Tag">What its matches are.</param>
/// <param name="With">The files beside it that it goes on from.</param>
/// <param name="Languages">The languages that its words are of, ISO 639-1; empty for those of all.</param>
/// <param name="Signals">Words that no other language has.</param>
/// <param name="Words">Its words: list, word and value.</param>
/// <param name="Cues">Words that tell what a match beside them is: label and words.</param>
/// <param name="Rules">Its rules.</param>
/// <param name="Patterns">The forms of its rules with their places.</param>
/// <param name="Finds">Texts in which any rule finds the marked words.</param>
/// <param name="Ignores">Texts in which no rule finds anything.</param>
internal sealed record RuleFileContent(string File, string Tag, IReadOnlyList<YamlText> With, ImmutableArray<string> Languages, ImmutableArray<string> Signals,
    IReadOnlyList<(string List, YamlText Word, string Value)> Words, IReadOnlyList<(YamlText Label, YamlText Word)> Cues, ImmutableArray<Rule> Rules, IReadOnlyList<YamlText> Patterns, ImmutableArray<RuleExample> Finds, ImmutableArray<RuleExample> Ignores);

/// <summary>What tells which language a rule file serves, read without compiling its rules.</summary>
/// <param name="Name">The file's name without ending.</param>
/// <param name="IsPart">Others go on from it, and it is nothing alone.</param>
/// <param name="Languages">The languages that its words are of, ISO 639-1.</param>
/// <param name="Signals">Words that no other language has.</param>
/// <param name="Words">Its months and weekdays.</param>
internal sealed record RuleFileHead(string Name, bool IsPart, ImmutableArray<string> Languages, ImmutableArray<string> Signals, ImmutableArray<string> Words);

/// <summary>Reads the form of a rule file and refuses what is not of it.</summary>
internal static class RuleFile
{
    public static RuleFileContent Read(string file, YamlNode root)
    {
        var map = YamlTree.Map(file, root, "A rule file", "tag", "part", "with", "languages", "signals", "words", "cues", "rules", "finds", "ignores");
        var tag = YamlTree.Required(file, map, "tag", "A rule file");
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var patterns = new List<YamlText>();
        foreach (var node in Items(file, map))
        {
            var rule = ReadRule(file, node, patterns);
            if (rules.Any(earlier => earlier.Id == rule.Id))
                throw new RuleFileException(file, node.Line, node.Column, $"The id “{rule.Id}” stands twice. Give this rule another.");
            rules.Add(rule);
        }
        return new(file, tag.Value, YamlTree.Texts(file, map.Find("with"), "with"), Values(file, map, "languages"), Values(file, map, "signals"), RuleWords.Read(file, map.Find("words")),
            RuleWords.Cues(file, map.Find("cues")), rules.ToImmutable(), patterns, Examples(file, map, "finds", true), Examples(file, map, "ignores", false));
    }

    /// <summary>True for a file that others go on from and that is nothing alone.</summary>
    public static bool IsPart(YamlNode root) => root is YamlMap map && map.Find("part") is YamlText { Value: "true" or "yes" };

    private static ImmutableArray<string> Values(string file, YamlMap map, string key) => [.. YamlTree.Texts(file, map.Find(key), key).Select(text => text.Value)];

    private static IReadOnlyList<YamlNode> Items(string file, YamlMap map) => map.Find("rules") is YamlItems { Nodes.Count: > 0 } items
        ? items.Nodes : throw new RuleFileException(file, map.Line, map.Column, "The file has no rules. Write “rules:” and below it “- id: …”.");

    private static Rule ReadRule(string file, YamlNode node, List<YamlText> patterns)
    {
        var map = YamlTree.Map(file, node, "A rule", "id", "why", "match", "value", "trust", "finds", "ignores");
        var id = YamlTree.Required(file, map, "id", "A rule").Value;
        var what = $"The rule “{id}”";
        var match = YamlTree.Texts(file, map.Find("match"), "match");
        if (match.Count == 0) throw new RuleFileException(file, map.Line, map.Column, $"{what} matches nothing. Write “match:” with at least one form.");
        patterns.AddRange(match);
        return new()
        {
            Id = id,
            Why = YamlTree.Required(file, map, "why", what).Value,
            Match = [.. match.Select(text => text.Value)],
            Value = map.Find("value") is { } value ? YamlTree.Text(file, value, "value").Value : null,
            Trust = Trust(file, map.Find("trust")),
            Finds = Needed(file, map, "finds", what, marked: true),
            Ignores = Needed(file, map, "ignores", what, marked: false),
            File = file,
            Line = map.Line,
        };
    }

    private static double Trust(string file, YamlNode? node)
    {
        if (node is null) return 0.7;
        var text = YamlTree.Text(file, node, "trust");
        return text.Value switch
        {
            "high" => 0.9,
            "medium" => 0.7,
            "low" => 0.4,
            _ when double.TryParse(text.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var trust) && trust is >= 0 and <= 1 => trust,
            _ => throw new RuleFileException(file, text.Line, text.Column, $"trust is high, medium, low or a number from 0 to 1, not “{text.Value}”."),
        };
    }

    private static ImmutableArray<RuleExample> Needed(string file, YamlMap map, string key, string what, bool marked) => Examples(file, map, key, marked) is { IsEmpty: false } examples
        ? examples : throw new RuleFileException(file, map.Line, map.Column, $"{what} has no “{key}”. Add a text in which it {(marked ? "finds" : "must not find")} something.");

    private static ImmutableArray<RuleExample> Examples(string file, YamlMap map, string key, bool marked) =>
        [.. YamlTree.Texts(file, map.Find(key), key).Select(text => Example(file, text, marked))];

    private static RuleExample Example(string file, YamlText text, bool marked)
    {
        if (!marked) return new(text.Value, null, text.Line);
        var arrow = text.Value.LastIndexOf(" -> ", StringComparison.Ordinal);
        var example = arrow < 0 ? new RuleExample(text.Value, null, text.Line) : new(text.Value[..arrow], text.Value[(arrow + 4)..].Trim(), text.Line);
        return MarkedText.Parse(example.Text).Span is not null ? example
            : throw new RuleFileException(file, text.Line, text.Column, "The example marks no words. Put < and > around what is to be found.");
    }
}
