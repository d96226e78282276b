using Extract.Trained;

namespace Extract.Resolve.Labels;

/// <summary>What is known of each label of one announcement.</summary>
/// <param name="Rules">What the rules say.</param>
/// <param name="Words">What the classifier saw.</param>
/// <param name="Odds">The classifier's log odds of each label; not a number where it cannot say.</param>
/// <param name="Probabilities">The probability of each label, each on its own.</param>
/// <param name="Zones">What was read.</param>
/// <param name="Combined">What the combination weighs.</param>
internal sealed record LabelScores(RuleScores Rules, FeatureVector Words, double[] Odds, double[] Probabilities, List<ZoneSpan> Zones, CombinationFeatures Combined);

/// <summary>
/// Gives each label of a set a probability, from the rule file's mentions and a classifier over words, by a learned combination. Without models it rests
/// on the rules. Safe to share between threads.
/// </summary>
internal sealed class LabelScorer
{
    /// <summary>The row of the combination's weights that holds the probability from which a label is given.</summary>
    public static readonly Feature Threshold = new("threshold");
    private const double UsualThreshold = 0.36;
    private readonly LinearModel? _rarity;
    private readonly LinearModel? _classifier;
    private readonly LinearModel? _combination;
    private readonly int[] _rows;
    private readonly LabelWitness _witness;

    /// <summary>A scorer of a label set by its models.</summary>
    public LabelScorer(LabelSet set, ModelSet models, LabelWitness witness)
    {
        (Set, _witness) = (set, witness);
        (_rarity, _classifier, _combination) = (models.Find(set.RarityModel), models.Find(set.Name), models.Find(set.CombinationModel));
        _rows = [.. set.Labels.Select(label => _classifier is null ? -1 : IndexOf(_classifier.Classes, label))];
        Least = _combination?.Weight(Threshold.Key) is > 0 and var least && witness == LabelWitness.Both ? least : UsualThreshold;
    }

    /// <summary>The labels.</summary>
    public LabelSet Set { get; }

    /// <summary>The probability from which a label is given.</summary>
    public double Least { get; }

    /// <summary>The scores of all labels.</summary>
    public LabelScores Score(ResolveContext context)
    {
        var zones = Zones.Of(context);
        var rules = RuleScores.Of(context, zones, Set);
        var words = new FeatureVector(context.Named);
        var odds = new double[Set.Labels.Count];
        Array.Fill(odds, double.NaN);
        if (_rarity is not null && _classifier is not null) Classify(context, zones, words, odds);
        var combined = new CombinationFeatures(Set, rules, odds);
        return new(rules, words, odds, Decide(rules, odds, combined), zones, combined);
    }

    /// <summary>What a feature of <see cref="LabelScores.Words"/> adds to the log odds of a label.</summary>
    public double Weight(ulong key, int label) => _rows[label] < 0 ? 0 : _classifier!.Weight(key, _rows[label]);

    /// <summary>Who spoke for a label: <c>topics.rules</c>, <c>topics.classifier</c>, <c>topics.rules+classifier</c>; a label without classifier rests on rules.</summary>
    public string By(LabelScores scores, int label)
    {
        var (rules, classifier) = (scores.Rules.Total(label) > 0, !double.IsNaN(scores.Odds[label]) && (scores.Odds[label] > -2 || scores.Rules.Total(label) == 0));
        if (_witness == LabelWitness.Rules) classifier = false;
        if (_witness == LabelWitness.Classifier) rules = false;
        return Set.Name + (rules, classifier) switch { (true, true) => ".rules+classifier", (false, true) => ".classifier", _ => ".rules" };
    }

    /// <summary>The features that the combination weighs for a label.</summary>
    public static FeatureVector Features(LabelScores scores, int label, bool named)
    {
        var features = new FeatureVector(named);
        scores.Combined.Fill(label, features);
        return features;
    }

    /// <summary>Why a label has its probability; names are readable where the context keeps them.</summary>
    public LabelReasons Reasons(LabelScores scores, int label)
    {
        var combination = _combination is null || _witness != LabelWitness.Both ? null : Trained.Reasons.Of(_combination, Features(scores, label, scores.Words.Named));
        return new(Set.Labels[label], scores.Probabilities[label], combination, double.IsNaN(scores.Odds[label]) ? null : Trained.Reasons.Of(_classifier!, scores.Words, _rows[label]));
    }

    private void Classify(ResolveContext context, List<ZoneSpan> zones, FeatureVector words, double[] odds)
    {
        WordFeatures.Fill(context.Tokens, zones, Set.Weights, _rarity!, words);
        if (!_classifier!.Knows(words)) return;
        Span<double> scores = stackalloc double[_classifier.Classes.Count];
        _classifier.Score(words, scores);
        for (var label = 0; label < odds.Length; label++)
            if (_rows[label] >= 0) odds[label] = scores[_rows[label]];
    }

    private double[] Decide(RuleScores rules, double[] odds, CombinationFeatures combined)
    {
        var probabilities = new double[odds.Length];
        var combination = _witness == LabelWitness.Both ? _combination : null;
        if (combination is not null) Combine(combination, combined, probabilities);
        else if (_witness == LabelWitness.Classifier)
            for (var i = 0; i < odds.Length; i++) probabilities[i] = double.IsNaN(odds[i]) ? 0 : LogOdds.ToProbability(odds[i]);
        else
        {
            var most = rules.Totals.Max();
            for (var i = 0; i < odds.Length; i++) probabilities[i] = rules.Total(i) / (rules.Total(i) + (most / 2) + 1);
        }
        return probabilities;
    }

    // A label of which neither the rules nor the classifier know anything has no probability: it must not live on a bias.
    private static void Combine(LinearModel combination, CombinationFeatures combined, double[] probabilities)
    {
        var features = new FeatureVector();
        for (var label = 0; label < probabilities.Length; label++)
        {
            if (combined.Nothing(label)) continue;
            features.Clear();
            combined.Fill(label, features);
            probabilities[label] = combination.Probability(features);
        }
    }

    private static int IndexOf(IReadOnlyList<string> classes, string label)
    {
        for (var i = 0; i < classes.Count; i++)
            if (classes[i] == label) return i;
        return -1;
    }
}
