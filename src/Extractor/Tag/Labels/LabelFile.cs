using System.Collections.Immutable;
using Extract.Rules;

namespace Extract.Tag.Labels;

/// <summary>Reads the form of a label file (<c>topics.yml</c>, <c>event-types.yml</c>, <c>status.yml</c>) and refuses what is not of it.</summary>
internal static class LabelFile
{
    private static readonly string[] Lists = ["topics", "types", "cues"];

    /// <summary>A phrase with its place and what it weighs for which entry.</summary>
    public readonly record struct Phrase(YamlText Text, int Label, double Weight);

    public static (MentionKind Kind, ImmutableArray<LabelRule> Rules, IReadOnlyList<Phrase> Phrases) Read(string file, YamlNode root)
    {
        var map = YamlTree.Map(file, root, "A label file", ["tag", .. Lists]);
        var kind = Kind(file, map);
        var items = Lists.Select(map.Find).OfType<YamlItems>().FirstOrDefault()
            ?? throw new RuleFileException(file, map.Line, map.Column, "The file has no labels. Write “topics:” and below it “- label: …”.");
        var rules = ImmutableArray.CreateBuilder<LabelRule>();
        var phrases = new List<Phrase>();
        foreach (var node in items.Nodes)
        {
            var rule = ReadRule(file, node, rules.Count, phrases);
            if (rules.Any(earlier => earlier.Label == rule.Label))
                throw new RuleFileException(file, node.Line, node.Column, $"The label “{rule.Label}” stands twice. Keep one of the entries.");
            rules.Add(rule);
        }
        return (kind, rules.ToImmutable(), phrases);
    }

    private static MentionKind Kind(string file, YamlMap map)
    {
        var tag = YamlTree.Required(file, map, "tag", "A label file");
        return tag.Value switch
        {
            "topic" => MentionKind.Topic,
            "event-type" => MentionKind.EventType,
            "cue" => MentionKind.Cue,
            _ => throw new RuleFileException(file, tag.Line, tag.Column, $"tag is topic, event-type or cue, not “{tag.Value}”."),
        };
    }

    private static LabelRule ReadRule(string file, YamlNode node, int label, List<Phrase> phrases)
    {
        var map = YamlTree.Map(file, node, "An entry", "label", "covers", "for", "hints", "against", "finds", "ignores", "examples");
        var name = YamlTree.Required(file, map, "label", "An entry").Value;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        ImmutableArray<string> Read(string key, double weight) => Phrases(file, map, key, weight, label, seen, phrases);
        var rule = new LabelRule
        {
            Label = name,
            Covers = YamlTree.Required(file, map, "covers", $"The entry “{name}”").Value,
            For = Read("for", LabelRules.Strong),
            Hints = Read("hints", LabelRules.Weak),
            Against = Read("against", LabelRules.Never),
            Finds = Examples(file, map, "finds"),
            Ignores = Examples(file, map, "ignores"),
            Examples = [.. YamlTree.Texts(file, map.Find("examples"), "examples").Select(text => text.Value)],
            Line = map.Line,
        };
        if (rule.For.Length > 0 && (rule.Finds.IsEmpty || rule.Ignores.IsEmpty))
            throw new RuleFileException(file, map.Line, map.Column, $"The entry “{name}” needs an example under “finds” and one under “ignores”. Add them.");
        return rule;
    }

    private static ImmutableArray<string> Phrases(
        string file, YamlMap map, string key, double weight, int label, HashSet<string> seen, List<Phrase> phrases)
    {
        var texts = YamlTree.Texts(file, map.Find(key), key);
        foreach (var text in texts)
        {
            if (!seen.Add(text.Value)) throw new RuleFileException(file, text.Line, text.Column, $"“{text.Value}” stands twice in this entry. Keep one of them.");
            phrases.Add(new(text, label, weight));
        }
        return [.. texts.Select(text => text.Value)];
    }

    private static ImmutableArray<RuleExample> Examples(string file, YamlMap map, string key) =>
        [.. YamlTree.Texts(file, map.Find(key), key).Select(text => new RuleExample(text.Value, null, text.Line))];
}
