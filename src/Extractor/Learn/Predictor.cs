using System.Collections.Immutable;
using Extract.Read;
using Extract.Score;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>What the pipeline says of one labelled page.</summary>
/// <param name="Records">Its records.</param>
/// <param name="ByRules">The same with the topics and types that rules alone would give.</param>
/// <param name="ByClassifier">The same with those that the classifier alone would give.</param>
/// <param name="Acceptance">From which confidence its records would be accepted at which error.</param>
/// <param name="Fault">Why it could not be read, or null.</param>
public sealed record Prediction(ImmutableArray<Record> Records, ImmutableArray<Record> ByRules, ImmutableArray<Record> ByClassifier, AcceptanceCurve Acceptance, Fault? Fault);

/// <summary>Runs the pipeline over labelled pages. Thread-safe.</summary>
public sealed class Predictor(ModelSet models, ReadSettings reading, ScoreSettings scoring, string fingerprint = "", Tag.TagSettings? tagging = null, CancellationToken cancellation = default)
{
    private readonly Pipeline _pipeline = new(models, reading, scoring, fingerprint, tagging);
    private readonly LabelWitnesses _witnesses = new(models);

    /// <summary>The records of a page; the gold is not looked at.</summary>
    public Prediction Predict(LabelledPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var outcome = _pipeline.Process(page.Source, cancellation);
        if (outcome.Tagged is not { } tagged) return new([], [], [], models.Acceptance, outcome.Fault);
        var (announcements, records) = (outcome.Announcements, outcome.Records);
        return new(records, _witnesses.ByRules(tagged, announcements, records), _witnesses.ByClassifier(tagged, announcements, records), models.Acceptance, null);
    }
}
