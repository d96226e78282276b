using Extract.Resolve.Labels;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>What rules and a classifier that had not seen an announcement say of one label of it.</summary>
/// <param name="Case">The announcement.</param>
/// <param name="Fold">The fold that it was held out in.</param>
/// <param name="Label">The label, by its number in the set.</param>
/// <param name="Features">What the combination weighs.</param>
/// <param name="Holds">True where it is a label of the announcement.</param>
internal readonly record struct ScoredLabel(int Case, int Fold, int Label, FeatureVector Features, bool Holds);

/// <summary>
/// Learns the three models of a label set: how rare each word is, a logistic classifier a label (one against the rest) for labels with eight
/// examples or more, and the combination of classifier and rules, learned from what classifiers say of sources that they have not seen.
/// </summary>
/// <param name="rules">The labels; those that the announcements have besides are learned too.</param>
/// <param name="labels">The labels of an announcement.</param>
/// <param name="own">How to learn a set of the user's own; null for one that ships.</param>
internal sealed class LabelLearner(LabelSet rules, Func<GoldAnnouncement, IReadOnlyCollection<string>> labels, OwnSet? own = null)
{
    /// <summary>A label with fewer examples rests on rules.</summary>
    public const int LeastExamples = 8;
    /// <summary>The folds in which classifiers are held against what they have not seen.</summary>
    public const int InnerFolds = 3;
    private const int LeastOfInner = LeastExamples * (InnerFolds - 1) / InnerFolds; // of a label that has just enough, an inner fold holds these
    private const float L2 = 0.03f;
    private const float MostSilverWeight = 0.2f;

    private sealed record Case(string Origin, FeatureVector Counts, RuleScores Rules, IReadOnlyCollection<string> Labels, float Weight = 1)
    {
        public bool IsSilver => Weight < 1;
    }

    /// <summary>The three models.</summary>
    /// <param name="documents">The labelled documents.</param>
    /// <param name="silver">Further documents, labelled by what rules and models agree on: the classifier alone hears them, and each counts less than a labelled one.</param>
    public IEnumerable<KeyValuePair<string, LinearModel>> Learn(IReadOnlyList<LabelledDocument> documents, IReadOnlyList<LabelledDocument>? silver = null)
    {
        var set = rules.Including(Known(documents.SelectMany(document => document.Gold.Announcements).Select(labels), LeastExamples));
        var cases = documents.SelectMany(document => Cases(document, set)).ToArray();
        if (Fit([.. cases, .. Silver(silver ?? [], set, cases.Length)], LeastExamples) is not var (rarity, classifier)) yield break;
        yield return new(set.RarityModel, rarity);
        yield return new(set.Name, classifier);
        var scored = Unseen(cases, documents, set);
        if (Combine(scored) is not { } combination) yield break;
        yield return new(set.CombinationModel, combination);
        if (own is not null && own.Calibrate(scored, set.Labels.Count) is { } confidence) yield return confidence;
    }

    /// <summary>The combination of rules and classifier, with the probability from which a label is given.</summary>
    public static LinearModel? Combine(IReadOnlyList<ScoredLabel> scored)
    {
        var examples = new Examples();
        foreach (var each in scored) examples.Add(each.Features, each.Holds);
        return LogisticTrainer.Fit(examples, l2: 1, leastCount: 5) is { } model ? model.With(LabelScorer.Threshold.Key, LabelScorer.Threshold.Name, [Cut.Best(model, scored)]) : null;
    }

    private IEnumerable<Case> Cases(LabelledDocument document, LabelSet set) => document.Gold.Announcements.Take(document.Announcements.Length).Select((gold, i) =>
    {
        var context = document.Context(i);
        var zones = Zones.Of(context);
        var counts = new FeatureVector(named: true);
        WordFeatures.Count(context.Tokens, zones, set.Weights, counts);
        return new Case(document.Gold.Origin, counts, RuleScores.Of(context, zones, set), labels(gold));
    });

    private Case[] Silver(IReadOnlyList<LabelledDocument> documents, LabelSet set, int gold)
    {
        var cases = documents.SelectMany(document => Cases(document, set)).Where(c => c.Labels.Count > 0).ToArray();
        var weight = SilverWeight(cases.Length, gold);
        return [.. cases.Select(c => c with { Weight = weight })];
    }

    /// <summary>What an announcement counts that rules and models labelled, where one that a person labelled counts 1: all together never more than those.</summary>
    internal static float SilverWeight(int silver, int gold) => Math.Min(MostSilverWeight, (float)gold / Math.Max(1, silver));

    private static string[] Known(IEnumerable<IReadOnlyCollection<string>> labels, int least) =>
        [.. labels.SelectMany(each => each).GroupBy(label => label, StringComparer.Ordinal).Where(group => group.Count() >= least).Select(group => group.Key).Order(StringComparer.Ordinal)];

    private (LinearModel Rarity, LinearModel Classifier)? Fit(IReadOnlyCollection<Case> cases, int least)
    {
        var rarity = Rarity.Of([.. cases.Select(c => (c.Origin, c.Counts))], own?.Rarity);
        var known = Known(cases.Where(c => !c.IsSilver).Select(c => c.Labels), least);
        if (rarity is null || known.Length == 0) return null;
        var weighed = cases.Select(c => (Rarity.Weigh(c.Counts, rarity), c.Labels, c.Weight)).ToArray();
        return LogisticTrainer.FitEach(weighed, known, l2: L2) is { } classifier ? (rarity, classifier) : null;
    }

    private List<ScoredLabel> Unseen(Case[] cases, IReadOnlyList<LabelledDocument> documents, LabelSet set)
    {
        var foldOf = FoldOf(documents);
        var scored = new List<ScoredLabel>();
        for (var fold = 0; fold < InnerFolds; fold++)
        {
            var models = Fit([.. cases.Where(c => foldOf[c.Origin] != fold)], LeastOfInner);
            // Every fifth announcement is seen without the classifier, so that the combination learns what rules are worth by themselves.
            foreach (var (i, (number, held)) in cases.Index().Where(c => foldOf[c.Item.Origin] == fold).Index()) Add(held, number, fold, set, i % 5 == 0 && (own is null || held.Rules.Totals.Max() > 0) ? null : models, scored);
        }
        return scored;
    }

    private static Dictionary<string, int> FoldOf(IReadOnlyList<LabelledDocument> documents)
    {
        var folds = Folds.Of([.. documents.Select(document => document.Gold)], InnerFolds);
        var foldOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < documents.Count; i++) foldOf[documents[i].Gold.Origin] = folds[i];
        return foldOf;
    }

    private static void Add(Case held, int number, int fold, LabelSet set, (LinearModel Rarity, LinearModel Classifier)? models, List<ScoredLabel> scored)
    {
        var odds = new double[set.Labels.Count];
        Array.Fill(odds, double.NaN);
        if (models is var (rarity, classifier) && Rarity.Weigh(held.Counts, rarity) is var words && classifier.Knows(words))
        {
            var scores = new double[classifier.Classes.Count];
            classifier.Score(words, scores);
            for (var i = 0; i < scores.Length; i++)
                if (set.Index.TryGetValue(classifier.Classes[i], out var label)) odds[label] = scores[i];
        }
        var combined = new CombinationFeatures(set, held.Rules, odds);
        for (var label = 0; label < odds.Length; label++)
        {
            if (combined.Nothing(label)) continue;
            var features = new FeatureVector(named: true);
            combined.Fill(label, features);
            scored.Add(new(number, fold, label, features, held.Labels.Contains(set.Labels[label])));
        }
    }
}
