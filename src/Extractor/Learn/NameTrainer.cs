using Extract.Tag.Organizations;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>
/// Fits the weights of a semi-Markov conditional random field (Sarawagi and Cohen 2004): of all ways to part a run of words into names and other words, the
/// labelled one shall be the likeliest. The scores of names add up, as <see cref="NameScorer"/> has it. The same cases give the same weights.
/// </summary>
/// <remarks>ML.NET has no model of sequences. Weighed one by one, the many parts of one long run that are no names drown the one that is.</remarks>
internal sealed class NameTrainer
{
    private const int Rounds = 60;
    private readonly List<RunCase> _runs = [];
    private readonly List<NameCase> _cases = [];
    private readonly List<(int Column, float Value)> _items = [];
    private readonly Dictionary<ulong, int> _columns = [];
    private readonly List<(ulong Key, string Name, int Count)> _features = [];

    /// <summary>The number of possible names.</summary>
    public int Cases => _cases.Count;

    /// <summary>The number of those that are names.</summary>
    public int Names => _cases.Count(name => name.IsName);

    /// <summary>Adds a possible name of the run that <see cref="EndRun"/> will end. They come ordered by their first token, and none that is a name overlaps another that is.</summary>
    public void Add(NameSpan span, bool isName, FeatureVector features)
    {
        var start = _items.Count;
        for (var i = 0; i < features.Items.Length; i++) _items.Add((ColumnOf(features, i), features.Items[i].Value));
        _cases.Add(new(span.First, span.Last, isName, start, _items.Count));
    }

    /// <summary>Ends a run.</summary>
    public void EndRun()
    {
        var start = _runs.Count == 0 ? 0 : _runs[^1].End;
        if (start < _cases.Count) _runs.Add(new(start, _cases.Count));
    }

    /// <summary>The model, of one class, with the features that occur at least <paramref name="leastCount"/> times; null where there is nothing to tell apart.</summary>
    public LinearModel? Fit(double l2, int leastCount)
    {
        if (_cases.TrueForAll(name => name.IsName) || !_cases.Exists(name => name.IsName)) return null;
        // Column 0 is the bias, which is not held down.
        var kept = new int[_features.Count];
        var count = 1;
        for (var i = 0; i < kept.Length; i++) kept[i] = _features[i].Count >= leastCount ? count++ : 0;
        var items = _items.Where(item => kept[item.Column] > 0).Select(item => (kept[item.Column], item.Value)).ToArray();
        var starts = new int[_cases.Count + 1];
        for (var i = 0; i < _cases.Count; i++) starts[i + 1] = starts[i] + _items[_cases[i].Start.._cases[i].End].Count(item => kept[item.Column] > 0);
        var lattice = new NameLattice(_cases, _runs);
        var weights = Lbfgs.Minimize((point, slope) => Loss(point, slope, items, starts, lattice, l2), count, Rounds);
        var rows = _features.Select((feature, i) => (feature.Key, feature.Name, Weights: new[] { kept[i] == 0 ? 0 : (float)weights[kept[i]] }));
        return new([LogisticTrainer.Yes], [(float)weights[0]], rows.Where(row => row.Weights[0] != 0));
    }

    private int ColumnOf(FeatureVector features, int item)
    {
        var key = features.Items[item].Key;
        if (!_columns.TryGetValue(key, out var column))
        {
            _columns[key] = column = _features.Count;
            _features.Add((key, features.NameOf(item), 0));
        }
        _features[column] = _features[column] with { Count = _features[column].Count + 1 };
        return column;
    }

    private static double Loss(double[] weights, double[] slope, (int Column, float Value)[] items, int[] starts, NameLattice lattice, double l2)
    {
        var loss = 0.0;
        slope[0] = 0;
        for (var i = 1; i < weights.Length; i++) loss += 0.5 * weights[i] * (slope[i] = l2 * weights[i]);
        var scores = new double[starts.Length - 1];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = weights[0];
            for (var k = starts[i]; k < starts[i + 1]; k++) scores[i] += weights[items[k].Column] * items[k].Value;
        }
        var errors = new double[scores.Length];
        loss += lattice.Loss(scores, errors);
        for (var i = 0; i < errors.Length; i++)
        {
            slope[0] += errors[i];
            for (var k = starts[i]; k < starts[i + 1]; k++) slope[items[k].Column] += errors[i] * items[k].Value;
        }
        return loss;
    }
}

/// <summary>A possible name of a run, and where its features stand.</summary>
internal readonly record struct NameCase(int First, int Last, bool IsName, int Start, int End);

/// <summary>The possible names of one run.</summary>
internal readonly record struct RunCase(int Start, int End);
