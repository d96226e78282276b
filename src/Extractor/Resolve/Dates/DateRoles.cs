using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>The roles of dates, and the weights that decide them before anything is learned.</summary>
internal static class DateRoles
{
    /// <summary>The role of mentions that date nothing of the announcement.</summary>
    public const string None = "none";

    private static readonly string[] Roles = ["deadline", "event", None, "other", "publication"];

    private static readonly (string Feature, string? Value, float[] Weights)[] Weights =
    [
        ("cue-before", "deadline", [1.6f, 0, 0, 0, 0]), ("cue-before", "event", [0, 0.8f, 0, 0, 0]), ("cue-before", "publication", [0, 0, 0, 0, 2]), ("cue-before", "other", [0, 0, 0, 1.5f, 0]),
        ("cue-on-line", "deadline", [0.8f, 0, 0, 0, 0]), ("cue-on-line", "publication", [0, 0, 0, 0, 1]), ("cue-after", "event", [0, 0.3f, 0, 0, 0]),
        ("says", "deadline", [3.5f, -1, 0, 0, 0]), ("says", "other", [0, -1.5f, 0.5f, 3, 0]), ("says", "publication", [0, -1, 0, 0, 3]), ("says", "event", [0, 1, 0, 0, 0]),
        ("hints", "deadline", [1.2f, 0, 0, 0, 0]), ("hints", "other", [0, 0, 0, 1, 0]), ("hints", "publication", [0, 0, 0, 0, 0.7f]), ("hints", "event", [0, 0.5f, 0, 0, 0]),
        ("above-says", "deadline", [2, 0, 0, 0, 0]), ("above-says", "other", [0, 0, 0, 1.5f, 0]), ("above-says", "publication", [0, 0, 0, 0, 1.5f]), ("section-says", "deadline", [1.5f, 0, 0, 0, 0]),
        ("in-title", null, [0, 2, 0, 0, -1]), ("has-time", "one", [0, 1, 0, 0, -1]), ("has-time", "two", [0, 2, 0, 0, -1]), ("form", "range", [-1, 2, 0, 0, -2]),
        ("form", "coarse", [-1, 0, 0.5f, 1, -1]), ("form", "relative", [-1, 0.5f, 1, 0, -1]), ("weekday-said", null, [0, 0.7f, 0, -0.5f, 0]),
        ("from-publication", "same-day", [-1, 0, 0, -1, 2]), ("from-publication", "year-before", [-2, -2, 0, 2, -1]), ("from-publication", "half-year-before", [-1, -1, 0, 1, -1]),
        ("date-number", "0", [0, 1, 0, 0, 0.5f]), ("inside-longer", null, [0, -0.5f, 0, 0.5f, 0]), ("said-before", null, [0, 0.3f, 0, 0, 0]), ("in-heading-above", null, [-1, -0.5f, 1, 0, 0]),
        ("alone-on-line", null, [0, 0, 0, 0, 1]), ("rule", "dates.month-alone", [-1, -1, 1, 1, -1]), ("rule", "dates.weekday", [-1, -0.5f, 1, 0, -1]),
    ];

    /// <summary>A model of the weights.</summary>
    public static LinearModel Rules { get; } = new(Roles, [-1.5f, 0.5f, -0.5f, -0.5f, -1.5f], Weights.Select(w => w.Value is null
        ? (new Feature(w.Feature).Key, w.Feature, w.Weights)
        : (new Feature(w.Feature).KeyOf(Folding.Hash(w.Value)), $"{w.Feature}={w.Value}", w.Weights)));
}
