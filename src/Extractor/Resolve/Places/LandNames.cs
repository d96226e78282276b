using System.Collections.Immutable;
using Extract.Tag.Places;
using Extract.Text;

namespace Extract.Resolve.Places;

/// <summary>Where a name that is a city's and a country's or region's too means the country or region, or a place that the gazetteer does not have.</summary>
internal static class LandNames
{
    private const int LargerThanItsRegion = 100_000;
    private const int LargerThanAnyRegion = 500_000;

    /// <summary>
    /// True for a region. "California" is a town in Maryland too; it is meant where Maryland stands beside it. "New York" lies in New York, and Delaware, Ohio,
    /// may be lost. "Montana" is no town of the region of that name in Bulgaria, unless Bulgaria is spoken of.
    /// </summary>
    public static bool IsRegion(PlaceScene scene, Mention mention, ImmutableArray<Place> beside)
    {
        var cities = ((PlaceValue)mention.Value!).Candidates;
        var regions = scene.LandsOf(mention).Where(land => land.Kind == MentionKind.Region).Select(land => land.Land).ToArray();
        if (regions.Length == 0) return false;
        if (cities.Any(city => beside.Any(land => IsIn(city, land)))) return false;
        if (beside.Length > 0 && regions.Any(region => beside.Any(land => land.Country == region.Country))) return !cities.Any(city => regions.Any(region => IsIn(city, region)));
        var known = regions.Where(region => IsSpokenOf(scene, region)).ToArray();
        if (known.Length == 0 && cities[0].Population < LargerThanItsRegion && regions.Any(region => !cities.Any(city => IsIn(city, region)))) return true;
        if (cities.Any(city => (known.Length > 0 ? known : regions).Any(region => IsIn(city, region)))) return false;
        return cities[0].Population < (scene.DocumentCountries.ContainsKey(cities[0].Country) ? LargerThanItsRegion : LargerThanAnyRegion);
    }

    // Beside this very name, which speaks of its region's country itself.
    private static bool IsSpokenOf(PlaceScene scene, Place region) =>
        scene.DocumentCountries.GetValueOrDefault(region.Country) > scene.Regions.GetValueOrDefault($"{region.Country} {region.Name}");

    /// <summary>True where the country right after the name has no city of it: "Cornwall, United Kingdom" is not the one in Canada. A list of countries says nothing.</summary>
    public static bool LiesElsewhere(TokenList tokens, Mention mention, int last, IEnumerable<(Mention Land, Place Place)> after)
    {
        var cities = ((PlaceValue)mention.Value!).Candidates;
        var lands = after.ToArray();
        if (cities.Length >= PlaceTagger.MostCandidates || cities[0].Population >= LargerThanAnyRegion || lands.Length == 0 || lands.Any(land => land.Land.Kind != MentionKind.Country || land.Land.Evidence.By != PlaceTagger.Land)) return false;
        if (last + 2 >= tokens.Count || tokens.Text[tokens[last + 1].Start] != ',' || tokens[last + 2].Start != lands[0].Land.Span.Start) return false;
        return !cities.Any(city => lands.Any(land => land.Place.Country == city.Country));
    }

    /// <summary>True inside a list of countries or regions: "Thailand, Singapore and Brunei", "in Pennsylvania and New York".</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="first">The first token of the name.</param>
    /// <param name="last">The last one.</param>
    /// <param name="endsLand">True where the name of a land, and of no city, ends at an offset.</param>
    /// <param name="startsLand">True where one begins.</param>
    public static bool IsAmongLands(TokenList tokens, int first, int last, Func<int, bool> endsLand, Func<int, bool> startsLand)
    {
        var (before, after) = (first - 1, last + 1);
        while (before >= Math.Max(0, first - 2) && Joins(tokens, before)) before--;
        while (after < Math.Min(tokens.Count, last + 3) && Joins(tokens, after)) after++;
        var isBefore = before >= 0 && before < first - 1 && endsLand(tokens[before].End);
        var isAfter = after < tokens.Count && after > last + 1 && startsLand(tokens[after].Start);
        return isBefore || (isAfter && tokens.Chars(last + 1) is not ",") || (isAfter && IsListed(tokens, after));
    }

    // "Singapore, Brunei and Laos" goes on; "Vienna, Austria" does not.
    private static bool IsListed(TokenList tokens, int at)
    {
        for (var i = at + 1; i < Math.Min(tokens.Count, at + 4) && !tokens[i].Is(TokenTraits.SentenceStart); i++)
            if (tokens.Chars(i) is "and" or "or" or "&") return true;
        return false;
    }

    private static bool Joins(TokenList tokens, int at) => !tokens[at].Is(TokenTraits.LineStart) && tokens.Chars(at) is "," or "and" or "or" or "&" or "to";

    private static bool IsIn(Place city, Place land) => city.Country == land.Country && (land.Region is null || land.Region == city.Region);
}
