using System.Collections.Immutable;
using Extract.Rules;

namespace Extract.Tag.Organizations;

/// <summary>Reads organizations from a list in YAML: each a map of the same keys as the columns of a table, or a bare name.</summary>
internal static class OwnRowsOfYaml
{
    private const string What = "An organization";

    /// <summary>The rows; throws <see cref="RuleFileException"/> where a line is wrong.</summary>
    public static IEnumerable<OwnRow> Read(string path, string text)
    {
        var whole = YamlTree.Parse(path, new StringReader(text));
        if (whole is not YamlItems list) throw new RuleFileException(path, whole.Line, whole.Column, OwnOrganizationsFaults.NoList);
        foreach (var node in list.Nodes) yield return node is YamlText name ? new(name.Line, name.Column, name.Value.Trim(), [], [], null, "") : Row(path, YamlTree.Map(path, node, What, OwnRow.Keys));
    }

    private static OwnRow Row(string path, YamlMap map)
    {
        return new(map.Line, map.Column, One("name", null), Several("acronym", "acronyms"), Several("aliases", "alias"), One("id", null) is { Length: > 0 } id ? id : null, One("type", null));

        YamlNode? Find(string key, string? other)
        {
            var (first, second) = (map.Find(key), other is null ? null : map.Find(other));
            if (first is not null && second is not null) throw new RuleFileException(path, second.Line, second.Column, OwnOrganizationsFaults.ColumnTwice(key));
            return first ?? second;
        }

        string One(string key, string? other) => Find(key, other) is { } node && YamlTree.Text(path, node, key) is { Value: not ("null" or "~") and var text } ? text.Trim() : "";

        ImmutableArray<string> Several(string key, string other) =>
            [.. YamlTree.Texts(path, Find(key, other), key).Select(text => text.Value.Trim()).Where(text => text is not ("" or "null" or "~"))];
    }
}
