using Extract.Trained;

namespace Extract.Resolve.Labels;

/// <summary>What the learned combination weighs for one label: how loudly the rules speak, how loudly the classifier, and whether they agree.</summary>
/// <param name="set">The labels.</param>
/// <param name="rules">What the rules say.</param>
/// <param name="odds">The classifier's log odds of each label; not a number where it cannot say.</param>
internal sealed class CombinationFeatures(LabelSet set, RuleScores rules, double[] odds)
{
    private static readonly Feature Classifier = new("classifier");
    private static readonly Feature ClassifierHigh = new("classifier-high");
    private static readonly Feature ClassifierRank = new("classifier-rank");
    private static readonly Feature NoClassifier = new("no-classifier");
    private static readonly Feature Title = new("rules-title");
    private static readonly Feature Lead = new("rules-lead");
    private static readonly Feature Body = new("rules-body");
    private static readonly Feature Head = new("rules-head");
    private static readonly Feature Around = new("rules-around");
    private static readonly Feature Share = new("rules-share");
    private static readonly Feature RuleRank = new("rules-rank");
    private static readonly Feature Silent = new("rules-silent");
    private static readonly Feature Agree = new("both-first");
    private readonly int[] _classifierRanks = Ranks(odds);
    private readonly int[] _ruleRanks = Ranks(rules.Totals);
    private readonly double _total = rules.Totals.Sum();

    /// <summary>True where neither the rules nor the classifier know anything of the label.</summary>
    public bool Nothing(int label) => double.IsNaN(odds[label]) && rules.Total(label) == 0;

    /// <summary>Fills in the features of a label.</summary>
    public void Fill(int label, FeatureVector features)
    {
        if (set.Priors) features.Add(set.Features[label]);
        AddClassifier(label, features);
        AddRules(label, features);
        if (_classifierRanks[label] == 0 && _ruleRanks[label] == 0) features.Add(Agree);
    }

    private void AddClassifier(int label, FeatureVector features)
    {
        if (double.IsNaN(odds[label]))
        {
            features.Add(NoClassifier);
            return;
        }
        features.Add(Classifier, (float)Math.Clamp(odds[label], -6, 6));
        features.Add(ClassifierHigh, (float)Math.Clamp(odds[label] + 1, 0, 4));
        features.AddCount(ClassifierRank, _classifierRanks[label], 4);
    }

    private void AddRules(int label, FeatureVector features)
    {
        if (rules.Total(label) == 0)
        {
            features.Add(Silent);
            return;
        }
        features.Add(Title, (float)Math.Log(1 + rules[Zone.Title, label]));
        if (rules.Head == label) features.Add(Head);
        features.Add(Lead, (float)Math.Log(1 + rules[Zone.Lead, label]));
        features.Add(Body, (float)Math.Log(1 + rules[Zone.Body, label]));
        features.Add(Around, (float)Math.Log(1 + rules[Zone.Around, label]));
        features.Add(Share, (float)(rules.Total(label) / _total));
        features.AddCount(RuleRank, _ruleRanks[label], 4);
    }

    // How many are louder; what is silent or no number comes last.
    private static int[] Ranks(double[] scores)
    {
        var ranks = new int[scores.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            if (double.IsNaN(scores[i]) || scores[i] == 0) ranks[i] = scores.Length;
            else
                for (var j = 0; j < scores.Length; j++)
                    if (scores[j] > scores[i]) ranks[i]++;
        }
        return ranks;
    }
}
