using Extract.Resolve.Labels;
using Extract.Tag.Labels;
using Extract.Trained;

namespace Extract.Resolve.EventTypes;

/// <summary>Decides what kind of event an announcement announces. Safe to share between threads.</summary>
public sealed class EventTypeResolver
{
    private const string Other = "other";
    private readonly LabelScorer _scorer;

    /// <summary>A resolver by the given models; without them it rests on rules.</summary>
    /// <param name="models">The models.</param>
    /// <param name="rules">The types; null for those of the models.</param>
    /// <param name="witness">Who is heard.</param>
    public EventTypeResolver(ModelSet models, LabelRules? rules = null, LabelWitness witness = LabelWitness.Both)
    {
        ArgumentNullException.ThrowIfNull(models);
        _scorer = new(LabelSet.EventTypes(rules ?? OwnLabels.EventTypesOf(models), models.Find("event-type")), models, witness);
    }

    /// <summary>The likeliest type; <c>other</c> where nothing speaks for any.</summary>
    public Candidate<LabelFinding> Resolve(ResolveContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var scores = _scorer.Score(context);
        var (best, sum) = Best(scores.Probabilities);
        if (sum == 0) return new(new(Other, 0, _scorer.Set.Name + ".none"), 0.05, new());
        return new(new(_scorer.Set.Labels[best], 0, _scorer.By(scores, best)), scores.Probabilities[best] / Math.Max(1, sum), LabelScorer.Features(scores, best, context.Named));
    }

    /// <summary>Why it is this type; null where nothing speaks for any. For people.</summary>
    public LabelReasons? Explain(ResolveContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var scores = _scorer.Score(context with { Named = true });
        var (best, sum) = Best(scores.Probabilities);
        return sum == 0 ? null : _scorer.Reasons(scores, best) with { Probability = scores.Probabilities[best] / Math.Max(1, sum), Sum = sum };
    }

    private static (int Best, double Sum) Best(double[] probabilities)
    {
        var (best, sum) = (0, 0.0);
        for (var i = 0; i < probabilities.Length; i++)
        {
            sum += probabilities[i];
            if (probabilities[i] > probabilities[best]) best = i;
        }
        return (best, sum);
    }
}
