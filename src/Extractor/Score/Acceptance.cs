using System.Collections.Immutable;

namespace Extract.Score;

/// <summary>
/// What the settings of <c>score</c> make of a record: its confidence in what they require, its status and what is asked. The last step of the path, apart from the findings, so that a change
/// of these settings alone goes through here alone. Pure and thread-safe.
/// </summary>
public sealed class Acceptance(Scorer scorer, ScoreSettings settings, MadeBy madeBy)
{
    /// <summary>The record as these settings have it, whatever it was before.</summary>
    public Record Of(Record record, Doubts doubts)
    {
        ArgumentNullException.ThrowIfNull(doubts);
        var fields = settings.Require.Select(name => (Name: name, Probability: doubts.Of(name))).ToImmutableArray();
        var confidence = scorer.Joined(fields);
        var isAccepted = confidence >= scorer.Threshold;
        record = record with { Confidence = confidence, Status = isAccepted ? "accepted" : "needs-review", MadeBy = madeBy };
        return record with { Questions = new Questions(record, doubts, fields, settings, scorer.Threshold).All(isAccepted) };
    }
}
