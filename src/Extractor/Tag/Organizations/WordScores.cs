using Extract.Trained;

namespace Extract.Tag.Organizations;

/// <summary>What a word adds to a name's score by itself, whatever document it stands in; each is a sum that begins with the bias.</summary>
/// <param name="Key">Which word.</param>
/// <param name="First">As the first word.</param>
/// <param name="Last">As the last.</param>
/// <param name="Inner">Between them.</param>
internal sealed record WordScore(ulong Key, double First, double Last, double Inner);

/// <summary>
/// Keeps what words add to scores: the same words begin and end most names. A word pushes out another one of its slot, and is summed anew when it comes back, to the same sum. Safe to share
/// between threads.
/// </summary>
internal sealed class WordScores(LinearModel model)
{
    private const int Slots = 1 << 14;
    private readonly WordScore?[] _slots = new WordScore?[Slots];
    private readonly double _bias = model.Bias(0);

    /// <summary>The scores of a token's word.</summary>
    public WordScore Of(NameFeatures features, int at, FeatureVector scratch)
    {
        var key = features.KeyOf(at);
        ref var slot = ref _slots[(int)(key & (Slots - 1))];
        return slot is { } known && known.Key == key ? known : slot = new(key, Sum(features.AddFirstWord), Sum(features.AddLastWord), Sum(features.AddInner));

        double Sum(Action<FeatureVector, int> add)
        {
            scratch.Clear();
            add(scratch, at);
            return model.Add(_bias, scratch);
        }
    }
}
