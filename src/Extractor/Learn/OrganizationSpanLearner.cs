using Extract.Tag.Organizations;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>Learns <c>organizations.span</c>: which parts of runs of capitalized words are names of bodies.</summary>
/// <remarks>
/// Gold names each body once an announcement, at its first place: the same words elsewhere in the document are names too, and what stands outside every
/// announcement teaches nothing.
/// </remarks>
internal sealed class OrganizationSpanLearner : ILearner
{
    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, LinearModel>> Learn(IReadOnlyList<LabelledDocument> documents)
    {
        var trainer = new NameTrainer();
        foreach (var document in documents) Add(document, trainer);
        if (trainer.Fit(l2: 0.3, leastCount: 2) is { } model) yield return new(OrganizationTagger.ModelName, model);
    }

    private static void Add(LabelledDocument document, NameTrainer trainer)
    {
        if (document.Announcements.IsEmpty) return;
        var names = DocumentNames.Of(document.Tokens, NameWords.Shipped);
        var labels = new NameLabels(document);
        var features = new NameFeatures(names, NameWords.Shipped, OrganizationGazetteer.Shipped, document.Mentions);
        var vector = new FeatureVector(named: true);
        for (var run = 0; run < names.Chunks; run++)
        {
            foreach (var span in names.Candidates(run))
            {
                if (labels.IsName(span) is not { } holds) continue;
                vector.Clear();
                features.AddAll(vector, span);
                BaseModel.AddTo(vector);
                trainer.Add(span, holds, vector);
            }
            trainer.EndRun();
        }
    }
}
