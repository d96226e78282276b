using System.Text;
using Extract.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Extract;

/// <summary>Reads pipeline.yml. Unknown and duplicate keys, wrong types and missing files are refused with <c>file:line:column</c>.</summary>
internal sealed class SettingsFile
{
    private readonly string _name;
    private readonly Func<string, string?> _environment;
    private Secrets _secrets = Secrets.None;

    private SettingsFile(string name, Func<string, string?> environment) =>
        (_name, _environment, Folder) = (name, environment, Path.GetDirectoryName(Path.GetFullPath(name))!);

    /// <summary>The folder of the file.</summary>
    public string Folder { get; }

    /// <summary>The settings of a file; throws <see cref="SettingsException"/> with one line where it is not right.</summary>
    public static Settings Load(string path, Func<string, string?>? environment = null)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(Messages.CannotReadSettings(path, e), e);
        }
        return new SettingsFile(path, environment ?? Environment.GetEnvironmentVariable).Read(text);
    }

    /// <summary>What is wrong at a node.</summary>
    public SettingsException Refuse(YamlNode node, string what) => Refuse(node.Start, what);

    /// <summary>The text of a scalar with <c>${NAME}</c> replaced by what the environment says.</summary>
    public string Expand(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        var expanded = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf("${", at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0) return expanded.Append(text, at, text.Length - at).ToString();
            expanded.Append(text, at, open - at).Append(Variable(scalar, text[(open + 2)..close]));
            at = close + 1;
        }
        return expanded.ToString();
    }

    private string Variable(YamlScalarNode scalar, string name)
    {
        var value = _environment(name) ?? throw Refuse(scalar, Messages.NoSuchVariable(name));
        _secrets = _secrets.With(name, value);
        return value;
    }

    private Settings Read(string text)
    {
        var settings = new Settings { Folder = Folder, File = _name };
        foreach (var (section, body) in Members(Root(text), "", SettingsKeys.Sections.Select(s => s.Name)))
            foreach (var (name, value) in Members(body, section, SettingsKeys.All.Where(key => key.Section == section).Select(key => key.Name)))
            {
                var key = SettingsKeys.All.First(key => key.Section == section && key.Name == name);
                settings = key.Apply(settings, new SettingsValue(this, $"{section}: {name}", value));
            }
        return settings with { Secrets = _secrets };
    }

    private YamlNode? Root(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw Refuse(e.Start, Messages.NotYaml(e.InnerException is ArgumentException ? Messages.DuplicateKey : e.Message));
        }
        return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
    }

    /// <summary>The members of a mapping, none for an empty value; keys that are not among the names are refused.</summary>
    private IEnumerable<(string Name, YamlNode Value)> Members(YamlNode? node, string section, IEnumerable<string> names)
    {
        if (node is null or YamlScalarNode { Value: null or "" or "null" or "~" }) yield break;
        if (node is not YamlMappingNode map) throw Refuse(node, Messages.ExpectedSection(section));
        foreach (var (key, value) in map.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!names.Contains(name)) throw Refuse(key, Messages.UnknownKey(section, name, Nearest.Hint(name, names)));
            yield return (name, value);
        }
    }

    private SettingsException Refuse(Mark mark, string what) => new(_secrets.Redact(Messages.At(_name, (int)mark.Line, (int)mark.Column, what)));
}
