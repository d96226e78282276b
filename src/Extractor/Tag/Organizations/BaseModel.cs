using Extract.Text;
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

    /// <summary>
    /// Tells one making of the features from another: a hash of all that they say of a text with something for each of them. It stands beside the weights, so that
    /// features, word lists or gazetteer that changed after the model was made show.
    /// </summary>
    public static string FeatureStamp()
    {
        var tokens = TokenList.Of(Sample);
        var names = DocumentNames.Of(tokens, NameWords.Shipped);
        var features = new NameFeatures(names, NameWords.Shipped, OrganizationGazetteer.Shipped, []);
        var vector = new FeatureVector(named: true);
        foreach (var span in names.Candidates()) features.AddAll(vector, span);
        var hash = 0UL;
        for (var i = 0; i < vector.Items.Length; i++) hash = Folding.Combine(hash, Folding.Hash($"{vector.NameOf(i)} {vector.Items[i].Value:R}"));
        return hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }

    private const string Sample = """
        The Regional Cooperation Council (RCC) and the Ministry of Trade, Industry and Small Firms of Norway will host a workshop at Oslo University, Norway.
        Organizers: Open Harbour, Reed & Holt Ltd. and the University of Texas at Austin. The RCC's council welcomes Dr. Ada Holt of UNESCO, NATO and Microsoft.
        Mr. Rajko Kozmelj, Director of the Bureau of Oceans, speaks on "Women's Rights" for the 18F team. Open Harbour thanks McKinsey and Radio Free Europe/Radio Liberty, Inc.
        """;

    private static LinearModel? Load(string path)
    {
        if (!File.Exists(path)) return null;
        using var stream = new MemoryStream(File.ReadAllBytes(path));
        return LinearModel.Load(stream);
    }
}
