using Extract.Resolve.Labels;
using Extract.Tag.Labels;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>Learns what words speak for which type of event (<c>event-type</c>), and how far rules and classifier are to be trusted (<c>event-type.combination</c>).</summary>
/// <param name="rules">The types; null for those that ship.</param>
/// <param name="own">How a set of the user's own is learned; null for the one that ships.</param>
/// <param name="silver">Documents labelled by what rules and models agree on.</param>
internal sealed class EventTypeLearner(LabelRules? rules = null, OwnSet? own = null, IReadOnlyList<LabelledDocument>? silver = null) : ILearner
{
    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, LinearModel>> Learn(IReadOnlyList<LabelledDocument> documents) =>
        new LabelLearner(LabelSet.EventTypes(rules, null), announcement => announcement.EventType is { } type ? [type] : [], own).Learn(documents, silver);
}
