using Extract.Resolve.Labels;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>
/// Learns the three models of a label set: how rare each word is, a logistic classifier a label (one against the rest) for labels with eight
/// examples or more, and the combination of classifier and rules, learned from what classifiers say of sources that they have not seen.
/// </summary>
internal sealed class LabelLearner(LabelSet set, Func<GoldAnnouncement, IReadOnlyCollection<string>> labels)
{
    /// <summary>A label with fewer examples rests on rules.</summary>
    public const int LeastExamples = 8;
    private const int InnerFolds = 3;
    private const int LeastOfInner = LeastExamples * (InnerFolds - 1) / InnerFolds; // of a label that has just enough, an inner fold holds these
    private const float L2 = 0.03f;

    private sealed record Case(string Origin, FeatureVector Counts, RuleScores Rules, IReadOnlyCollection<string> Labels);

    public IEnumerable<KeyValuePair<string, LinearModel>> Learn(IReadOnlyList<LabelledDocument> documents)
    {
        var cases = documents.SelectMany(Cases).ToArray();
        if (Fit(cases, LeastExamples) is not var (rarity, classifier)) yield break;
        yield return new(set.RarityModel, rarity);
        yield return new(set.Name, classifier);
        if (Combine(cases, documents) is { } combination) yield return new(set.CombinationModel, combination);
    }

    private IEnumerable<Case> Cases(LabelledDocument document) => document.Gold.Announcements.Take(document.Announcements.Length).Select((gold, i) =>
    {
        var context = document.Context(i);
        var zones = Zones.Of(context);
        var counts = new FeatureVector(named: true);
        WordFeatures.Count(context.Tokens, zones, set.Weights, counts);
        return new Case(document.Gold.Origin, counts, RuleScores.Of(context, zones, set), labels(gold));
    });

    private static (LinearModel Rarity, LinearModel Classifier)? Fit(IReadOnlyCollection<Case> cases, int least)
    {
        var rarity = Rarity.Of([.. cases.Select(c => (c.Origin, c.Counts))]);
        var known = cases.SelectMany(c => c.Labels).GroupBy(label => label, StringComparer.Ordinal).Where(group => group.Count() >= least)
            .Select(group => group.Key).Order(StringComparer.Ordinal).ToArray();
        if (rarity is null || known.Length == 0) return null;
        var weighed = cases.Select(c => (Rarity.Weigh(c.Counts, rarity), c.Labels)).ToArray();
        return LogisticTrainer.FitEach(weighed, known, l2: L2) is { } classifier ? (rarity, classifier) : null;
    }

    private LinearModel? Combine(Case[] cases, IReadOnlyList<LabelledDocument> documents)
    {
        var foldOf = FoldOf(documents);
        var examples = new Examples();
        var scored = new List<(FeatureVector Features, bool Holds)>();
        for (var fold = 0; fold < InnerFolds; fold++)
        {
            var models = Fit([.. cases.Where(c => foldOf[c.Origin] != fold)], LeastOfInner);
            // Every fifth announcement is seen without the classifier, so that the combination learns what rules are worth by themselves.
            foreach (var (i, held) in cases.Where(c => foldOf[c.Origin] == fold).Index()) Add(held, i % 5 == 0 ? null : models, scored);
        }
        foreach (var (features, holds) in scored) examples.Add(features, holds);
        return LogisticTrainer.Fit(examples, l2: 1, leastCount: 5) is { } model ? model.With(LabelScorer.Threshold.Key, LabelScorer.Threshold.Name, [Cut.Best(model, scored)]) : null;
    }

    private static Dictionary<string, int> FoldOf(IReadOnlyList<LabelledDocument> documents)
    {
        var folds = Folds.Of([.. documents.Select(document => document.Gold)], InnerFolds);
        var foldOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < documents.Count; i++) foldOf[documents[i].Gold.Origin] = folds[i];
        return foldOf;
    }

    private void Add(Case held, (LinearModel Rarity, LinearModel Classifier)? models, List<(FeatureVector, bool)> scored)
    {
        var odds = new double[set.Labels.Count];
        Array.Fill(odds, double.NaN);
        if (models is var (rarity, classifier) && Rarity.Weigh(held.Counts, rarity) is var words && classifier.Knows(words))
        {
            var scores = new double[classifier.Classes.Count];
            classifier.Score(words, scores);
            for (var i = 0; i < scores.Length; i++) odds[set.Index[classifier.Classes[i]]] = scores[i];
        }
        var combined = new CombinationFeatures(set, held.Rules, odds);
        for (var label = 0; label < odds.Length; label++)
        {
            if (combined.Nothing(label)) continue;
            var features = new FeatureVector(named: true);
            combined.Fill(label, features);
            scored.Add((features, held.Labels.Contains(set.Labels[label])));
        }
    }
}
