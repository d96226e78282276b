using Extract.Trained;

namespace Extract.Tag.Organizations;

/// <summary>
/// A frozen model over the same features, trained on free sets of named entities by <c>tools/organizations</c>. It has seen no announcement, so that
/// what learns how far to trust it may be measured on announcements.
/// </summary>
internal static class BaseModel
{
    // What the base model says is one feature among thousands: at its own size it would drown them.
    private const double Scale = 0.25;
    // Half of the features weigh less than this and decide nothing; without them the model fits the processor's cache.
    private const double Least = 0.02;
    private static readonly Feature Says = new("base-model-says");
    private static readonly LinearModel? Shipped = Load(Path.Combine(AppContext.BaseDirectory, "Trained", "organizations", "base.weights"));

    /// <summary>Adds what the model says of a candidate of which all features are given.</summary>
    public static void AddTo(FeatureVector features)
    {
        if (Shipped is null) return;
        Span<double> score = stackalloc double[1];
        Shipped.Score(features, score);
        features.Add(Says, (float)(score[0] * Scale));
    }

    /// <summary>The trained model with the base model's weights in it: both are linear, so that their sum is one model.</summary>
    public static LinearModel Into(LinearModel trained) => Shipped is not null && trained.Weight(Says.Key) is not 0 and var weight ? trained.Plus(Shipped, weight * Scale, Least) : trained;

    private static LinearModel? Load(string path)
    {
        if (!File.Exists(path)) return null;
        using var stream = new MemoryStream(File.ReadAllBytes(path));
        return LinearModel.Load(stream);
    }
}
