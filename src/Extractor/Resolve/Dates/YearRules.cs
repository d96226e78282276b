using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>The weights of <see cref="YearFeatures"/> before anything is learned: a date is near its neighbours and its publication.</summary>
internal static class YearRules
{
    private static readonly (string Feature, string Value, float Weight)[] Weights =
    [
        ("year:weekday", "agrees", 3), ("year:weekday", "contradicts", -4),
        ("year:title-or-heading", "same", 2), ("year:title-or-heading", "other", -1), ("year:address", "same", 1), ("year:address", "other", -1),
        ("year:said-in-sentence", "same", 3), ("year:said-in-sentence", "other", -1), ("year:said", "same", 1), ("year:said", "other", -0.5f), ("year:said-before", "same", 0.5f),
        .. Gaps("year:from-near-date", -3, -1, 1, 2), .. Gaps("year:from-near-date-elsewhere", -2, -0.5f, 0.5f, 1),
        .. Gaps("year:from-publication", -3, -1, 0.5f, 1.5f),
        ("year:from-publication-tense", "half-year-before future", -2), ("year:from-publication-tense", "half-year-after future", 1),
        ("year:from-publication-tense", "months-before future", -1), ("year:from-publication-tense", "months-after past", -2),
        ("year:from-publication-tense", "half-year-after past", -3), ("year:from-publication-tense", "half-year-before past", 1),
    ];

    /// <summary>A model of the weights.</summary>
    public static LinearModel Model { get; } = new(["yes"], [0], Weights.Select(w =>
        (new Feature(w.Feature).KeyOf(Text.Folding.Hash(w.Value)), $"{w.Feature}={w.Value}", new[] { w.Weight })));

    private static IEnumerable<(string, string, float)> Gaps(string feature, float year, float halfYear, float months, float weeks) =>
    [
        (feature, "year-before", year), (feature, "year-after", year), (feature, "half-year-before", halfYear), (feature, "half-year-after", halfYear),
        (feature, "months-before", months), (feature, "months-after", months + 0.1f), (feature, "weeks-before", weeks), (feature, "weeks-after", weeks + 0.1f),
        (feature, "days-before", weeks), (feature, "days-after", weeks + 0.1f), (feature, "same-day", weeks),
    ];
}
