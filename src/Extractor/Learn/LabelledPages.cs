using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Extract.Learn;

/// <summary>Makes of gold the pages that the pipeline would have been given: the page file beside it where there is one, else its text.</summary>
public static class LabelledPages
{
    private const string GoldSuffix = ".gold.json", MetaSuffix = ".meta.json";

    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = "text/plain",
        [".md"] = "text/markdown",
        [".html"] = "text/html",
        [".htm"] = "text/html",
        [".pdf"] = "application/pdf",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".eml"] = "message/rfc822",
        [".ics"] = "text/calendar",
    };

    /// <summary>
    /// The pages of several folders or files of gold, in order. Throws <see cref="InvalidDataException"/> with the file's name where one is not gold,
    /// has neither a text nor a page, or has the id of another.
    /// </summary>
    public static ImmutableArray<LabelledPage> Load(IEnumerable<string> paths, string? only = null, bool several = false)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var ids = new Dictionary<string, string?>(StringComparer.Ordinal);
        var pages = ImmutableArray.CreateBuilder<LabelledPage>();
        foreach (var gold in paths.SelectMany(path => Gold.Load(path, only, several)))
        {
            if (!ids.TryAdd(gold.Id, gold.Path)) throw new InvalidDataException($"{gold.Path}: the id “{gold.Id}” stands in {ids[gold.Id]} too");
            pages.Add(Of(gold));
        }
        return pages.ToImmutable();
    }

    /// <summary>The page of a labelled document.</summary>
    public static LabelledPage Of(GoldDocument gold)
    {
        ArgumentNullException.ThrowIfNull(gold);
        if (PageOf(gold.Path) is { } page)
        {
            var source = OfFile(gold, page);
            return new(source, gold with { Url = source.Uri, Published = source.Published });
        }
        return gold.Text is { } text ? new(OfText(gold, text), gold)
            : throw new InvalidDataException($"{gold.Path ?? gold.Id}: it has no text, and no page stands beside it");
    }

    private static Source OfText(GoldDocument gold, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new()
        {
            Id = gold.Id,
            Uri = gold.Url,
            Bytes = bytes,
            Text = text,
            MediaType = "text/plain",
            Published = gold.Published,
            Sha256 = Hash(bytes),
        };
    }

    private static Source OfFile(GoldDocument gold, string page)
    {
        if (!RegularFiles.IsRegular(page)) throw new InvalidDataException($"{page}: {Messages.NotRegular}");
        var bytes = File.ReadAllBytes(page);
        var meta = MetaOf(gold.Path!);
        var published = (string?)meta?["published"] is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : gold.Published;
        return new()
        {
            Id = gold.Id,
            Uri = (string?)meta?["url"] ?? gold.Url,
            Bytes = bytes,
            MediaType = MediaTypes[Path.GetExtension(page)],
            Published = published,
            Sha256 = Hash(bytes),
        };
    }

    private static string? PageOf(string? gold)
    {
        if (gold?.EndsWith(GoldSuffix, StringComparison.Ordinal) != true) return null;
        var stem = gold[..^GoldSuffix.Length];
        return MediaTypes.Keys.Select(extension => stem + extension).FirstOrDefault(File.Exists);
    }

    private static JsonNode? MetaOf(string gold)
    {
        var path = gold[..^GoldSuffix.Length] + MetaSuffix;
        return File.Exists(path) ? JsonNode.Parse(File.ReadAllBytes(path)) : null;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
