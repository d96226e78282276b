using System.Collections.Immutable;
using System.Text.Json;
using Extract.Learn.Judging;

namespace Extract.Commands.Evaluating;

/// <summary>The figures below which the program must not fall, and the corpus that they hold for (<c>corpus/floors.json</c>).</summary>
/// <param name="Corpus">The hash of the corpus (<see cref="CorpusHash"/>).</param>
/// <param name="Figures">The floors by name; more is better for each.</param>
internal sealed record Floors(string Corpus, ImmutableSortedDictionary<string, double> Figures)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    /// <summary>No floors, for no corpus.</summary>
    public static Floors None { get; } = new("", ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal));

    /// <summary>The figures that are held.</summary>
    public static ImmutableSortedDictionary<string, double> Of(Scores scores)
    {
        var figures = scores.Fields.Where(field => Fields.Counted.Contains(field.Key)).Select(field => KeyValuePair.Create(field.Key + " F1", field.Value.F1))
            .Append(new("event type accuracy", scores.EventTypeAccuracy)).Append(new("when+where", scores.WhenAndWhere));
        if (scores.Calibration.FirstOrDefault(row => row.Key == Fields.AllFindings).Value is { } calibration)
            figures = figures.Append(new("calibration (1 - ECE of all findings)", 1 - calibration.Error));
        return None.Figures.AddRange(figures.Select(figure => KeyValuePair.Create(figure.Key, Math.Floor(Math.Round(figure.Value * 1000, 6)) / 1000)));
    }

    /// <summary>The floors of a file; none where it is not there. Throws <see cref="InvalidDataException"/> where it holds something else.</summary>
    public static Floors Load(string path)
    {
        if (!File.Exists(path)) return None;
        try
        {
            var floors = JsonSerializer.Deserialize<Floors>(File.ReadAllBytes(path), Options);
            return floors is { Corpus: not null, Figures: not null } ? floors : throw new InvalidDataException(Messages.NoFigures(path));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Writes the file.</summary>
    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Options) + "\n");

    /// <summary>The figures that lie below their floor: name, floor, figure; a figure that is no longer measured counts as 0.</summary>
    public IReadOnlyList<(string Name, double Floor, double Figure)> Below(ImmutableSortedDictionary<string, double> figures) =>
        [.. Figures.Select(floor => (floor.Key, floor.Value, figures.GetValueOrDefault(floor.Key))).Where(row => row.Item3 < row.Value)];

    /// <summary>The floors with each figure that lies above its own in the place of it.</summary>
    public Floors Raised(string corpus, ImmutableSortedDictionary<string, double> figures) =>
        new(corpus, Figures.SetItems(figures.Where(figure => figure.Value > Figures.GetValueOrDefault(figure.Key, -1))));
}
