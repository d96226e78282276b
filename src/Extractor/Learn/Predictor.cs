using System.Collections.Immutable;
using Extract.Read;
using Extract.Score;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>What the pipeline says of one labelled page.</summary>
/// <param name="Records">Its records.</param>
/// <param name="Fault">Why it could not be read, or null.</param>
public sealed record Prediction(ImmutableArray<Record> Records, Fault? Fault);

/// <summary>Runs the pipeline over labelled pages. Thread-safe.</summary>
public sealed class Predictor(ModelSet models, ReadSettings reading, ScoreSettings scoring, string fingerprint = "", CancellationToken cancellation = default)
{
    private readonly Pipeline _pipeline = new(models, reading, scoring, fingerprint);

    /// <summary>The records of a page; the gold is not looked at.</summary>
    public Prediction Predict(LabelledPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var outcome = _pipeline.Process(page.Source, cancellation);
        return new(outcome.Records, outcome.Fault);
    }
}
