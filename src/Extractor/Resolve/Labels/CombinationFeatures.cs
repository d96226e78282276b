using Extract.Trained;

namespace Extract.Resolve.Labels;

/// <summary>What the learned combination weighs for one label: how loudly the rules speak, how loudly the classifier, and whether they agree.</summary>
internal static class CombinationFeatures
{
    private static readonly Feature Label = new("label");
    private static readonly Feature Classifier = new("classifier");
    private static readonly Feature ClassifierHigh = new("classifier-high");
    private static readonly Feature ClassifierRank = new("classifier-rank");
    private static readonly Feature NoClassifier = new("no-classifier");
    private static readonly Feature Title = new("rules-title");
    private static readonly Feature Body = new("rules-body");
    private static readonly Feature Around = new("rules-around");
    private static readonly Feature Share = new("rules-share");
    private static readonly Feature RuleRank = new("rules-rank");
    private static readonly Feature Silent = new("rules-silent");
    private static readonly Feature Agree = new("both-first");

    /// <summary>Fills in the features of a label.</summary>
    /// <param name="labels">The labels' names.</param>
    /// <param name="label">Which is asked about.</param>
    /// <param name="rules">What the rules say.</param>
    /// <param name="odds">The classifier's log odds of each label; not a number where it has not learned the label.</param>
    /// <param name="features">Where to.</param>
    public static void Fill(IReadOnlyList<string> labels, int label, RuleScores rules, double[] odds, FeatureVector features)
    {
        features.Add(Label, labels[label]);
        AddClassifier(label, odds, features);
        AddRules(labels.Count, label, rules, features);
        if (RankOf(label, odds.Length, i => odds[i]) == 0 && RankOf(label, labels.Count, rules.Total) == 0 && rules.Total(label) > 0) features.Add(Agree);
    }

    private static void AddClassifier(int label, double[] odds, FeatureVector features)
    {
        if (double.IsNaN(odds[label]))
        {
            features.Add(NoClassifier);
            return;
        }
        features.Add(Classifier, (float)Math.Clamp(odds[label], -6, 6));
        features.Add(ClassifierHigh, (float)Math.Clamp(odds[label] + 1, 0, 4));
        features.AddCount(ClassifierRank, RankOf(label, odds.Length, i => odds[i]), 4);
    }

    private static void AddRules(int count, int label, RuleScores rules, FeatureVector features)
    {
        features.Add(Title, (float)Math.Log(1 + rules[Zone.Title, label]));
        features.Add(Body, (float)Math.Log(1 + rules[Zone.Body, label]));
        features.Add(Around, (float)Math.Log(1 + rules[Zone.Around, label]));
        var total = 0.0;
        for (var i = 0; i < count; i++) total += rules.Total(i);
        if (rules.Total(label) == 0)
        {
            features.Add(Silent);
            return;
        }
        features.Add(Share, (float)(rules.Total(label) / total));
        features.AddCount(RuleRank, RankOf(label, count, rules.Total), 4);
    }

    // How many are louder; a label that is not a number is heard by none.
    private static int RankOf(int label, int count, Func<int, double> score)
    {
        var (own, rank) = (score(label), 0);
        for (var i = 0; i < count; i++)
            if (i != label && score(i) > own) rank++;
        return double.IsNaN(own) ? count : rank;
    }
}
