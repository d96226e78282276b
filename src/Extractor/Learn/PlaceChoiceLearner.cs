using Extract.Resolve.Places;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>
/// Learns which city a name means. Gold says name and country only: of several cities of a name in the right country, the one whose region stands
/// beside the name is right, else the most populous.
/// </summary>
internal sealed class PlaceChoiceLearner : ILearner
{
    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, LinearModel>> Learn(IReadOnlyList<LabelledDocument> documents)
    {
        var (examples, features) = (new Examples(), new FeatureVector(named: true));
        foreach (var document in documents)
            for (var i = 0; i < document.Gold.Announcements.Length; i++)
            {
                var scene = PlaceScene.Of(document.Context(i));
                foreach (var name in scene.Names)
                    if (name.Candidates.Length > 1 && PlaceGold.Find(document.Gold, i, name.Places, name.Folded) is { Country: { } country })
                        Add(examples, features, scene, name, country);
            }
        if (LogisticTrainer.Fit(examples, l2: 0.5f) is { } model) yield return new(PlaceChooser.Model, model);
    }

    private static void Add(Examples examples, FeatureVector features, PlaceScene scene, CityName name, string country)
    {
        var right = RightOf(name, country);
        if (right < 0) return;
        var byRule = PlaceChooser.ByRule(scene, name);
        for (var i = 0; i < name.Candidates.Length; i++)
        {
            PlaceChoiceFeatures.Fill(features, scene, name, i, byRule);
            examples.Add(features, i == right);
        }
    }

    private static int RightOf(CityName name, string country)
    {
        var beside = name.Places.SelectMany(place => place.Beside).ToArray();
        var best = -1;
        for (var i = name.Candidates.Length - 1; i >= 0; i--)
        {
            if (name.Candidates[i].Country != country) continue;
            if (best < 0 || IsBeside(name.Candidates[i]) || !IsBeside(name.Candidates[best])) best = i;
        }
        return best;

        bool IsBeside(Place place) => place.Region is not null && beside.Any(land => land.Region == place.Region && land.Country == place.Country);
    }
}
