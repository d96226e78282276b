using Extract.Trained;

namespace Extract.Learn;

/// <summary>Labelled cases for one model.</summary>
public sealed class Examples
{
    private readonly List<(FeatureVector Features, string Label, float Weight)> _items = [];

    /// <summary>The cases, in the order in which they were added.</summary>
    public IReadOnlyList<(FeatureVector Features, string Label, float Weight)> Items => _items;

    /// <summary>Adds a case; the features are copied and should be named.</summary>
    public void Add(FeatureVector features, string label, float weight = 1)
    {
        ArgumentNullException.ThrowIfNull(features);
        _items.Add((features.Copy(), label, weight));
    }

    /// <summary>Adds a case of a yes-or-no question.</summary>
    public void Add(FeatureVector features, bool holds, float weight = 1) => Add(features, holds ? LogisticTrainer.Yes : LogisticTrainer.No, weight);
}
