using System.Runtime.InteropServices;
using System.Text;
using Extract.Text;

namespace Extract.Trained;

/// <summary>
/// A linear model over named features, trained by ML.NET and evaluated here: one table look-up a feature, nothing allocated, safe to share
/// between threads. With one class it is a logistic regression and gives its probability; with more it is multinomial (maximum entropy).
/// </summary>
/// <remarks>
/// The file is flat and little-endian: <c>EXLM1\0\0\0</c>, class count, feature count; class names; biases (float); keys (sorted ulong); weights
/// (float, a row a feature); names (UTF-8, newline-separated). The same model has the same bytes.
/// </remarks>
public sealed class LinearModel
{
    private static ReadOnlySpan<byte> Magic => "EXLM1\0\0\0"u8;
    private readonly float[] _bias;
    private readonly float[] _weights;
    private readonly ulong[] _keys;
    private readonly ulong[] _slots;
    private readonly byte[] _names;
    private readonly KeyFilter _filter;

    /// <summary>A model of the given weights; <paramref name="features"/> in any order.</summary>
    public LinearModel(IReadOnlyList<string> classes, float[] bias, IEnumerable<(ulong Key, string Name, float[] Weights)> features)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(bias);
        var rows = features.OrderBy(row => row.Key).ToArray();
        (Classes, _bias) = (classes, bias);
        _keys = [.. rows.Select(row => row.Key)];
        _weights = [.. rows.SelectMany(row => row.Weights)];
        _names = Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(row => row.Name)));
        (_slots, _filter) = (BuildSlots(_keys), new(_keys));
    }

    private LinearModel(IReadOnlyList<string> classes, float[] bias, ulong[] keys, float[] weights, byte[] names) =>
        (Classes, _bias, _keys, _weights, _names, _slots, _filter) = (classes, bias, keys, weights, names, BuildSlots(keys), new(keys));

    /// <summary>The same model with one more row: a number that belongs to it and is no feature of a case, such as the cut that it was tuned for.</summary>
    public LinearModel With(ulong key, string name, float[] weights)
    {
        var names = Names;
        var rows = _keys.Select((own, i) => (own, names[i], _weights.AsSpan(i * Classes.Count, Classes.Count).ToArray()));
        return new(Classes, _bias, rows.Append((key, name, weights)));
    }

    /// <summary>The classes; one for a logistic regression.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The number of features with a weight.</summary>
    public int Features => _keys.Length;

    /// <summary>The names of the features, in the order of their keys.</summary>
    public IReadOnlyList<string> Names => Encoding.UTF8.GetString(_names).Split('\n');

    /// <summary>True where at least one of the features has a weight: a case of which the model knows nothing must not get its bias as an answer.</summary>
    public bool Knows(FeatureVector features)
    {
        ArgumentNullException.ThrowIfNull(features);
        foreach (var (key, _) in features.Items)
            if (RowOf(key) >= 0) return true;
        return false;
    }

    /// <summary>
    /// A model of one class whose scores are this one's and <paramref name="factor"/> times the other's, so that two witnesses cost one look-up a feature;
    /// without what weighs less than <paramref name="least"/>. The names of its features are not kept.
    /// </summary>
    public LinearModel Plus(LinearModel other, double factor, double least = 0)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Classes.Count != 1 || other.Classes.Count != 1) throw new ArgumentException("only models of one class add up", nameof(other));
        var (keys, weights, mine, theirs) = (new ulong[_keys.Length + other._keys.Length], new float[_keys.Length + other._keys.Length], 0, 0);
        var count = 0;
        while (mine < _keys.Length || theirs < other._keys.Length)
        {
            var key = Math.Min(mine < _keys.Length ? _keys[mine] : ulong.MaxValue, theirs < other._keys.Length ? other._keys[theirs] : ulong.MaxValue);
            var weight = mine < _keys.Length && _keys[mine] == key ? (double)_weights[mine++] : 0;
            if (theirs < other._keys.Length && other._keys[theirs] == key) weight += factor * other._weights[theirs++];
            if (Math.Abs(weight) >= least) (keys[count], weights[count++]) = (key, (float)weight);
        }
        return new(Classes, [(float)(_bias[0] + (factor * other._bias[0]))], keys[..count], weights[..count], []);
    }

    /// <summary>The model without the features that weigh less than <paramref name="least"/> either way.</summary>
    public LinearModel Above(double least) => Plus(this, 0, least);

    /// <summary>The probability of the class of a logistic regression.</summary>
    public double Probability(FeatureVector features)
    {
        Span<double> one = stackalloc double[1];
        Score(features, one);
        return LogOdds.ToProbability(one[0]);
    }

    /// <summary>The odds of the class of a model of one class: e to the power of its score. Of a model of comparisons, two odds over each other are those of the one against the other.</summary>
    public double Odds(FeatureVector features)
    {
        Span<double> one = stackalloc double[1];
        Score(features, one);
        return Math.Exp(one[0]);
    }

    /// <summary>The probabilities of all classes of a multinomial model; they sum to 1.</summary>
    public void Probabilities(FeatureVector features, Span<double> probabilities)
    {
        Score(features, probabilities);
        var most = double.NegativeInfinity;
        foreach (var score in probabilities[..Classes.Count]) most = Math.Max(most, score);
        var sum = 0.0;
        for (var i = 0; i < Classes.Count; i++) sum += probabilities[i] = Math.Exp(probabilities[i] - most);
        for (var i = 0; i < Classes.Count; i++) probabilities[i] /= sum;
    }

    /// <summary>The scores (log odds) of all classes.</summary>
    public void Score(FeatureVector features, Span<double> scores)
    {
        ArgumentNullException.ThrowIfNull(features);
        var classes = Classes.Count;
        for (var i = 0; i < classes; i++) scores[i] = _bias[i];
        foreach (var (key, value) in features.Items)
        {
            var row = RowOf(key);
            if (row < 0) continue;
            var weights = _weights.AsSpan(row * classes, classes);
            for (var i = 0; i < classes; i++) scores[i] += weights[i] * value;
        }
    }

    /// <summary>A score of the one class to which the features are added in their order: what several cases share is summed once.</summary>
    internal double Add(double score, FeatureVector features)
    {
        foreach (var (key, value) in features.Items)
            if (RowOf(key) is >= 0 and var row) score += _weights[row] * value;
        return score;
    }

    /// <summary>The score of a class before any feature speaks.</summary>
    public double Bias(int @class = 0) => _bias[@class];

    /// <summary>What a feature adds to the score of a class: its weight, 0 where it has none.</summary>
    public double Weight(ulong key, int @class = 0) => RowOf(key) is >= 0 and var row ? _weights[(row * Classes.Count) + @class] : 0;

    /// <summary>Writes the model.</summary>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Classes.Count);
        writer.Write(_keys.Length);
        foreach (var name in Classes) writer.Write(name);
        writer.Write(MemoryMarshal.AsBytes(_bias.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(_keys.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));
        writer.Write(_names.Length);
        writer.Write(_names);
    }

    /// <summary>Reads a model; throws <see cref="InvalidDataException"/> where the bytes are none.</summary>
    public static LinearModel Load(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic)) throw new InvalidDataException("it does not begin as a model does");
            var (classes, features) = (reader.ReadInt32(), reader.ReadInt32());
            var names = Enumerable.Range(0, classes).Select(_ => reader.ReadString()).ToArray();
            var bias = Read<float>(reader, classes);
            var keys = Read<ulong>(reader, features);
            var weights = Read<float>(reader, checked(features * classes));
            return new(names, bias, keys, weights, reader.ReadBytes(reader.ReadInt32()));
        }
        catch (Exception e) when (e is EndOfStreamException or OverflowException or ArgumentException)
        {
            throw new InvalidDataException("it is cut short", e);
        }
    }

    private static T[] Read<T>(BinaryReader reader, int count) where T : unmanaged
    {
        var items = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(items.AsSpan()));
        return items;
    }

    // Open addressing at half load: keys are hashes already. A slot holds the key's upper half and the row after it, so that a feature of which the
    // model knows nothing, as most are, costs one look.
    private static ulong[] BuildSlots(ulong[] keys)
    {
        var slots = new ulong[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(keys.Length * 2) + 2)];
        for (var row = 0; row < keys.Length; row++)
        {
            var slot = (int)(keys[row] & (uint)(slots.Length - 1));
            while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = (keys[row] & UpperHalf) | (uint)(row + 1);
        }
        return slots;
    }

    private const ulong UpperHalf = 0xFFFF_FFFF_0000_0000;

    private int RowOf(ulong key)
    {
        if (!_filter.MayHold(key)) return -1;
        var (slots, mask) = (_slots, _slots.Length - 1);
        for (var slot = (int)(key & (uint)mask); slots[slot] is not 0 and var found; slot = (slot + 1) & mask)
            if (((found ^ key) & UpperHalf) == 0 && _keys[(uint)found - 1] == key) return (int)(uint)found - 1;
        return -1;
    }
}
