using Extract.Trained;

namespace Extract.Tag.Organizations;

/// <summary>
/// What a frozen model says of each possible name of a document, and which names it would choose. It was trained on free sets of named entities by
/// <c>tools/organizations</c> and has seen no announcement, so that what learns from it may be measured on announcements.
/// </summary>
internal sealed class BaseWitness
{
    private static readonly NameScorer? Base = Load(Path.Combine(AppContext.BaseDirectory, "Trained", "organizations", "base.weights"));
    private readonly double[] _scores;
    private readonly HashSet<(int, int)> _chosen;
    private readonly bool[] _covered;

    private BaseWitness(double[] scores, List<ScoredName> chosen, int tokens)
    {
        (_scores, _covered, _chosen) = (scores, new bool[tokens], [.. chosen.Select(name => (name.Span.First, name.Span.Last))]);
        foreach (var (span, _) in chosen) _covered.AsSpan(span.First, span.Last - span.First + 1).Fill(true);
    }

    /// <summary>What the model says of a document's names; null where it does not ship.</summary>
    public static BaseWitness? Of(DocumentNames names, NameFeatures plain)
    {
        if (Base is null) return null;
        var chosen = new List<ScoredName>();
        var scores = Base.Choose(names, plain, chosen, least: 0.5);
        return new(scores, chosen, names.Tokens.Count);
    }

    /// <summary>The probability of a possible name by its index among all of the document.</summary>
    public double Probability(int index) => 1 / (1 + Math.Exp(-_scores[index]));

    /// <summary>True where the model chooses exactly this name.</summary>
    public bool Chooses(NameSpan span) => _chosen.Contains((span.First, span.Last));

    /// <summary>True where it chooses a name that shares a token with this one.</summary>
    public bool Overlaps(NameSpan span) => _covered.AsSpan(span.First, span.Last - span.First + 1).Contains(true);

    private static NameScorer? Load(string path)
    {
        if (!File.Exists(path)) return null;
        using var stream = new MemoryStream(File.ReadAllBytes(path));
        return new(LinearModel.Load(stream));
    }
}
