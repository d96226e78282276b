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
/// the fields, then the record, then the curve by which records are accepted. What a step hears of the step before it is out of sample too
/// (folds by source), so that no confidence is taken at the word of a model that has seen the answer.
/// </summary>
internal sealed class ConfidenceLearner(ScoreSettings settings)
{
    // Sources differ more than their number lets a model learn: what is weighed lightly holds on the next one (dates, by folds: Brier 12 % better than the base rate with 2, 26 % with 60).
    private const float OfFindings = 60, OfFields = 20, OfRecord = 1;

    /// <summary>The given models with those of confidence added.</summary>
    public ModelSet Learn(IReadOnlyList<FoundDocument> documents, ModelSet models)
    {
        var judged = documents.SelectMany(Judge).ToArray();
        var unseen = Unseen(documents, models);
        models = LearnFields(unseen, LearnFindings(judged, models));
        return LearnRecord(unseen, models);
    }

    private static IEnumerable<Verdict> Judge(FoundDocument found)
    {
        var gold = found.Labelled.Gold.Announcements;
        var pairs = Verdict.Align(found.Findings, gold);
        return found.Findings.Select((findings, i) => new Verdict(findings, pairs[i]));
    }

    // Every announcement with the confidences of models that learned from other sources.
    private ImmutableArray<Judged> Unseen(IReadOnlyList<FoundDocument> documents, ModelSet models) => Folds.Unseen(documents, found => found.Labelled.Gold, (rest, held) =>
    {
        var judged = rest.SelectMany(Judge).ToArray();
        var findings = LearnFindings(judged, models);
        return Score(held.SelectMany(Judge), new Scorer(LearnFields(Score(judged, findings), findings), settings));
    });

    private ImmutableArray<Judged> Score(IEnumerable<Verdict> verdicts, ModelSet models) => Score(verdicts, new Scorer(models, settings));

    private static ImmutableArray<Judged> Score(IEnumerable<Verdict> verdicts, Scorer scorer) => [.. verdicts.Select(verdict => new Judged(verdict, scorer.Score(verdict.Findings)))];

    private static ModelSet LearnFindings(Verdict[] judged, ModelSet models)
    {
        models = Fit(models, "dates", judged, (verdict, add) => Each(verdict.Findings.Dates, verdict, add, finding => verdict.IsRight(finding)));
        models = Fit(models, "cities", judged, (verdict, add) => Each(verdict.Findings.Cities, verdict, add, finding => verdict.IsRight(finding)));
        models = Fit(models, "organizations", judged, (verdict, add) => Each(verdict.Findings.Organizations, verdict, add, finding => verdict.IsRight(finding)));
        models = Fit(models, "topics", judged, (verdict, add) =>
        {
            foreach (var topic in verdict.Findings.Topics) add(features => ConfidenceFeatures.WriteLabel(topic, topic.Finding.Label, topic.Finding.By, verdict.Findings, features), verdict.HasTopic(topic.Finding.Label));
        });
        // Of what type an announcement is that is none, nobody can say.
        return Fit(models, "event-type", [.. judged.Where(verdict => verdict.Gold is not null)], (verdict, add) =>
            add(features => ConfidenceFeatures.WriteLabel(verdict.Findings.EventType, verdict.Findings.EventType.Finding.Label, verdict.Findings.EventType.Finding.By, verdict.Findings, features), verdict.HasType));
    }

    private static void Each<T>(ImmutableArray<Candidate<T>> candidates, Verdict verdict, Action<Action<FeatureVector>, bool> add, Func<T, bool> isRight) where T : Finding
    {
        foreach (var candidate in candidates)
            add(features => ConfidenceFeatures.Write(candidate, candidates, verdict.Findings, features), isRight(candidate.Finding));
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
        return LogisticTrainer.Fit(examples, l2: OfFindings, leastCount: 10) is { } model ? models.With(Scorer.ModelOf(kind), model) : models;
    }

    private static ModelSet LearnFields(ImmutableArray<Judged> unseen, ModelSet models)
    {
        foreach (var field in RequiredField.All)
        {
            var (examples, features) = (new Examples(), new FeatureVector(named: true));
            foreach (var (verdict, scored) in unseen)
            {
                FieldFeatures.Write(field.Name, scored, features);
                examples.Add(features, verdict.Holds(field.Name));
            }
            if (LogisticTrainer.Fit(examples, l2: OfFields, leastCount: 10) is { } model) models = models.With(field.Model, model);
        }
        return models;
    }

    private ModelSet LearnRecord(ImmutableArray<Judged> unseen, ModelSet models)
    {
        var (examples, features) = (new Examples(), new FeatureVector(named: true));
        foreach (var (verdict, scored) in unseen)
        {
            Scorer.WriteRecord(scored.Fields.Select(field => field.Probability), features);
            examples.Add(features, settings.Require.All(verdict.Holds));
        }
        if (LogisticTrainer.Fit(examples, l2: OfRecord) is { } model) models = models.With(Scorer.RecordModel, model);
        var scorer = new Scorer(models, settings);
        var outcomes = unseen.Select(judged => (Confidence: scorer.Joined(judged.Scored.Fields), Right: settings.Require.All(judged.Verdict.Holds)));
        return models.With(new AcceptanceCurve([.. outcomes.OrderByDescending(outcome => outcome.Confidence).ThenBy(outcome => outcome.Right)]));
    }

    private sealed record Judged(Verdict Verdict, ScoredFindings Scored);
}
