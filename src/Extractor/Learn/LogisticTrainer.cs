using Extract.Trained;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Extract.Learn;

/// <summary>
/// Fits <see cref="LinearModel"/>s by ML.NET's L-BFGS trainers (limited-memory BFGS, Andrew and Gao 2007), on one thread so that the same cases give
/// the same weights.
/// </summary>
public static class LogisticTrainer
{
    /// <summary>The label of the class of a yes-or-no question.</summary>
    public const string Yes = "yes";
    /// <summary>The other label.</summary>
    public const string No = "no";

    /// <summary>
    /// A model of the examples: logistic where the labels are <see cref="Yes"/> and <see cref="No"/>, else multinomial. Features that occur fewer than
    /// <paramref name="leastCount"/> times are left out. Null where there are not two labels to tell apart.
    /// </summary>
    public static LinearModel? Fit(Examples examples, float l2 = 1, float l1 = 0, int leastCount = 2)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var labels = examples.Items.Select(item => item.Label).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (labels.Length < 2) return null;
        var columns = ColumnsOf(examples.Items.Select(item => item.Features), leastCount);
        if (columns.Count == 0) return null;
        var data = Load(examples, labels, columns, out var context);
        var binary = labels is [No, Yes];
        var (bias, weights) = binary ? FitBinary(context, data, l1, l2) : FitMulticlass(context, data, l1, l2);
        var rows = columns.Select(column => (column.Key, column.Value.Name, Weights: weights.Select(w => w[column.Value.Index]).ToArray()));
        return new LinearModel(binary ? [Yes] : labels, bias, rows.Where(row => row.Weights.Any(w => w != 0)));
    }

    /// <summary>
    /// A model of cases that may have several labels: for each label a logistic regression of its own, one against the rest, all in one model. Its
    /// classes are <paramref name="labels"/>; the logistic function of a class' score is its probability. Null where there is no feature.
    /// </summary>
    public static LinearModel? FitEach(
        IReadOnlyList<(FeatureVector Features, IReadOnlyCollection<string> Labels, float Weight)> cases, IReadOnlyList<string> labels, float l2 = 1, float l1 = 0, int leastCount = 2)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(labels);
        var columns = ColumnsOf(cases.Select(item => item.Features), leastCount);
        if (columns.Count == 0) return null;
        var vectors = cases.Select(item => Vector(item.Features, columns)).ToArray();
        var (bias, weights) = (new float[labels.Count], new float[labels.Count][]);
        for (var i = 0; i < labels.Count; i++)
        {
            var rows = vectors.Select((vector, j) => new Case { Features = vector, Label = cases[j].Labels.Contains(labels[i]), Weight = cases[j].Weight });
            var data = Load([.. rows], columns.Count, 1, out var context);
            var (one, row) = FitBinary(context, data, l1, l2);
            (bias[i], weights[i]) = (one[0], row[0]);
        }
        var features = columns.Select(column => (column.Key, column.Value.Name, Weights: weights.Select(w => w[column.Value.Index]).ToArray()));
        return new LinearModel(labels, bias, features.Where(row => row.Weights.Any(w => w != 0)));
    }

    private static Dictionary<ulong, (int Index, string Name)> ColumnsOf(IEnumerable<FeatureVector> vectors, int leastCount)
    {
        var counts = new Dictionary<ulong, (int Count, string Name)>();
        foreach (var features in vectors)
            for (var i = 0; i < features.Items.Length; i++)
            {
                var key = features.Items[i].Key;
                counts[key] = counts.TryGetValue(key, out var seen) ? (seen.Count + 1, seen.Name) : (1, features.NameOf(i));
            }
        var columns = new Dictionary<ulong, (int, string)>();
        foreach (var (key, (_, name)) in counts.Where(pair => pair.Value.Count >= leastCount).OrderBy(pair => pair.Key)) columns[key] = (columns.Count, name);
        return columns;
    }

    private static IDataView Load(Examples examples, string[] labels, Dictionary<ulong, (int Index, string Name)> columns, out MLContext context)
    {
        var cases = examples.Items.Select(item => new Case
        {
            Features = Vector(item.Features, columns),
            Key = (uint)Array.IndexOf(labels, item.Label), // from 0: LoadFromEnumerable adds the 1 that keys have inside ML.NET
            Label = item.Label == Yes,
            Weight = item.Weight,
        }).ToArray();
        return Load(cases, columns.Count, labels.Length, out context);
    }

    private static IDataView Load(Case[] cases, int columns, int labels, out MLContext context)
    {
        context = new MLContext(seed: 1);
        var schema = SchemaDefinition.Create(typeof(Case));
        schema[nameof(Case.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, columns);
        schema[nameof(Case.Key)].ColumnType = new KeyDataViewType(typeof(uint), labels);
        return context.Data.LoadFromEnumerable(cases, schema);
    }

    private static VBuffer<float> Vector(FeatureVector features, Dictionary<ulong, (int Index, string Name)> columns)
    {
        var sum = new SortedDictionary<int, float>();
        foreach (var (key, value) in features.Items)
            if (columns.TryGetValue(key, out var column)) sum[column.Index] = sum.GetValueOrDefault(column.Index) + value;
        return new(columns.Count, sum.Count, [.. sum.Values], [.. sum.Keys]);
    }

    private static (float[] Bias, float[][] Weights) FitBinary(MLContext context, IDataView data, float l1, float l2)
    {
        var options = new LbfgsLogisticRegressionBinaryTrainer.Options { LabelColumnName = nameof(Case.Label), ExampleWeightColumnName = nameof(Case.Weight) };
        Configure(options, l1, l2);
        var model = context.BinaryClassification.Trainers.LbfgsLogisticRegression(options).Fit(data).Model.SubModel;
        return ([model.Bias], [[.. model.Weights]]);
    }

    private static (float[] Bias, float[][] Weights) FitMulticlass(MLContext context, IDataView data, float l1, float l2)
    {
        var options = new LbfgsMaximumEntropyMulticlassTrainer.Options { LabelColumnName = nameof(Case.Key), ExampleWeightColumnName = nameof(Case.Weight) };
        Configure(options, l1, l2);
        var model = context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(options).Fit(data).Model;
        VBuffer<float>[] weights = [];
        model.GetWeights(ref weights, out _);
        return ([.. model.GetBiases()], [.. weights.Select(w => w.DenseValues().ToArray())]);
    }

    private static void Configure<TOptions, TTransformer, TModel>(LbfgsTrainerBase<TOptions, TTransformer, TModel>.OptionsBase options, float l1, float l2)
        where TOptions : LbfgsTrainerBase<TOptions, TTransformer, TModel>.OptionsBase, new()
        where TTransformer : ISingleFeaturePredictionTransformer<TModel>
        where TModel : class
    {
        options.FeatureColumnName = nameof(Case.Features);
        (options.L1Regularization, options.L2Regularization) = (l1, l2);
        options.NumberOfThreads = 1;
        options.HistorySize = 20;
    }

    private sealed class Case
    {
        public VBuffer<float> Features { get; set; }
        public uint Key { get; set; }
        public bool Label { get; set; }
        public float Weight { get; set; }
    }
}
