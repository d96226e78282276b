using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Extract.Rules;

/// <summary>A node of a YAML file with its place; lines and columns count from 1.</summary>
public abstract record YamlNode(int Line, int Column);

/// <summary>A single value.</summary>
public sealed record YamlText(string Value, int Line, int Column) : YamlNode(Line, Column);

/// <summary>A list of nodes.</summary>
public sealed record YamlItems(IReadOnlyList<YamlNode> Nodes, int Line, int Column) : YamlNode(Line, Column);

/// <summary>Keys with nodes, in the file's order; no key stands twice.</summary>
public sealed record YamlMap(IReadOnlyList<KeyValuePair<YamlText, YamlNode>> Entries, int Line, int Column) : YamlNode(Line, Column)
{
    /// <summary>The node of a key, or null.</summary>
    public YamlNode? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Value == key).Value;
}

/// <summary>
/// Reads YAML into nodes with their places. Every error is a <see cref="RuleFileException"/> with file, line and column; YAML's own traps say which
/// quotes are missing.
/// </summary>
public sealed class YamlTree
{
    private readonly string _file;
    private readonly Parser _parser;

    private YamlTree(string file, TextReader text) => (_file, _parser) = (file, new Parser(text));

    /// <summary>The whole file as one node.</summary>
    public static YamlNode Load(string path)
    {
        using var reader = new StreamReader(path);
        return Parse(path, reader);
    }

    /// <summary>The whole text as one node; <paramref name="file"/> names it in errors.</summary>
    public static YamlNode Parse(string file, TextReader text)
    {
        var whole = text.ReadToEnd();
        if (Broken(whole) is { } broken) throw new RuleFileException(file, broken.Line, broken.Column, "The file is not UTF-8 here. Save it as UTF-8.");
        var tree = new YamlTree(file, new StringReader(whole));
        try
        {
            tree._parser.Consume<StreamStart>();
            if (!tree._parser.TryConsume<DocumentStart>(out _)) throw new RuleFileException(file, 1, 1, "The file is empty. Write “tag:” and “rules:”.");
            var node = tree.Node();
            tree._parser.Consume<DocumentEnd>();
            if (tree._parser.TryConsume<DocumentStart>(out var second)) throw new RuleFileException(file, (int)second.Start.Line, (int)second.Start.Column, "A second document begins here. Keep one, and take the “---” out.");
            return node;
        }
        catch (YamlException) when (Tab(whole) is { } tab)
        {
            throw new RuleFileException(file, tab.Line, tab.Column, "YAML takes no tab at the beginning of a line. Write blanks.");
        }
        catch (YamlException e)
        {
            throw new RuleFileException(file, (int)e.Start.Line, (int)e.Start.Column,
                $"YAML cannot be read here ({e.Message.TrimEnd('.')}). A value that holds “: ” or “ #”, or begins with one of {{ [ * & ! % @ ` | >, must stand in quotes.");
        }
    }

    // The first tab among the blanks that a line begins with.
    private static (int Line, int Column)? Tab(string text) => Place(text, (line, at) => line[at] == '\t' && line[..at].AsSpan().TrimStart(' ').IsEmpty);

    // What decoding puts in the place of broken bytes.
    private static (int Line, int Column)? Broken(string text) => text.Contains('\ufffd', StringComparison.Ordinal) ? Place(text, (line, at) => line[at] == '\ufffd') : null;

    private static (int Line, int Column)? Place(string text, Func<string, int, bool> isThere)
    {
        foreach (var (number, line) in text.Split('\n').Index())
            for (var at = 0; at < line.Length; at++)
                if (isThere(line, at)) return (number + 1, at + 1);
        return null;
    }

    /// <summary>The node as a text; a map or list where a text is meant is the usual trap of an unquoted value.</summary>
    public static YamlText Text(string file, YamlNode node, string what) => node as YamlText ?? throw new RuleFileException(file, node.Line, node.Column,
        $"{what} is one text. {(node is YamlMap ? "It holds “: ” or begins with “{”" : "It begins with “[” or “-”")}: put it in quotes.");

    /// <summary>The node as a map whose keys are all among the valid ones.</summary>
    public static YamlMap Map(string file, YamlNode node, string what, params string[] valid)
    {
        if (node is not YamlMap map) throw new RuleFileException(file, node.Line, node.Column, $"{what} has keys ({string.Join(", ", valid)}). Write “key: value” lines.");
        foreach (var (key, _) in map.Entries)
            if (!valid.Contains(key.Value)) throw new RuleFileException(file, key.Line, key.Column, $"{what} has no key “{key.Value}”. {Nearest.Hint(key.Value, valid)}");
        return map;
    }

    /// <summary>The text of a key that must be there.</summary>
    public static YamlText Required(string file, YamlMap map, string key, string what) => map.Find(key) is { } node
        ? Text(file, node, key) : throw new RuleFileException(file, map.Line, map.Column, $"{what} has no “{key}”. Add it.");

    /// <summary>The texts of a list, or the one text that stands in its place; none where the node is null.</summary>
    public static IReadOnlyList<YamlText> Texts(string file, YamlNode? node, string what) => node switch
    {
        null => [],
        YamlItems items => [.. items.Nodes.Select(item => Text(file, item, "Each of " + what))],
        _ => [Text(file, node, what)],
    };

    private YamlNode Node()
    {
        var at = _parser.Current?.Start ?? Mark.Empty;
        var (line, column) = ((int)at.Line, (int)at.Column);
        if (_parser.TryConsume<Scalar>(out var scalar)) return new YamlText(scalar.Value, line, column);
        if (_parser.TryConsume<SequenceStart>(out _)) return new YamlItems(Items(), line, column);
        if (_parser.TryConsume<MappingStart>(out _)) return new YamlMap(Entries(), line, column);
        throw new RuleFileException(_file, line, column, "YAML's anchors and aliases are not used here. Put a value that begins with * or & in quotes.");
    }

    private List<YamlNode> Items()
    {
        var nodes = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _)) nodes.Add(Node());
        return nodes;
    }

    private List<KeyValuePair<YamlText, YamlNode>> Entries()
    {
        var entries = new List<KeyValuePair<YamlText, YamlNode>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Text(_file, Node(), "A key");
            if (!seen.Add(key.Value)) throw new RuleFileException(_file, key.Line, key.Column, $"The key “{key.Value}” stands twice. Keep one of them.");
            entries.Add(new(key, Node()));
        }
        return entries;
    }
}
