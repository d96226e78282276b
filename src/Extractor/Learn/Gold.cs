using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Extract.Learn;

/// <summary>A labelled document, in either form of gold: with the text and offsets, or (for pages) with each announcement's own words as text.</summary>
public sealed record GoldDocument
{
    /// <summary>Its id; records are found by it.</summary>
    public required string Id { get; init; }
    /// <summary>The address, or null.</summary>
    public string? Url { get; init; }
    /// <summary>The title as labelled, or null.</summary>
    public string? Title { get; init; }
    /// <summary>The text that offsets count into; null for the form without offsets.</summary>
    public string? Text { get; init; }
    /// <summary>The publication date.</summary>
    public DateOnly? Published { get; init; }
    /// <summary>The language.</summary>
    public string? Language { get; init; }
    /// <summary>Where it came from; the part up to the first blank names the source.</summary>
    public string? TextSource { get; init; }
    /// <summary>What is announced; empty where nothing is.</summary>
    public ImmutableArray<GoldAnnouncement> Announcements { get; init; } = [];
    /// <summary>Labels of a heading that serves several items: allowed, not required.</summary>
    public GoldShared? Shared { get; init; }

    /// <summary>The file that it was read from; null where it was made otherwise.</summary>
    [JsonIgnore] public string? Path { get; init; }

    /// <summary>What keeps documents of one origin together in folds: <see cref="TextSource"/> up to the first blank, else the address's host, else the id.</summary>
    [JsonIgnore]
    public string Origin => TextSource is { Length: > 0 } ? TextSource.Split(' ')[0] : Uri.TryCreate(Url, UriKind.Absolute, out var uri) ? uri.Host : Id;
}

/// <summary>A labelled announcement.</summary>
public sealed record GoldAnnouncement
{
    /// <summary>Its title.</summary>
    public string? Title { get; init; }
    /// <summary>Where it starts; null for the form without offsets.</summary>
    public int? StartOffset { get; init; }
    /// <summary>Where it ends, exclusive.</summary>
    public int? EndOffset { get; init; }
    /// <summary>Its words, for the form without offsets.</summary>
    public string? Text { get; init; }
    /// <summary>Its dates.</summary>
    public ImmutableArray<GoldLabel> Dates { get; init; } = [];
    /// <summary>Its cities.</summary>
    public ImmutableArray<GoldLabel> Cities { get; init; } = [];
    /// <summary>Its organizations.</summary>
    public ImmutableArray<GoldLabel> Organizations { get; init; } = [];
    /// <summary>Its topics, the chief one first.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];
    /// <summary>Its type.</summary>
    public string? EventType { get; init; }

    /// <summary>Its span, where the gold has offsets.</summary>
    [JsonIgnore] public TextSpan? Span => StartOffset is { } start && EndOffset is { } end ? new(start, end) : null;
}

/// <summary>Labels of a heading that serves several items.</summary>
public sealed record GoldShared
{
    /// <summary>Dates.</summary>
    public ImmutableArray<GoldLabel> Dates { get; init; } = [];
    /// <summary>Cities.</summary>
    public ImmutableArray<GoldLabel> Cities { get; init; } = [];
    /// <summary>Organizations.</summary>
    public ImmutableArray<GoldLabel> Organizations { get; init; } = [];
}

/// <summary>A labelled date, city or organization; the fields that its kind has not are null.</summary>
public sealed record GoldLabel
{
    /// <summary>The words.</summary>
    public string Text { get; init; } = "";
    /// <summary>Where they start; null for the form without offsets.</summary>
    public int? Start { get; init; }
    /// <summary>Where they end, exclusive.</summary>
    public int? End { get; init; }
    /// <summary>The role.</summary>
    public string? Role { get; init; }
    /// <summary>Of a date: the first day.</summary>
    public DateOnly? From { get; init; }
    /// <summary>Of a date: the last day.</summary>
    public DateOnly? To { get; init; }
    /// <summary>Of a date: no year stands in the words.</summary>
    public bool? YearInferred { get; init; }
    /// <summary>Of a city or organization: its name.</summary>
    public string? Name { get; init; }
    /// <summary>Of a city: its country.</summary>
    public string? Country { get; init; }
    /// <summary>Of an organization: its acronym.</summary>
    public string? Acronym { get; init; }
    /// <summary>It stands in a heading outside the announcement.</summary>
    public bool? Inherited { get; init; }
    /// <summary>Further places of the same value, as [start, end].</summary>
    public ImmutableArray<ImmutableArray<int>>? Also { get; init; }

    /// <summary>Its span, where the gold has offsets.</summary>
    [JsonIgnore] public TextSpan? Span => Start is { } start && End is { } end ? new(start, end) : null;
}

/// <summary>Reads gold files.</summary>
public static class Gold
{
    private const string PageSuffix = ".gold.json";
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>
    /// The gold of several folders or files, in order. Throws <see cref="InvalidDataException"/> with the file's name where one is not gold or has the id of another.
    /// </summary>
    public static ImmutableArray<GoldDocument> Load(IEnumerable<string> paths, string? only = null, bool several = false)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var ids = new Dictionary<string, string?>(StringComparer.Ordinal);
        ImmutableArray<GoldDocument> all = [.. paths.SelectMany(path => Load(path, only, several))];
        foreach (var gold in all)
            if (!ids.TryAdd(gold.Id, gold.Path)) throw new InvalidDataException(Messages.SameId(gold.Path, gold.Id, ids[gold.Id]));
        return all;
    }

    /// <summary>
    /// Every <c>*.json</c> below a folder that has announcements, in order of path; or one file. A page's gold <c>NAME.gold.json</c> without an id has
    /// <c>NAME</c>. Throws <see cref="InvalidDataException"/> with the file's name where one is not gold.
    /// </summary>
    /// <param name="path">A folder or a file.</param>
    /// <param name="only">Only files whose path contains this; null for all.</param>
    /// <param name="several">Only documents that hold more than one announcement.</param>
    public static ImmutableArray<GoldDocument> Load(string path, string? only = null, bool several = false)
    {
        IEnumerable<string> files = File.Exists(path) ? [path] : Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        return [.. files.Where(file => only is null || file.Contains(only, StringComparison.Ordinal)).Select(Read).OfType<GoldDocument>()
            .Where(gold => !several || gold.Announcements.Length > 1)];
    }

    private static GoldDocument? Read(string path)
    {
        try
        {
            if (!RegularFiles.IsRegular(path)) throw new InvalidDataException($"{path}: {Messages.NotRegular}");
            if (JsonNode.Parse(File.ReadAllBytes(path)) is not JsonObject json || !json.ContainsKey("announcements")) return null;
            json["id"] ??= NameOf(path);
            return json.Deserialize<GoldDocument>(Options)! with { Path = path };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    private static string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        return name.EndsWith(PageSuffix, StringComparison.Ordinal) ? name[..^PageSuffix.Length] : Path.GetFileNameWithoutExtension(name);
    }
}
