using System.Globalization;

namespace Extract.Commands.Explaining;

/// <summary>The names of features as a person reads them, from <c>features.tsv</c>: <c>city-choice=9</c> is "how sure it is which city of the name is meant: 0.9 to 1".</summary>
internal static class FeatureWords
{
    private static readonly Lazy<Dictionary<string, (string Words, bool Tenths)>> Known = new(Read);

    /// <summary>True where the table has words for a feature.</summary>
    public static bool Has(string feature) => Known.Value.ContainsKey(Parts(feature).Name);

    /// <summary>A feature in words; one that the table does not know as it is called.</summary>
    public static string Of(string feature)
    {
        var (name, value) = Parts(feature);
        if (!Known.Value.TryGetValue(name, out var known)) return feature;
        return value is null ? known.Words : $"{known.Words}: {(known.Tenths ? Tenths(value) : value)}";
    }

    private static (string Name, string? Value) Parts(string feature) => feature.IndexOfAny(['=', ':']) is > 0 and var at ? (feature[..at], feature[(at + 1)..]) : (feature, null);

    private static string Tenths(string value) => int.TryParse(value, CultureInfo.InvariantCulture, out var tenth)
        ? string.Create(CultureInfo.InvariantCulture, $"{tenth / 10.0:0.#} to {(tenth + 1) / 10.0:0.#}") : value;

    private static Dictionary<string, (string, bool)> Read()
    {
        using var stream = typeof(FeatureWords).Assembly.GetManifestResourceStream("Extract.Commands.features.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('\t'))
            .ToDictionary(cells => cells[0], cells => (cells[1], cells.Length > 2), StringComparer.Ordinal);
    }
}
