using Extract.Text;
using Extract.Trained;

namespace Extract.Split;

/// <summary>The weights by which a title is chosen among the first blocks of an item: the first that is a name and not only a date, a greeting or a kind of document.</summary>
internal static class TitleRules
{
    private static readonly (string Feature, string? Value, float Weight)[] Weights =
    [
        ("place", "1", -1.9f), ("place", "2", -2.6f), ("place", "3", -3), ("place", "4", -3.4f), ("place", "5", -3.8f), ("place", "6", -4.2f), ("place", "7", -4.6f),
        ("only", "when", -6), ("only", "greets", -6), ("only", "heads", -1.7f), ("only", "label", -4), ("only", "body", -2), ("path", null, -3), ("column", "names", 4), ("column", "other", -1), ("contact", null, -4), ("letters", "none", -6),
        ("block", "Heading", 1), ("block", "Caption", -1), ("block", "TableRow", -0.5f), ("title-like", null, 2.2f), ("page-title", null, 1.5f),
        ("label", null, -1.5f), ("in-brackets", null, -3), ("length", "0", -1.5f), ("length", "1", -0.7f), ("length", "6", -1), ("length", "7", -1),
        ("cue", "greets", -1), ("cue", "heads", -0.3f), ("names-event", null, 0.6f), ("next", "when", 0.4f),
        .. Enumerable.Range(0, 10).Select(tenth => ("said-again", (string?)FeatureValue.Of(tenth).Text, tenth * 0.02f)),
    ];

    /// <summary>A model of the weights.</summary>
    public static LinearModel Model { get; } = new(["yes"], [0], Weights.Select(w => w.Value is null
        ? (new Feature(w.Feature).Key, w.Feature, new[] { w.Weight })
        : (new Feature(w.Feature).KeyOf(Folding.Hash(w.Value)), $"{w.Feature}={w.Value}", new[] { w.Weight })));
}
