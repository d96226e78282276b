using Extract.Trained;

namespace Extract.Resolve.Places;

/// <summary>
/// A frozen model of <see cref="PlaceNameFeatures"/>, trained on free sets of named entities by <c>tools/gazetteer</c>. It has seen no announcement, so that
/// what learns how far to trust it may be measured on announcements.
/// </summary>
internal static class PlaceNameModel
{
    private static readonly LinearModel? Shipped = Load(Path.Combine(AppContext.BaseDirectory, "Trained", "gazetteer", "names.weights"));

    /// <summary>The probability that a place of a name names a city where it stands; a half where there is no model.</summary>
    public static double Probability(PlaceScene scene, CityPlace place)
    {
        if (Shipped is null) return 0.5;
        var features = new FeatureVector();
        PlaceNameFeatures.Add(features, scene.Context.Tokens, place.First, place.Last, place.Mention, place.Beside.Length > 0, scene.LandsOf(place.Mention).Any());
        return Shipped.Probability(features);
    }

    private static LinearModel? Load(string path)
    {
        if (!File.Exists(path)) return null;
        using var stream = new MemoryStream(File.ReadAllBytes(path));
        return LinearModel.Load(stream);
    }
}
