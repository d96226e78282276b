using System.Collections.Immutable;
using Extract.Resolve;
using Extract.Score;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>What the pipeline found in a labelled document that its models had not seen.</summary>
/// <param name="Labelled">The document with its gold.</param>
/// <param name="Findings">The findings of each announcement that was found.</param>
internal sealed record FoundDocument(LabelledDocument Labelled, ImmutableArray<Findings> Findings);

/// <summary>
/// Learns how often findings, fields and records are right, from findings out of sample: first the findings, then from their confidences
/// the fields, then the record, then the curve by which records are accepted.
/// </summary>
internal sealed class ConfidenceLearner(ScoreSettings settings)
{
    /// <summary>The given models with those of confidence added.</summary>
    public ModelSet Learn(IReadOnlyList<FoundDocument> documents, ModelSet models)
    {
        var judged = documents.SelectMany(Judge).ToArray();
        models = LearnFindings(judged, models);
        models = LearnFields(judged, models);
        return LearnRecord(judged, models);
    }

    private static IEnumerable<Verdict> Judge(FoundDocument found)
    {
        var gold = found.Labelled.Gold.Announcements;
        var pairs = Verdict.Align(found.Findings, gold);
        return found.Findings.Select((findings, i) => new Verdict(findings, pairs[i]));
    }

    private static ModelSet LearnFindings(Verdict[] judged, ModelSet models)
    {
        models = Fit(models, "dates", judged, (verdict, add) => Each(verdict.Findings.Dates, verdict, add, finding => verdict.IsRight(finding)));
        models = Fit(models, "cities", judged, (verdict, add) => Each(verdict.Findings.Cities, verdict, add, finding => verdict.IsRight(finding)));
        models = Fit(models, "organizations", judged, (verdict, add) => Each(verdict.Findings.Organizations, verdict, add, finding => verdict.IsRight(finding)));
        models = Fit(models, "topics", judged, (verdict, add) =>
        {
            foreach (var topic in verdict.Findings.Topics) add(features => ConfidenceFeatures.WriteLabel(topic, verdict.Findings, features), verdict.HasTopic(topic.Finding.Label));
        });
        return Fit(models, "event-type", judged, (verdict, add) =>
            add(features => ConfidenceFeatures.WriteLabel(verdict.Findings.EventType, verdict.Findings, features), verdict.HasType));
    }

    private static void Each<T>(ImmutableArray<Candidate<T>> candidates, Verdict verdict, Action<Action<FeatureVector>, bool> add, Func<T, bool> isRight) where T : Finding
    {
        foreach (var candidate in candidates)
            add(features => ConfidenceFeatures.Write(candidate, candidates.Length, verdict.Findings, features), isRight(candidate.Finding));
    }

    private static ModelSet Fit(ModelSet models, string kind, Verdict[] judged, Action<Verdict, Action<Action<FeatureVector>, bool>> collect)
    {
        var (examples, features) = (new Examples(), new FeatureVector(named: true));
        foreach (var verdict in judged)
            collect(verdict, (write, holds) =>
            {
                write(features);
                examples.Add(features, holds);
            });
        return LogisticTrainer.Fit(examples, l2: 2, leastCount: 5) is { } model ? models.With(Scorer.ModelOf(kind), model) : models;
    }

    private static ModelSet LearnFields(Verdict[] judged, ModelSet models)
    {
        var scorer = new Scorer(models, new ScoreSettings());
        var scored = judged.Select(verdict => (Verdict: verdict, Scored: scorer.Score(verdict.Findings))).ToArray();
        foreach (var field in RequiredField.All)
        {
            var (examples, features) = (new Examples(), new FeatureVector(named: true));
            foreach (var (verdict, findings) in scored)
            {
                var (values, others) = findings.ConfidencesOf(field.Name);
                FieldFeatures.Write(values, others, findings.Findings, features);
                examples.Add(features, verdict.Holds(field.Name));
            }
            if (LogisticTrainer.Fit(examples, l2: 2, leastCount: 5) is { } model) models = models.With(field.Model, model);
        }
        return models;
    }

    private ModelSet LearnRecord(Verdict[] judged, ModelSet models)
    {
        var (examples, features) = (new Examples(), new FeatureVector(named: true));
        var fields = new Scorer(models, settings);
        foreach (var verdict in judged)
        {
            Scorer.WriteRecord(fields.Score(verdict.Findings).Fields.Select(field => field.Probability), features);
            examples.Add(features, settings.Require.All(verdict.Holds));
        }
        if (LogisticTrainer.Fit(examples, l2: 0.1f) is { } model) models = models.With(Scorer.RecordModel, model);
        var scorer = new Scorer(models, settings);
        var outcomes = judged.Select(verdict => (scorer.Score(verdict.Findings).Confidence, settings.Require.All(verdict.Holds)));
        return models.With(new AcceptanceCurve([.. outcomes.OrderByDescending(outcome => outcome.Confidence).ThenBy(outcome => outcome.Item2)]));
    }
}
