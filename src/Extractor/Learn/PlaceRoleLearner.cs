using Extract.Resolve.Places;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>Learns whether a name is a venue, a city that is mentioned, or no city of the announcement.</summary>
internal sealed class PlaceRoleLearner : ILearner
{
    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, LinearModel>> Learn(IReadOnlyList<LabelledDocument> documents)
    {
        var choice = new PlaceChoiceLearner().Learn(documents).Select(pair => pair.Value).FirstOrDefault();
        var (chooser, examples, union) = (new PlaceChooser(choice), new Examples(), new FeatureUnion(named: true));
        foreach (var document in documents)
            for (var i = 0; i < document.Gold.Announcements.Length; i++)
                Add(examples, union, chooser, document, i);
        if (LogisticTrainer.Fit(examples, l2: 8) is { } model) yield return new(PlaceResolver.RoleModel, model);
    }

    private static void Add(Examples examples, FeatureUnion union, PlaceChooser chooser, LabelledDocument document, int announcement)
    {
        var scene = PlaceScene.Of(document.Context(announcement));
        var cities = PlaceCity.Of(scene, chooser);
        for (var i = 0; i < cities.Length; i++)
        {
            var label = cities[i].Names.Select(name => PlaceGold.Find(document.Gold, announcement, name.Places, name.Folded)).FirstOrDefault(found => found is not null);
            if (label is null && cities[i].Names.Any(name => PlaceGold.IsShared(document.Gold, name.Places, name.Folded))) continue;
            cities[i].Fill(union, scene, cities);
            examples.Add(union.Features, label?.Role ?? PlaceResolver.None);
        }
    }
}
