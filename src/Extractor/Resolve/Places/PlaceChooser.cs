using Extract.Trained;

namespace Extract.Resolve.Places;

/// <summary>Chooses which city a name means: "Austin, TX", "Cambridge" beside "MIT" and "Boston".</summary>
/// <param name="model">The trained choice, or null.</param>
internal sealed class PlaceChooser(LinearModel? model)
{
    /// <summary>The model's name.</summary>
    public const string Model = "cities.choice";

    /// <summary>The probability of each candidate; they sum to 1.</summary>
    public double[] Choose(PlaceScene scene, CityName name)
    {
        if (name.Candidates.Length == 1) return [1];
        var features = new FeatureVector();
        var byRule = ByRule(scene, name);
        if (model is null) return byRule;
        var scores = new double[name.Candidates.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            PlaceChoiceFeatures.Fill(features, scene, name, i, byRule);
            model.Score(features, scores.AsSpan(i, 1));
        }
        return Softmax(scores);
    }

    /// <summary>The probability of each candidate by rule, which the model learns how far to trust.</summary>
    public static double[] ByRule(PlaceScene scene, CityName name) => Softmax([.. name.Candidates.Select(place => ByRule(scene, name, place))]);

    // Population decides unless a region or country stands beside the name, or one is spoken of.
    private static double ByRule(PlaceScene scene, CityName name, Place place)
    {
        var lands = name.Places.SelectMany(at => at.Beside).ToArray();
        var score = Math.Log(place.Population + 10);
        if (lands.Any(land => land.Country == place.Country && (land.Region is null || land.Region == place.Region))) score += 8;
        if (lands.Any(land => land.Region is not null && land.Region == place.Region && land.Country == place.Country)) score += 4;
        return score + (scene.Countries.ContainsKey(place.Country) ? 2 : 0) + (scene.DocumentCountries.ContainsKey(place.Country) ? 1 : 0);
    }

    private static double[] Softmax(double[] scores)
    {
        var most = scores.Max();
        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++) sum += scores[i] = Math.Exp(scores[i] - most);
        for (var i = 0; i < scores.Length; i++) scores[i] /= sum;
        return scores;
    }
}
