using System.Collections.Immutable;
using System.Globalization;
using Extract.Fetch;
using Extract.Read;
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
        return IsNull(text) ? null : Expanded(text);
    }

    /// <summary>A whole number between two bounds, both included.</summary>
    public int Whole(int least, int most)
    {
        var expected = Messages.WholeNumber(least, most);
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
    public ImmutableArray<string> Texts() => [.. Items().Select(item => Expanded(Scalar(item, "a text")))];

    /// <summary>A list of names, each one of those given.</summary>
    public ImmutableArray<string> Among(ImmutableArray<string> names)
    {
        foreach (var item in Items())
            if (!names.Contains(file.Expand(Scalar(item, "a name"))))
                throw file.Refuse(item, Messages.UnknownName(key, Scalar(item, "a name").Value, Nearest.Hint(Scalar(item, "a name").Value, names)));
        return Texts();
    }

    /// <summary>Languages by their ISO 639-1 codes; an empty list must be written, since it takes any.</summary>
    public ImmutableArray<string> Languages()
    {
        if (node is YamlText none && IsNull(none)) throw Refuse(Messages.Expected("a list of languages, such as [en], or [] for any,"));
        foreach (var item in Items())
            if (Expanded(Scalar(item, "a language code")) is var code && !LanguageCodes.Names.ContainsKey(code)) throw file.Refuse(item, $"{key}: {Messages.NoLanguage(code, LanguageCodes.Meant(code))}");
        return Texts();
    }

    /// <summary>Hosts with their ports.</summary>
    public ImmutableArray<string> Hosts()
    {
        foreach (var item in Items())
            if (Expanded(Scalar(item, "host:port")) is var host && !(host.LastIndexOf(':') is > 0 and var colon && ushort.TryParse(host.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)))
                throw file.Refuse(item, $"{key}: {Messages.Expected("host:port", host)}");
        return Texts();
    }

    /// <summary>Headers: names with texts.</summary>
    public ImmutableSortedDictionary<string, string> Headers()
    {
        if (node is not YamlMap map) throw Refuse(Messages.Expected("a map (NAME: VALUE)"));
        var headers = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in map.Entries)
        {
            // As in HTTP: letters, digits and a few signs.
            if (name.Value.Length == 0 || !name.Value.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal))) throw file.Refuse(name, $"{key}: {Messages.Expected("the name of a header", name.Value)}");
            if (!headers.TryAdd(name.Value, Expanded(Scalar(value, "a text")))) throw file.Refuse(name, $"{key}: {Messages.HeaderTwice(name.Value)}");
        }
        return headers.ToImmutable();
    }

    /// <summary>Texts by name, each name one of those given.</summary>
    public ImmutableSortedDictionary<string, string> MapOf(ImmutableArray<string> names)
    {
        if (node is YamlText none && IsNull(none)) return ImmutableSortedDictionary<string, string>.Empty;
        if (node is not YamlMap map) throw Refuse(Messages.Expected($"a map of {string.Join(", ", names)} to names"));
        foreach (var (name, _) in map.Entries)
            if (!names.Contains(name.Value)) throw file.Refuse(name, Messages.UnknownName(key, name.Value, Nearest.Hint(name.Value, names)));
        return map.Entries.ToImmutableSortedDictionary(pair => pair.Key.Value, pair => Expanded(Scalar(pair.Value, "a name")), StringComparer.Ordinal);
    }

    /// <summary>Sources: web addresses as they are, and paths that exist.</summary>
    public ImmutableArray<string> Sources()
    {
        if (!Items().Any()) throw Refuse(Messages.Expected("at least one file, folder or web address"));
        foreach (var item in Items())
        {
            var source = Expanded(Scalar(item, "a path or an address"));
            if (source.Length == 0) throw file.Refuse(item, $"{key}: {Messages.Expected("a path or an address")}");
            if (WebClient.IsWeb(source) && !Uri.TryCreate(source, UriKind.Absolute, out _)) throw file.Refuse(item, $"{key}: {Messages.NoAddress(source)}");
            if (!SourcePaths.Exists(source, file.Folder)) throw file.Refuse(item, Globs.IsPattern(source, file.Folder) ? Messages.NothingMatches(source) : Messages.NoSuchSource(source));
        }
        return Texts();
    }

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

    // A line break or the like is in no path, name or header, and would do harm in some.
    private string Expanded(YamlText text)
    {
        var expanded = file.Expand(text);
        return expanded.Any(char.IsControl) ? throw file.Refuse(text, $"{key}: {Messages.Expected("a text of one line")}") : expanded;
    }

    private SettingsException Refuse(string why) => file.Refuse(node, $"{key}: {why}");
}
