using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>The weights of <see cref="OrderFeatures"/>: what speaks for the day standing first in "07/12/2026" (above 0) and for the month (below).</summary>
internal static class OrderRules
{
    // What the calendar or the words themselves decide weighs most; habits of a country or of a spelling least.
    private static readonly (string Feature, float Weight)[] Weights =
    [
        ("order:only-forward", 6), ("order:weekday", 6), ("order:stated-length", 5), ("order:written-elsewhere", 4), ("order:same-day-in-words", 4),
        ("order:shorter-range", 3), ("order:address", 2), ("order:country", 2), ("order:long-form", 1), ("order:spelling", 0.7f), ("order:publication", 0.7f),
    ];

    /// <summary>A model of the weights; its bias is the habit of English pages of which nothing else is known.</summary>
    public static LinearModel Model { get; } = new(["yes"], [-0.3f], [.. Weights.SelectMany(Both), Row("order:language", OrderFeatures.DayFirst, 2)]);

    private static IEnumerable<(ulong, string, float[])> Both((string Feature, float Weight) row) =>
        [Row(row.Feature, OrderFeatures.DayFirst, row.Weight), Row(row.Feature, OrderFeatures.MonthFirst, -row.Weight)];

    private static (ulong, string, float[]) Row(string feature, string value, float weight) =>
        (new Feature(feature).KeyOf(Folding.Hash(value)), $"{feature}={value}", [weight]);
}
