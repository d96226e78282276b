using System.Collections.Immutable;
using System.Globalization;
using Extract.Rules;

namespace Extract;

/// <summary>A value of pipeline.yml on its way to its type; whatever does not fit is refused with its place.</summary>
internal sealed class SettingsValue(SettingsFile file, string key, YamlNode node)
{
    /// <summary>A text that is not empty.</summary>
    public string Text() => TextOrNull() is { Length: > 0 } text ? text : throw Refuse(Messages.Expected("a text"));

    /// <summary>A text, or null where the file says <c>null</c>, <c>~</c> or nothing.</summary>
    public string? TextOrNull()
    {
        var text = Scalar(node, "a text");
        return IsNull(text) ? null : file.Expand(text);
    }

    /// <summary>A whole number between two bounds, both included.</summary>
    public int Whole(int least, int most)
    {
        var expected = string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");
        var text = file.Expand(Scalar(node, expected)).Replace("_", "", StringComparison.Ordinal);
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number : throw Refuse(Messages.Expected(expected, text));
    }

    /// <summary>A number between two bounds, both included.</summary>
    public double Real(double least, double most)
    {
        var expected = string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}");
        var text = file.Expand(Scalar(node, expected));
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number : throw Refuse(Messages.Expected(expected, text));
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag() => file.Expand(Scalar(node, "true or false")) switch
    {
        "true" => true,
        "false" => false,
        var text => throw Refuse(Messages.Expected("true or false", text)),
    };

    /// <summary>A list of texts, or one.</summary>
    public ImmutableArray<string> Texts() => [.. Items().Select(item => file.Expand(Scalar(item, "a text")))];

    /// <summary>A list of names, each one of those given.</summary>
    public ImmutableArray<string> Among(ImmutableArray<string> names)
    {
        foreach (var item in Items())
            if (!names.Contains(file.Expand(Scalar(item, "a name"))))
                throw file.Refuse(item, Messages.UnknownName(key, Scalar(item, "a name").Value, Nearest.Hint(Scalar(item, "a name").Value, names)));
        return Texts();
    }

    /// <summary>Names with texts.</summary>
    public ImmutableSortedDictionary<string, string> Map()
    {
        if (node is not YamlMap map) throw Refuse(Messages.Expected("names with values, NAME: VALUE"));
        return map.Entries.ToImmutableSortedDictionary(pair => pair.Key.Value, pair => file.Expand(Scalar(pair.Value, "a text")), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Sources: web addresses as they are, and paths that exist.</summary>
    public ImmutableArray<string> Sources()
    {
        foreach (var item in Items())
        {
            var source = file.Expand(Scalar(item, "a path or an address"));
            var path = Path.GetFullPath(source, file.Folder);
            if (!IsWeb(source) && !File.Exists(path) && !Directory.Exists(path)) throw file.Refuse(item, Messages.NoSuchSource(source));
        }
        return Texts();
    }

    /// <summary>True for a web address.</summary>
    public static bool IsWeb(string source) =>
        source.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for what YAML takes for nothing.</summary>
    public static bool IsNull(YamlText text) => text.Value is "" or "null" or "~";

    private IEnumerable<YamlNode> Items() => node switch
    {
        YamlItems list => list.Nodes,
        YamlText text when IsNull(text) => [],
        _ => [node],
    };

    private YamlText Scalar(YamlNode value, string expected) =>
        value as YamlText ?? throw file.Refuse(value, $"{key}: {Messages.Expected(expected)}");

    private SettingsException Refuse(string why) => file.Refuse(node, $"{key}: {why}");
}
