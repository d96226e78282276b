using System.Collections.Immutable;

namespace Extract.Trained;

/// <summary>What one feature adds to a model's score.</summary>
/// <param name="Name">The feature, with its value where that is a word: <c>has=date</c>.</param>
/// <param name="Value">1 where it holds, or its number.</param>
/// <param name="Weight">What the model has learned of it.</param>
public readonly record struct Reason(string Name, double Value, double Weight)
{
    /// <summary>Value times weight.</summary>
    public double Adds => Value * Weight;
}

/// <summary>Why a linear model gives a case its score: where it begins, and what each feature adds. They add up to the score.</summary>
/// <param name="Bias">The score before any feature speaks.</param>
/// <param name="Parts">The features that add something, the loudest first; each once.</param>
public sealed record Reasons(double Bias, ImmutableArray<Reason> Parts)
{
    /// <summary>The reasons of a model for one of its classes; the features should be named.</summary>
    public static Reasons Of(LinearModel model, FeatureVector features, int @class = 0)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(features);
        var parts = new Dictionary<ulong, Reason>();
        for (var i = 0; i < features.Items.Length; i++)
        {
            var (key, value) = features.Items[i];
            if (model.Weight(key, @class) is not 0 and var weight) parts[key] = new(features.NameOf(i), parts.GetValueOrDefault(key).Value + value, weight);
        }
        return new(model.Bias(@class), [.. parts.Values.OrderByDescending(part => Math.Abs(part.Adds)).ThenBy(part => part.Name, StringComparer.Ordinal)]);
    }

    /// <summary>The score: the log odds, where the model is a logistic regression.</summary>
    public double Score => Bias + Parts.Sum(part => part.Adds);
}
