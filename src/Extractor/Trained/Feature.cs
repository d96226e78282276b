using Extract.Text;

namespace Extract.Trained;

/// <summary>A named, readable property that a model weighs. Declared once as a static field, so that its hash is computed once.</summary>
/// <param name="name">What people read in <c>explain</c>: <c>weekday-stated</c>, <c>word-before</c>; without "=".</param>
public sealed class Feature(string name)
{
    /// <summary>What people read.</summary>
    public string Name { get; } = name;

    /// <summary>The key of the feature without a value.</summary>
    public ulong Key { get; } = Folding.Hash(name);

    /// <summary>The key of the feature with a value, whose folded hash is given: <c>word-before=hosted</c>.</summary>
    public ulong KeyOf(ulong value) => Folding.Combine(Key, value);
}

/// <summary>A word that a feature may have as its value, hashed once. Declared as a static field or held in a table.</summary>
/// <param name="text">What people read.</param>
public sealed class FeatureValue(string text)
{
    private static readonly FeatureValue[] Numbers = [.. Enumerable.Range(0, 256).Select(number => new FeatureValue(number.ToString(System.Globalization.CultureInfo.InvariantCulture)))];

    /// <summary>What people read, folded.</summary>
    public string Text { get; } = Folding.Fold(text);

    /// <summary>The hash of the text.</summary>
    public ulong Hash { get; } = Folding.Hash(text);

    /// <summary>A number from 0 to 255.</summary>
    public static FeatureValue Of(int number) => Numbers[number];
}
