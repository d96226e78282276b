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
