using System.Collections.Immutable;
using Extract.Score;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>Learns <c>announces</c>: whether a document that may be one announcement is one, by what resolvers found in it that had not seen it.</summary>
internal static class AnnouncingLearner
{
    private const float L2 = 3;

    /// <summary>The given models with <c>announces</c> added, where there is something to tell apart.</summary>
    public static ModelSet Learn(IEnumerable<FoundDocument> documents, ModelSet models)
    {
        var (examples, features) = (new Examples(), new FeatureVector(named: true));
        foreach (var found in documents.Where(found => found.Findings.Length == 1))
        {
            Announcing.Write(found.Findings[0], features);
            examples.Add(features, Verdict.Align(found.Findings, found.Labelled.Gold.Announcements)[0] is not null);
        }
        return LogisticTrainer.Fit(examples, L2, leastCount: 5) is { } model ? models.With(Announcing.ModelName, model) : models;
    }

    /// <summary>The documents with the findings that a model learned from the other sources keeps.</summary>
    public static ImmutableArray<FoundDocument> Kept(IReadOnlyList<FoundDocument> documents) => Folds.Unseen(documents, found => found.Labelled.Gold, (rest, held) =>
    {
        var announcing = new Announcing(Learn(rest, ModelSet.Empty));
        return held.Select(found => found with { Findings = announcing.Part(found.Findings).Kept });
    });
}
