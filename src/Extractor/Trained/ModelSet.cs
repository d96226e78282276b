using System.Collections.Immutable;

namespace Extract.Trained;

/// <summary>The trained models by name (<c>dates.role</c>, <c>split.start</c>, …). Immutable; shared between threads.</summary>
public sealed class ModelSet
{
    private readonly SortedDictionary<string, LinearModel> _models = new(StringComparer.Ordinal);

    /// <summary>A set without models: every stage then rests on its rules.</summary>
    public static ModelSet Empty { get; } = new([]);

    private const string AcceptanceFile = "acceptance.tsv";
    private const string LabelsEnding = ".labels.yml";

    /// <summary>A set of the given models.</summary>
    public ModelSet(IEnumerable<KeyValuePair<string, LinearModel>> models)
    {
        foreach (var (name, model) in models) _models[name] = model;
    }

    /// <summary>What confidences came true out of sample.</summary>
    public AcceptanceCurve Acceptance { get; private init; } = AcceptanceCurve.Empty;

    /// <summary>The user's own label files by the names of the models that were learned from them (<c>topics</c>, <c>event-type</c>), as they were written.</summary>
    public ImmutableSortedDictionary<string, string> LabelFiles { get; private init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The same models with another curve of acceptance.</summary>
    public ModelSet With(AcceptanceCurve acceptance) => new(_models) { Acceptance = acceptance, LabelFiles = LabelFiles };

    /// <summary>The same set with a label file of the user's, whose labels stand in the place of those that ship, and without what was learned of the latter.</summary>
    public ModelSet WithLabels(string name, string yaml) => new(_models.Where(model => model.Key != name && !model.Key.StartsWith(name + ".", StringComparison.Ordinal)))
    {
        Acceptance = Acceptance,
        LabelFiles = LabelFiles.SetItem(name, yaml),
    };

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> Names => _models.Keys;

    /// <summary>A model, or null where none was trained.</summary>
    public LinearModel? Find(string name) => _models.GetValueOrDefault(name);

    /// <summary>The same set with one more model, or another in its place.</summary>
    public ModelSet With(string name, LinearModel model) => new(_models.Append(new(name, model))) { Acceptance = Acceptance, LabelFiles = LabelFiles };

    /// <summary>Reads every <c>NAME.weights</c> of a folder; throws <see cref="InvalidDataException"/> with the file's name where one is no model.</summary>
    public static ModelSet Load(string folder)
    {
        if (!Directory.Exists(folder)) return Empty;
        var acceptance = Path.Combine(folder, AcceptanceFile);
        return new(Files(folder).Select(Read))
        {
            Acceptance = File.Exists(acceptance) ? AcceptanceCurve.FromTsv(File.ReadAllText(acceptance)) : AcceptanceCurve.Empty,
            LabelFiles = LabelsOf(folder),
        };
    }

    /// <summary>The user's own label files of a folder by the names of their models, whatever its models are; none where the folder is not there.</summary>
    public static ImmutableSortedDictionary<string, string> LabelsOf(string folder) => !Directory.Exists(folder) ? ImmutableSortedDictionary<string, string>.Empty
        : LabelPaths(folder).ToImmutableSortedDictionary(path => Path.GetFileName(path)[..^LabelsEnding.Length], File.ReadAllText, StringComparer.Ordinal);

    /// <summary>The files of models in a folder, in order of their names.</summary>
    public static IEnumerable<string> Files(string folder) => Directory.GetFiles(folder, "*.weights").Order(StringComparer.Ordinal);

    /// <summary>The user's own label files in a folder.</summary>
    public static IEnumerable<string> LabelPaths(string folder) => Directory.GetFiles(folder, "*" + LabelsEnding).Order(StringComparer.Ordinal);

    /// <summary>Writes every model to <c>NAME.weights</c> in a folder.</summary>
    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, model) in _models)
        {
            using var stream = File.Create(Path.Combine(folder, name + ".weights"));
            model.Save(stream);
        }
        File.WriteAllText(Path.Combine(folder, AcceptanceFile), Acceptance.ToTsv());
        foreach (var (name, yaml) in LabelFiles) File.WriteAllText(Path.Combine(folder, name + LabelsEnding), yaml);
    }

    private static KeyValuePair<string, LinearModel> Read(string path)
    {
        using var stream = new MemoryStream(File.ReadAllBytes(path));
        try
        {
            return new(Path.GetFileNameWithoutExtension(path), LinearModel.Load(stream));
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }
}
