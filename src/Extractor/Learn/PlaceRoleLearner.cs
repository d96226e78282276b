using Extract.Resolve.Places;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>Learns whether names are those of a city of the announcement, and whether a city is a venue or only mentioned.</summary>
internal sealed class PlaceRoleLearner : ILearner
{
    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, LinearModel>> Learn(IReadOnlyList<LabelledDocument> documents)
    {
        var choice = new PlaceChoiceLearner().Learn(documents).Select(pair => pair.Value).FirstOrDefault();
        var (chooser, cities, venues) = (new PlaceChooser(choice), new Examples(), new Examples());
        foreach (var document in documents)
            for (var i = 0; i < document.Gold.Announcements.Length; i++)
                Add(cities, venues, chooser, document, i);
        if (LogisticTrainer.Fit(cities, l2: 8) is { } city) yield return new(PlaceResolver.CityModel, city);
        if (LogisticTrainer.Fit(venues, l2: 8) is { } venue) yield return new(PlaceResolver.VenueModel, venue);
    }

    private static void Add(Examples isCity, Examples isVenue, PlaceChooser chooser, LabelledDocument document, int announcement)
    {
        var (scene, union) = (PlaceScene.Of(document.Context(announcement)), new FeatureUnion(named: true));
        var cities = PlaceCity.Of(scene, chooser);
        foreach (var city in cities)
        {
            var label = city.Names.Select(name => PlaceGold.Find(document.Gold, announcement, name.Places, name.Folded)).FirstOrDefault(found => found is not null);
            if (label is null && city.Names.Any(name => PlaceGold.IsShared(document.Gold, name.Places, name.Folded))) continue;
            city.Fill(union, scene, cities);
            isVenue.Add(union.Features, label?.Role == PlaceResolver.Venue);
            PlaceCityFeatures.Fill(union, scene, city);
            isCity.Add(union.Features, label is not null);
        }
    }
}
