using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Places;

/// <summary>Collects the features of all places of a name: each feature once, however many places have it.</summary>
/// <param name="named">Keep the names too, as training needs them.</param>
internal sealed class FeatureUnion(bool named = false)
{
    private readonly HashSet<ulong> _seen = [];

    /// <summary>What was collected.</summary>
    public FeatureVector Features { get; } = new(named);

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _seen.Clear();
        Features.Clear();
    }

    /// <summary>Adds a feature where the condition holds.</summary>
    public void Add(Feature feature, bool holds = true)
    {
        if (holds && _seen.Add(feature.Key)) Features.Add(feature);
    }

    /// <summary>Adds a feature with a value where the condition holds.</summary>
    public void Add(Feature feature, string value, bool holds)
    {
        if (holds) Add(feature, value);
    }

    /// <summary>Adds a feature with a value.</summary>
    public void Add(Feature feature, ReadOnlySpan<char> value)
    {
        var key = feature.KeyOf(Folding.Hash(value));
        if (_seen.Add(key)) Features.Add(key, 1, Features.Named ? $"{feature.Name}={Folding.Fold(value)}" : null);
    }

    /// <summary>Adds a feature with a value that was hashed beforehand, where the condition holds.</summary>
    public void Add(Feature feature, FeatureValue value, bool holds = true)
    {
        if (holds && _seen.Add(feature.KeyOf(value.Hash))) Features.Add(feature, value);
    }

    /// <summary>Adds a feature with the word of a token.</summary>
    public void Add(Feature feature, TokenList tokens, int index)
    {
        if (_seen.Add(feature.KeyOf(tokens[index].Hash))) Features.Add(feature, tokens, index);
    }
}
