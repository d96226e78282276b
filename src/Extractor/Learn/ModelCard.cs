using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Extract.Learn;

/// <summary>What stands beside trained models: from what they were made, how, and how well they do on what they have not seen.</summary>
public sealed record ModelCard
{
    /// <summary>The file's name.</summary>
    public const string FileName = "models.card.json";

    /// <summary>How they were made, in a sentence.</summary>
    public required string How { get; init; }
    /// <summary>The names of the gold folders, without where they stood.</summary>
    public required ImmutableArray<string> From { get; init; }
    /// <summary>The labelled documents.</summary>
    public required int Documents { get; init; }
    /// <summary>The labelled announcements.</summary>
    public required int Announcements { get; init; }
    /// <summary>The documents without labels that taught topics or types of event, because rules and models agree on them; null where none was given.</summary>
    public int? Unlabelled { get; init; }
    /// <summary>The models, each with its number of features.</summary>
    public required ImmutableSortedDictionary<string, int> Models { get; init; }
    /// <summary>How the scores were measured.</summary>
    public string? Measured { get; init; }
    /// <summary>The scores on sources that the models had not seen; null where they were not measured.</summary>
    public JsonElement? Scores { get; init; }
    /// <summary>The ids of all documents that were learned from, in order.</summary>
    public required ImmutableArray<string> Ids { get; init; }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        IndentSize = 1,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The card of a folder of models; null where there is none. Throws <see cref="InvalidDataException"/> with the file's name where it cannot be read.</summary>
    public static ModelCard? Load(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) return null;
        try
        {
            return JsonSerializer.Deserialize<ModelCard>(File.ReadAllBytes(path), Options);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Writes the card into a folder.</summary>
    public void Save(string folder) => File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Options) + "\n");
}
