namespace Extract.Trained;

/// <summary>The trained models by name (<c>dates.role</c>, <c>split.start</c>, …). Immutable; shared between threads.</summary>
public sealed class ModelSet
{
    private readonly SortedDictionary<string, LinearModel> _models = new(StringComparer.Ordinal);

    /// <summary>A set without models: every stage then rests on its rules.</summary>
    public static ModelSet Empty { get; } = new([]);

    private const string AcceptanceFile = "acceptance.tsv";

    /// <summary>A set of the given models.</summary>
    public ModelSet(IEnumerable<KeyValuePair<string, LinearModel>> models)
    {
        foreach (var (name, model) in models) _models[name] = model;
    }

    /// <summary>What confidences came true out of sample.</summary>
    public AcceptanceCurve Acceptance { get; private init; } = AcceptanceCurve.Empty;

    /// <summary>The same models with another curve of acceptance.</summary>
    public ModelSet With(AcceptanceCurve acceptance) => new(_models) { Acceptance = acceptance };

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> Names => _models.Keys;

    /// <summary>A model, or null where none was trained.</summary>
    public LinearModel? Find(string name) => _models.GetValueOrDefault(name);

    /// <summary>The same set with one more model, or another in its place.</summary>
    public ModelSet With(string name, LinearModel model) => new(_models.Append(new(name, model))) { Acceptance = Acceptance };

    /// <summary>Reads every <c>NAME.weights</c> of a folder; throws <see cref="InvalidDataException"/> with the file's name where one is no model.</summary>
    public static ModelSet Load(string folder)
    {
        if (!Directory.Exists(folder)) return Empty;
        var acceptance = Path.Combine(folder, AcceptanceFile);
        return new(Files(folder).Select(Read))
        {
            Acceptance = File.Exists(acceptance) ? AcceptanceCurve.FromTsv(File.ReadAllText(acceptance)) : AcceptanceCurve.Empty,
        };
    }

    /// <summary>The files of models in a folder, in order of their names.</summary>
    public static IEnumerable<string> Files(string folder) => Directory.GetFiles(folder, "*.weights").Order(StringComparer.Ordinal);

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
