using System.Collections.Frozen;

namespace Extract.Read;

/// <summary>The languages that settings may name: the codes of ISO 639-1 with their English names (<c>languages.tsv</c>).</summary>
public static class LanguageCodes
{
    /// <summary>Name by code.</summary>
    public static FrozenDictionary<string, string> Names { get; } = Load();

    /// <summary>The code that was meant by a name, or by a code in another form (<c>EN</c>, <c>en-GB</c>, <c>English</c>); null where none is near.</summary>
    public static string? Meant(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (word, code) = (text.Trim(), text.Trim().Split('-', '_')[0]);
        return Names.Keys.FirstOrDefault(known => known.Equals(code, StringComparison.OrdinalIgnoreCase))
            ?? Names.FirstOrDefault(pair => pair.Value.Equals(word, StringComparison.OrdinalIgnoreCase)).Key;
    }

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = typeof(LanguageCodes).Assembly.GetManifestResourceStream("Extract.Read.languages.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('\t')).ToFrozenDictionary(line => line[0], line => line[1], StringComparer.Ordinal);
    }
}
