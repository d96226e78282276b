using System.Collections.Immutable;
using System.Globalization;

namespace Extract.Rules;

/// <summary>Reads the form of a rule file and refuses what is not of it.</summary>
internal static class RuleFile
{
    public static (string Tag, ImmutableArray<Rule> Rules, IReadOnlyList<YamlText> Patterns) Read(string file, YamlNode root)
    {
        var map = YamlTree.Map(file, root, "A rule file", "tag", "rules");
        var tag = Required(file, map, "tag", "A rule file");
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var patterns = new List<YamlText>();
        foreach (var node in Items(file, map))
        {
            var rule = ReadRule(file, node, patterns);
            if (rules.Any(earlier => earlier.Id == rule.Id))
                throw new RuleFileException(file, node.Line, node.Column, $"The id “{rule.Id}” stands twice. Give this rule another.");
            rules.Add(rule);
        }
        return (tag.Value, rules.ToImmutable(), patterns);
    }

    private static IReadOnlyList<YamlNode> Items(string file, YamlMap map) => map.Find("rules") is YamlItems { Nodes.Count: > 0 } items
        ? items.Nodes : throw new RuleFileException(file, map.Line, map.Column, "The file has no rules. Write “rules:” and below it “- id: …”.");

    private static Rule ReadRule(string file, YamlNode node, List<YamlText> patterns)
    {
        var map = YamlTree.Map(file, node, "A rule", "id", "why", "match", "value", "trust", "finds", "ignores");
        var id = Required(file, map, "id", "A rule").Value;
        var what = $"The rule “{id}”";
        var match = YamlTree.Texts(file, map.Find("match"), "match");
        if (match.Count == 0) throw new RuleFileException(file, map.Line, map.Column, $"{what} matches nothing. Write “match:” with at least one form.");
        patterns.AddRange(match);
        return new()
        {
            Id = id,
            Why = Required(file, map, "why", what).Value,
            Match = [.. match.Select(text => text.Value)],
            Value = map.Find("value") is { } value ? YamlTree.Text(file, value, "value").Value : null,
            Trust = Trust(file, map.Find("trust")),
            Finds = Examples(file, map, "finds", what, marked: true),
            Ignores = Examples(file, map, "ignores", what, marked: false),
            Line = map.Line,
        };
    }

    private static YamlText Required(string file, YamlMap map, string key, string what) => map.Find(key) is { } node
        ? YamlTree.Text(file, node, key) : throw new RuleFileException(file, map.Line, map.Column, $"{what} has no “{key}”. Add it.");

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

    private static ImmutableArray<RuleExample> Examples(string file, YamlMap map, string key, string what, bool marked)
    {
        var texts = YamlTree.Texts(file, map.Find(key), key);
        if (texts.Count == 0)
            throw new RuleFileException(file, map.Line, map.Column, $"{what} has no “{key}”. Add a text in which it {(marked ? "finds" : "must not find")} something.");
        return [.. texts.Select(text => Example(file, text, marked))];
    }

    private static RuleExample Example(string file, YamlText text, bool marked)
    {
        if (!marked) return new(text.Value, null, text.Line);
        var arrow = text.Value.LastIndexOf(" -> ", StringComparison.Ordinal);
        var example = arrow < 0 ? new RuleExample(text.Value, null, text.Line) : new(text.Value[..arrow], text.Value[(arrow + 4)..].Trim(), text.Line);
        return MarkedText.Parse(example.Text).Span is not null ? example
            : throw new RuleFileException(file, text.Line, text.Column, "The example marks no words. Put < and > around what is to be found.");
    }
}
