using System.Collections.Immutable;
using Extract.Resolve.Labels;
using Extract.Tag.Labels;
using Extract.Trained;

namespace Extract.Resolve.Topics;

/// <summary>Decides what an announcement is about: one to four topics, or none where nothing speaks for any. Safe to share between threads.</summary>
public sealed class TopicResolver
{
    private const int Most = 4;
    /// <summary>The least probability of the chief topic.</summary>
    internal const double LeastOfChief = 0.12;
    private readonly LabelScorer _scorer;

    /// <summary>A resolver by the given models; without them it rests on rules.</summary>
    /// <param name="models">The models.</param>
    /// <param name="rules">The topics; null for those of the models.</param>
    /// <param name="witness">Who is heard.</param>
    public TopicResolver(ModelSet models, LabelRules? rules = null, LabelWitness witness = LabelWitness.Both)
    {
        ArgumentNullException.ThrowIfNull(models);
        _scorer = new(LabelSet.Topics(rules ?? OwnLabels.TopicsOf(models), models.Find("topics")), models, witness);
    }

    /// <summary>The topics, the chief one first.</summary>
    public ImmutableArray<Candidate<TopicFinding>> Resolve(ResolveContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var scores = _scorer.Score(context);
        return [.. Choose(scores.Probabilities, _scorer.Least).Select(label => Candidate(context, scores, label))];
    }

    /// <summary>Why each of these topics is one, in the same order: for people.</summary>
    public ImmutableArray<LabelReasons> Explain(ResolveContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var scores = _scorer.Score(context with { Named = true });
        return [.. Choose(scores.Probabilities, _scorer.Least).Select(label => _scorer.Reasons(scores, label))];
    }

    /// <summary>The labels from the likeliest down: those that reach <paramref name="least"/>, four at most, and the chief one if it is not mere noise.</summary>
    internal static IEnumerable<int> Choose(double[] probabilities, double least) => Enumerable.Range(0, probabilities.Length)
        .Where(label => probabilities[label] >= LeastOfChief)
        .OrderByDescending(label => probabilities[label]).ThenBy(label => label)
        .Where((label, rank) => rank == 0 || (rank < Most && probabilities[label] >= least));

    private Candidate<TopicFinding> Candidate(ResolveContext context, LabelScores scores, int label) => new(
        new(_scorer.Set.Labels[label], 0, _scorer.By(scores, label), LabelEvidence.Of(context, _scorer, scores, label)),
        scores.Probabilities[label], LabelScorer.Features(scores, label, context.Named));
}
