using System.Text;
using Extract.Fetch;
using Extract.Rules;

namespace Extract;

/// <summary>Reads pipeline.yml. Unknown and duplicate keys, wrong types and missing files are refused with <c>file:line:column</c>.</summary>
internal sealed class SettingsFile
{
    private readonly string _name;
    private readonly Func<string, string?> _environment;
    private Secrets _secrets = Secrets.None;
    private bool _isHeader;

    private SettingsFile(string name, Func<string, string?> environment) =>
        (_name, _environment, Folder) = (name, environment, Path.GetDirectoryName(Path.GetFullPath(name))!);

    /// <summary>The folder of the file.</summary>
    public string Folder { get; }

    /// <summary>The settings of a file; throws <see cref="SettingsException"/> with one line where it is not right.</summary>
    public static Settings Load(string path, Func<string, string?>? environment = null)
    {
        try
        {
            return new SettingsFile(path, environment ?? Environment.GetEnvironmentVariable).Read(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(Messages.CannotReadSettings(path, e), e);
        }
        catch (RuleFileException e)
        {
            throw new SettingsException(e.Message, e);
        }
    }

    /// <summary>What is wrong at a node, without secrets.</summary>
    public SettingsException Refuse(YamlNode node, string what) => new(_secrets.Redact(Messages.At(_name, node.Line, node.Column, what)));

    /// <summary>The text of a node with <c>${NAME}</c> replaced by what the environment says.</summary>
    public string Expand(YamlText node)
    {
        var names = new List<(string Name, string Value)>();
        var text = Expand(node, names);
        // What a path or a number takes from the environment is no secret, and would be found in half of the names.
        if (_isHeader || WebClient.IsWeb(text))
            foreach (var (name, value) in names) _secrets = _secrets.With(name, value);
        return text;
    }

    private string Expand(YamlText node, List<(string Name, string Value)> names)
    {
        var text = node.Value;
        var expanded = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf("${", at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0) return expanded.Append(text, at, text.Length - at).ToString();
            expanded.Append(text, at, open - at).Append(Variable(node, text[(open + 2)..close], names));
            at = close + 1;
        }
        return expanded.ToString();
    }

    private string Variable(YamlText node, string name, List<(string Name, string Value)> names)
    {
        if (string.IsNullOrWhiteSpace(name)) throw Refuse(node, Messages.NoVariableNamed);
        var value = _environment(name) ?? throw Refuse(node, Messages.NoSuchVariable(name));
        names.Add((name, value));
        return value;
    }

    private Settings Read(string text)
    {
        var settings = new Settings { Folder = Folder, File = _name };
        if (IsEmpty(text)) return settings;
        foreach (var (section, body) in Members(YamlTree.Parse(_name, new StringReader(text)), "", SettingsKeys.Sections.Select(s => s.Name)))
            foreach (var (name, value) in Members(body, section.Value, SettingsKeys.All.Where(key => key.Section == section.Value).Select(key => key.Name)))
            {
                var key = SettingsKeys.All.First(key => key.Section == section.Value && key.Name == name.Value);
                var path = $"{section.Value}: {name.Value}";
                _isHeader = path == "fetch: headers";
                settings = key.Apply(settings, new SettingsValue(this, path, value)) with { Places = settings.Places.SetItem(path, (value.Line, value.Column)) };
            }
        return settings with { Secrets = _secrets };
    }

    private static bool IsEmpty(string text) => text.Split('\n').All(line => line.AsSpan().Trim() is [] or ['#', ..] or ['\ufeff'] or ['-', '-', '-']);

    /// <summary>The members of a map, none for an empty value; keys that are not among the names are refused.</summary>
    private IEnumerable<KeyValuePair<YamlText, YamlNode>> Members(YamlNode node, string section, IEnumerable<string> names)
    {
        if (node is YamlText text && SettingsValue.IsNull(text)) return [];
        if (node is not YamlMap map) throw Refuse(node, Messages.ExpectedSection(section));
        foreach (var (key, _) in map.Entries)
            if (!names.Contains(key.Value)) throw Refuse(key, Messages.UnknownKey(section, key.Value, Nearest.Hint(key.Value, names)));
        return map.Entries;
    }
}
