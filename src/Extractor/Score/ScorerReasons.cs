using System.Collections.Immutable;
using Extract.Resolve;
using Extract.Trained;

namespace Extract.Score;

/// <content>Why each confidence is what it is: for people; the path does not need it.</content>
public sealed partial class Scorer
{
    /// <summary>The scores of an announcement with the features and weights behind each. The names of features are readable where the resolvers kept them.</summary>
    public ScoreReasons Explain(Findings findings)
    {
        var scored = Score(findings);
        return new(
            scored,
            Reasons(_dates, findings.Dates, scored.Dates, findings),
            Reasons(_cities, findings.Cities, scored.Cities, findings),
            Reasons(_organizations, findings.Organizations, scored.Organizations, findings),
            [.. findings.Topics.Select((topic, i) => Topic(topic, scored.Topics[i].Confidence, findings))],
            Reasons(_eventType, findings.EventType, scored.EventType.Confidence, features => WriteType(findings, features)),
            [.. _fields.Select((field, i) => Reasons(field.Model, scored.Fields[i].Probability, features => FieldFeatures.Write(field.Name, scored, features)))],
            Reasons(_record, scored.Confidence, features => WriteRecord(scored.Fields.Select(field => field.Probability), features)));
    }

    private static ImmutableArray<ConfidenceReasons> Reasons<T>(LinearModel? model, ImmutableArray<Candidate<T>> candidates, ImmutableArray<T> scored, Findings findings) where T : Finding =>
        [.. candidates.Select((candidate, i) => Reasons(model, candidate, scored[i].Confidence, features => ConfidenceFeatures.Write(candidate, candidates, findings, features)))];

    private ConfidenceReasons Topic(Candidate<TopicFinding> topic, double confidence, Findings findings)
    {
        var reasons = Reasons(_topics, topic, confidence, features => WriteTopic(topic, findings, features));
        return reasons.Model is null || OfWhole(findings) == 1 ? reasons : reasons with { Whole = LogOdds.Of(reasons.Probability * OfWhole(findings)) - reasons.Sum };
    }

    private static ConfidenceReasons Reasons<T>(LinearModel? model, Candidate<T> candidate, double confidence, Action<FeatureVector> write)
    {
        var reasons = Reasons(model, confidence, write) with { Before = candidate.Probability, Most = candidate.MostConfidence };
        return model is null ? reasons : reasons with { Stated = Stated(reasons.Model!.Score, candidate.Features, model) };
    }

    private static ConfidenceReasons Reasons(LinearModel? model, double confidence, Action<FeatureVector> write)
    {
        if (model is null) return new(null, null, 0, 1, confidence);
        var features = new FeatureVector(named: true);
        write(features);
        return new(null, Trained.Reasons.Of(model, features), 0, 1, confidence);
    }

    // What the markup adds, and what it costs that a confidence is bounded before it is added to.
    private static double Stated(double score, FeatureVector features, LinearModel model) =>
        MarkupWitness.Prior(features, model) is not 0 and var prior ? LogOdds.Bounded(LogOdds.ToProbability(score)) + prior - score : 0;
}
