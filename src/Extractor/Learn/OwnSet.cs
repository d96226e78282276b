using Extract.Resolve.Topics;
using Extract.Score;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>
/// What is learned otherwise of a label set of the user's own, which has ten examples a label and not hundreds: how rare words are is known from more
/// announcements than its examples, and confidence is learned from what its models say of examples that they have not seen.
/// </summary>
/// <param name="rarity">How rare words are by the shipped models; null where there are none.</param>
/// <param name="kind">The kind of the labels, as its model of confidence has it: <c>topics</c> or <c>event-type</c>.</param>
internal sealed class OwnSet(LinearModel? rarity, string kind)
{
    public LinearModel? Rarity => rarity;

    /// <summary>The model of confidence with its name; null where no label was given, or without examples to hold against.</summary>
    public KeyValuePair<string, LinearModel>? Calibrate(IReadOnlyList<ScoredLabel> scored, int labels)
    {
        var outcomes = Enumerable.Range(0, LabelLearner.InnerFolds).SelectMany(fold => Outcomes(scored, fold, labels)).ToArray();
        if (outcomes.Length == 0) return null;
        var (bias, slope) = ShrunkCalibration.Of(outcomes);
        return new(Scorer.ModelOf(kind), new([LogisticTrainer.Yes], [(float)bias], [(ConfidenceFeatures.ResolverLogOdds.Key, ConfidenceFeatures.ResolverLogOdds.Name, [(float)slope])]));
    }

    // The labels that would have been given to the announcements of a fold by a combination that learned from the others.
    private IEnumerable<(double LogOdds, bool Holds)> Outcomes(IReadOnlyList<ScoredLabel> scored, int fold, int labels)
    {
        if (LabelLearner.Combine([.. scored.Where(each => each.Fold != fold)]) is not { } model) yield break;
        foreach (var announcement in scored.Where(each => each.Fold == fold).GroupBy(each => each.Case))
        {
            var (probabilities, holds) = (new double[labels], new bool[labels]);
            foreach (var each in announcement) (probabilities[each.Label], holds[each.Label]) = (model.Probability(each.Features), each.Holds);
            if (Given(probabilities) is var (label, probability) && probability >= TopicResolver.LeastOfChief) yield return (LogOdds.Bounded(probability), holds[label]);
        }
    }

    // The first label as the resolvers choose it. Of further topics the file does not say whether they are wrong: an example stands below one label and may well have others.
    private (int Label, double Probability) Given(double[] probabilities)
    {
        var best = Array.IndexOf(probabilities, probabilities.Max());
        return (best, kind == "topics" ? probabilities[best] : probabilities[best] / Math.Max(1, probabilities.Sum()));
    }
}
