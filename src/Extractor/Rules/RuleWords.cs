namespace Extract.Rules;

/// <summary>Reads the words of a rule file: under the name of each list its words, or its values with the words that have them.</summary>
internal static class RuleWords
{
    public static IReadOnlyList<(string List, YamlText Word, string Value)> Read(string file, YamlNode? node)
    {
        var words = new List<(string, YamlText, string)>();
        foreach (var (list, entries) in Entries(file, node, "words"))
            if (entries is YamlMap byValue)
                foreach (var (value, texts) in byValue.Entries)
                    foreach (var word in YamlTree.Texts(file, texts, value.Value)) words.Add((list.Value, word, value.Value));
            else
            {
                var texts = YamlTree.Texts(file, entries, list.Value);
                foreach (var word in texts) words.Add((list.Value, word, word.Value));
                if (texts.Count == 0) words.Add((list.Value, list, "")); // a list that other files fill
            }
        return words;
    }

    /// <summary>The cues of a rule file: under each label its words.</summary>
    public static IReadOnlyList<(YamlText Label, YamlText Word)> Cues(string file, YamlNode? node) =>
        [.. Entries(file, node, "cues").SelectMany(entry => YamlTree.Texts(file, entry.Value, entry.Key.Value).Select(word => (entry.Key, word)))];

    private static IReadOnlyList<KeyValuePair<YamlText, YamlNode>> Entries(string file, YamlNode? node, string key) => node switch
    {
        null => [],
        YamlMap map => map.Entries,
        _ => throw new RuleFileException(file, node.Line, node.Column, $"{key} has names, and below each its words. Write “name: [word, word]” lines."),
    };
}
