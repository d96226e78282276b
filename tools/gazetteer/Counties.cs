using System.Globalization;
using System.Text.Json;

namespace Extract.Tools.Gazetteer;

/// <summary>
/// Writes <c>counties.tsv</c>: the counties of the United States, each where its inhabitants are on average. Names come from the Census Bureau's map, places from the
/// cities of GeoNames, joined by the codes of the counties.
/// </summary>
internal static class Counties
{
    /// <summary>Writes the list; a line to print.</summary>
    public static string Write(Sources sources, string map, string folder)
    {
        using var atlas = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(map, "counties-10m.json")));
        var objects = atlas.RootElement.GetProperty("objects");
        var states = Names(objects.GetProperty("states")).ToDictionary(state => state.Id, state => state.Name);
        var regions = sources.Regions().Where(region => region.Code.StartsWith("US.", StringComparison.Ordinal)).ToDictionary(region => region.Name, region => region.Code[3..]);
        var middles = sources.CountiesOfCities().GroupBy(city => city.County).ToDictionary(group => group.Key, group => Middle([.. group]));
        var lines = from county in Names(objects.GetProperty("counties"))
                    let state = states[county.Id[..2]]
                    where regions.ContainsKey(state) && middles.ContainsKey($"{regions[state]}.{county.Id[2..]}")
                    let middle = middles[$"{regions[state]}.{county.Id[2..]}"]
                    select string.Create(CultureInfo.InvariantCulture, $"{county.Name}\tUS\t{state}\t{middle.Latitude:0.00}\t{middle.Longitude:0.00}");
        string[] sorted = [.. lines.Distinct().Order(StringComparer.Ordinal)];
        File.WriteAllText(Path.Combine(folder, "counties.tsv"), "# Counties of the United States: name, country, region, and where its inhabitants are on average. Made by tools/gazetteer.\n" + string.Concat(sorted.Select(line => line + "\n")));
        return $"{sorted.Length} counties in {folder}";
    }

    private static IEnumerable<(string Id, string Name)> Names(JsonElement layer) =>
        from one in layer.GetProperty("geometries").EnumerateArray()
        where one.TryGetProperty("id", out _)
        select (one.GetProperty("id").GetString()!, one.GetProperty("properties").GetProperty("name").GetString()!);

    private static (double Latitude, double Longitude) Middle((string County, double Latitude, double Longitude, int Population)[] cities)
    {
        var all = cities.Sum(city => city.Population + 1.0);
        return (cities.Sum(city => city.Latitude * (city.Population + 1)) / all, cities.Sum(city => city.Longitude * (city.Population + 1)) / all);
    }
}
