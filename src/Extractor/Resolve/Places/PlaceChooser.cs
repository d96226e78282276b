using System.Collections.Immutable;
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

    /// <summary>What weighs most for or against a candidate, as "region-beside +2.1".</summary>
    public ImmutableArray<string> Because(PlaceScene scene, CityName name, int candidate)
    {
        if (model is null || name.Candidates.Length == 1) return [];
        var features = new FeatureVector(named: true);
        PlaceChoiceFeatures.Fill(features, scene, name, candidate, ByRule(scene, name));
        var weights = new (string Name, double Weight)[features.Items.Length];
        for (var i = 0; i < weights.Length; i++) weights[i] = (features.NameOf(i), features.Items[i].Value * model.Weight(features.Items[i].Key));
        return [.. weights.OrderByDescending(item => Math.Abs(item.Weight)).Take(4).Select(item => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{item.Name} {item.Weight:+0.0;-0.0;0.0}"))];
    }

    /// <summary>
    /// What each candidate is likely to be before the others are heard: population weighs little here, since a small town near the other places is what
    /// is looked for.
    /// </summary>
    public static double[] AtFirstSight(PlaceScene scene, CityName name) => Softmax([.. Scores(scene, name).Select(score => score * 0.5)]);

    /// <summary>The probability of each candidate by rule, which the model learns how far to trust.</summary>
    public static double[] ByRule(PlaceScene scene, CityName name) => Softmax([.. Scores(scene, name)]);

    private static IEnumerable<double> Scores(PlaceScene scene, CityName name) => name.Candidates.Select(place => ByRule(scene, name.Beside, place));

    // Population decides unless a region or country stands beside the name, or one is spoken of.
    private static double ByRule(PlaceScene scene, ImmutableArray<Place> lands, Place place)
    {
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
