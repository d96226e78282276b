using System.Collections.Immutable;
using System.Globalization;
using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>Why a date mention was read as it was: one of the days that it may mean, or one of the roles that it may have.</summary>
/// <param name="Span">The words.</param>
/// <param name="Rule">The rule that found them.</param>
/// <param name="Reading">The days, or the role.</param>
/// <param name="Probability">How probable they are among the candidates.</param>
/// <param name="Because">What speaks for and against them, with its weight, the heaviest first.</param>
public sealed record DateReason(TextSpan Span, string Rule, string Reading, double Probability, ImmutableArray<string> Because)
{
    private const int Most = 6;

    /// <summary>The features that are present with the weights that a model gives them for a class, the heaviest first.</summary>
    internal static ImmutableArray<string> Weights(FeatureVector features, LinearModel model, int @class)
    {
        var weights = new List<(string Name, double Weight)>();
        for (var i = 0; i < features.Items.Length; i++)
            if (model.Weight(features.Items[i].Key, @class) * features.Items[i].Value is var weight and not 0) weights.Add((features.NameOf(i), weight));
        return [.. weights.GroupBy(pair => pair.Name, (name, same) => (Name: name, Weight: same.Sum(pair => pair.Weight))).OrderByDescending(pair => Math.Abs(pair.Weight)).ThenBy(pair => pair.Name, StringComparer.Ordinal).Take(Most)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Name} {pair.Weight:+0.0#;-0.0#}"))];
    }
}
