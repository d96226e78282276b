using System.Globalization;
using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Places;

/// <summary>What speaks for and against each city that a name may mean.</summary>
internal static class PlaceChoiceFeatures
{
    private static readonly Feature RuleOdds = new("rule-odds");
    private static readonly Feature RuleFirst = new("rule-first");
    private static readonly Feature Rank = new("rank");
    private static readonly Feature Population = new("population");
    private static readonly Feature Share = new("share-of-population");
    private static readonly Feature OwnName = new("own-name");
    private static readonly Feature RegionBeside = new("region-beside");
    private static readonly Feature CountryBeside = new("country-beside");
    private static readonly Feature OtherBeside = new("other-land-beside");
    private static readonly Feature RegionSpoken = new("region-spoken-of");
    private static readonly Feature CountrySpoken = new("country-spoken-of");
    private static readonly Feature CountryShare = new("country-share");
    private static readonly Feature OtherSpoken = new("only-other-countries-spoken-of");
    private static readonly Feature Behind = new("smaller-than-the-largest");
    private static readonly Feature RegionShare = new("region-share");
    private static readonly Feature Near = new("near"), Nearest = new("nearest"), Region = new("region"), RegionMost = new("region-most"), Country = new("country"), CountryMost = new("country-most");
    private static readonly Feature Source = new("source-country");
    private static readonly Feature Seat = new("seat");

    /// <summary>Fills the features of one candidate of a name.</summary>
    public static void Fill(FeatureVector features, PlaceScene scene, CityName name, int candidate, double[] byRule)
    {
        features.Clear();
        var place = name.Candidates[candidate];
        features.Add(RuleOdds, (float)PlaceRules.Odds(byRule[candidate]));
        features.Add(RuleFirst, byRule[candidate] == byRule.Max() ? "yes" : "no");
        features.Add(Rank, candidate == 0 ? "first" : "later");
        features.AddCount(Population, (int)Math.Log10(place.Population + 1), 7);
        features.Add(Share, (float)(place.Population / Math.Max(1.0, name.Inhabitants)));
        if (Folding.Fold(place.Name) == name.Folded) features.Add(OwnName);
        FillBeside(features, name, place);
        FillSpoken(features, scene, place);
        FillNeighbours(features, scene, name, candidate);
        features.Add(Behind, (float)Math.Log10((name.Largest + 100.0) / (place.Population + 100.0)));
        if (scene.SourceCountry is { Length: > 0 } source) features.Add(Source, source == place.Country ? "its-own" : "another");
        if (scene.Seats.Contains(place.Country)) features.Add(Seat, "country");
        if (place.GeonameId is { } id && scene.Seats.Contains(id.ToString(CultureInfo.InvariantCulture))) features.Add(Seat, "city");
    }

    private static void FillBeside(FeatureVector features, CityName name, Place place)
    {
        var lands = name.Beside;
        if (lands.IsEmpty) return;
        var region = lands.Any(land => land.Region is not null && land.Region == place.Region && land.Country == place.Country);
        var country = lands.Any(land => land.Region is null && land.Country == place.Country);
        if (region) features.Add(RegionBeside);
        if (country) features.Add(CountryBeside);
        if (!region && !country) features.Add(OtherBeside);
    }

    private static void FillSpoken(FeatureVector features, PlaceScene scene, Place place)
    {
        if (place.Region is not null && scene.Regions.TryGetValue($"{place.Country} {place.Region}", out var spoken))
        {
            features.Add(RegionSpoken);
            features.Add(RegionShare, (float)(spoken / (double)scene.Regions.Values.Sum()));
        }
        var here = scene.Countries.GetValueOrDefault(place.Country);
        var there = scene.DocumentCountries.GetValueOrDefault(place.Country);
        if (here > 0) features.Add(CountrySpoken, "here");
        else if (there > 0) features.Add(CountrySpoken, "document");
        else if (scene.DocumentCountries.Count > 0) features.Add(OtherSpoken);
        if (here > 0) features.Add(CountryShare, (float)(here / (double)scene.Countries.Values.Sum()));
    }

    // Other places lie together: by how many of them, and whether no other candidate has as many.
    private static void FillNeighbours(FeatureVector features, PlaceScene scene, CityName name, int candidate)
    {
        var all = scene.Neighbours.Of(name);
        var (near, region, country) = all[candidate];
        var (mostNear, mostRegion, mostCountry) = (0.0, 0.0, 0.0);
        for (var i = 0; i < all.Length; i++)
        {
            if (i == candidate) continue;
            (mostNear, mostRegion, mostCountry) = (Math.Max(mostNear, all[i].Near), Math.Max(mostRegion, all[i].Region), Math.Max(mostCountry, all[i].Country));
        }
        Fill(features, Near, Nearest, near, mostNear);
        Fill(features, Region, RegionMost, region, mostRegion);
        Fill(features, Country, CountryMost, country, mostCountry);
    }

    private static void Fill(FeatureVector features, Feature amount, Feature most, double value, double ofOthers)
    {
        features.Add(amount, (float)Math.Log(1 + (10 * value)) * 0.5f);
        if (Math.Max(value, ofOthers) < 0.1) return;
        features.Add(most, value > ofOthers * 2 ? "by-far" : value > ofOthers ? "yes" : value * 2 < ofOthers ? "far-from-it" : "no");
    }

    /// <summary>The distance of two places on a sphere.</summary>
    public static double Kilometres(Place a, Place b)
    {
        var (x, y) = (double.DegreesToRadians(a.Latitude), double.DegreesToRadians(b.Latitude));
        var h = (1 - Math.Cos(y - x) + (Math.Cos(x) * Math.Cos(y) * (1 - Math.Cos(double.DegreesToRadians(b.Longitude - a.Longitude))))) / 2;
        return 12742 * Math.Asin(Math.Sqrt(Math.Clamp(h, 0, 1)));
    }
}
