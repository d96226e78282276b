using System.Text;

namespace Extract;

/// <summary>Writes a commented pipeline.yml: every key with its default and what it does.</summary>
internal static class SettingsText
{
    private const int Width = 110;

    /// <summary>A pipeline file with the given sources, each with a remark or none.</summary>
    public static string Of(IEnumerable<(string Source, string Remark)> sources)
    {
        var text = new StringBuilder();
        Comment(text, "", "What “extract” does here: one section a stage, in the order of the path. Every key may be left out; it then has the value that “extract init” writes. " +
            "${NAME} takes a value from the environment: passwords and tokens belong there. “extract check” says whether the file is right.");
        foreach (var (section, about) in SettingsKeys.Sections)
        {
            text.Append('\n');
            Comment(text, "", about);
            text.Append(section).Append(":\n");
            foreach (var key in SettingsKeys.All.Where(key => key.Section == section)) Write(text, key, sources);
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, SettingsKey key, IEnumerable<(string Source, string Remark)> sources)
    {
        Comment(text, "  ", key.Explains);
        if (key is not { Section: "fetch", Name: "sources" })
        {
            text.Append("  ").Append(key.Name).Append(": ").Append(key.Default).Append('\n');
            return;
        }
        text.Append("  sources:\n");
        foreach (var (source, remark) in sources) text.Append("    - ").Append(Quoted(source)).Append(remark.Length > 0 ? "   # " + remark : "").Append('\n');
    }

    // Single quotes take anything as it stands; plain names stay plain. A $ is quoted by nobody: ${…} is ours.
    private static string Quoted(string source) =>
        source.All(c => char.IsLetterOrDigit(c) || c is '/' or '.' or '_' or '-') && source[0] is not '-' ? source : $"'{source.Replace("'", "''", StringComparison.Ordinal)}'";

    private static void Comment(StringBuilder text, string indent, string words)
    {
        var line = indent + "#";
        foreach (var word in words.Split(' '))
        {
            if (line.Length + 1 + word.Length > Width)
            {
                text.Append(line).Append('\n');
                line = indent + "#";
            }
            line += " " + word;
        }
        text.Append(line).Append('\n');
    }
}
