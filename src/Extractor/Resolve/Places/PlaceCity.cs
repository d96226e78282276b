using System.Collections.Immutable;
using Extract.Trained;

namespace Extract.Resolve.Places;

/// <summary>One city of an announcement, under all its names.</summary>
/// <param name="Place">The city.</param>
/// <param name="Certainty">The probability that the names mean this city, if any.</param>
/// <param name="Runner">The next best city, or null.</param>
/// <param name="Names">The names.</param>
/// <param name="Places">Where they stand: those in the announcement in order, then those in headings above it.</param>
internal sealed record PlaceCity(Place Place, double Certainty, Place? Runner, ImmutableArray<CityName> Names, ImmutableArray<CityPlace> Places)
{
    private static readonly Feature Population = new("population");
    private static readonly Feature Certain = new("choice-certain");
    private static readonly Feature Count = new("places");
    private static readonly Feature Cities = new("cities-in-announcement");
    private static readonly Feature Order = new("order");
    private static readonly Feature CountrySpoken = new("country-spoken-of");
    private static readonly Feature Markup = new("markup-says-so");
    private static readonly Feature Neighbours = new("other-announcements");

    /// <summary>The cities that the names of an announcement mean, in order of place.</summary>
    public static ImmutableArray<PlaceCity> Of(PlaceScene scene, PlaceChooser chooser)
    {
        var chosen = scene.Names.Select(name => (Name: name, Odds: chooser.Choose(scene, name))).ToArray();
        return [.. chosen.GroupBy(item => item.Name.Candidates[BestOf(item.Odds)].GeonameId).Select(group => Join([.. group]))];
    }

    /// <summary>Fills what speaks for its role.</summary>
    public void Fill(FeatureUnion features, PlaceScene scene, int order, int cities)
    {
        features.Clear();
        foreach (var place in Places) PlaceRoleFeatures.Add(features, scene, place, Place);
        var vector = features.Features;
        vector.AddCount(Population, (int)Math.Log10(Place.Population + 1), 7);
        vector.AddBinned(Certain, Certainty);
        vector.AddCount(Count, Places.Length, 3);
        vector.AddCount(Cities, cities, 4);
        vector.AddCount(Order, order, 2);
        vector.Add(CountrySpoken, scene.Countries.ContainsKey(Place.Country) ? "here" : scene.DocumentCountries.ContainsKey(Place.Country) ? "document" : scene.DocumentCountries.Count > 0 ? "others" : "none");
        if (scene.IsInMarkup(Names)) vector.Add(Markup);
        vector.AddCount(Neighbours, scene.ElsewhereInDocument(Places), 1);
    }

    private static PlaceCity Join((CityName Name, double[] Odds)[] items)
    {
        var (name, odds) = items[0];
        var best = BestOf(odds);
        var second = Enumerable.Range(0, odds.Length).Where(i => i != best).OrderByDescending(i => odds[i]).Select(i => name.Candidates[i]).FirstOrDefault();
        var places = items.SelectMany(item => item.Name.Places).OrderBy(place => place.Inherited).ThenBy(place => place.Mention.Span);
        return new(name.Candidates[best], items.Max(item => item.Odds[BestOf(item.Odds)]), second, [.. items.Select(item => item.Name)], [.. places]);
    }

    private static int BestOf(double[] odds) => Array.IndexOf(odds, odds.Max());
}
