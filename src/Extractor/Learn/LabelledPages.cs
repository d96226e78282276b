using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Extract.Fetch;

namespace Extract.Learn;

/// <summary>Makes of gold the pages that the pipeline would have been given: the page file beside it where there is one, else its text.</summary>
public static class LabelledPages
{
    private const string GoldSuffix = ".gold.json";

    // The forms in which a page may stand beside its gold; the first that is there is it.
    private static readonly string[] Forms = [".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".odt", ".eml", ".ics"];

    /// <summary>
    /// The pages of several folders or files of gold, in order. Throws <see cref="InvalidDataException"/> with the file's name where one is not gold,
    /// has neither a text nor a page, or has the id of another.
    /// </summary>
    public static ImmutableArray<LabelledPage> Load(IEnumerable<string> paths, string? only = null, bool several = false) =>
        [.. Gold.Load(paths, only, several).Select(Of)];

    /// <summary>The page of a labelled document.</summary>
    public static LabelledPage Of(GoldDocument gold)
    {
        ArgumentNullException.ThrowIfNull(gold);
        if (PageOf(gold.Path) is { } page)
        {
            var source = OfFile(gold, page);
            return new(source, gold with { Url = source.Address, Published = source.Published });
        }
        return gold.Text is { } text ? new(OfText(gold, text), gold)
            : throw new InvalidDataException(Messages.NoPage(gold.Path ?? gold.Id));
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
        var sidecar = Sidecar.Load(gold.Path![..^GoldSuffix.Length] + Sidecar.Ending);
        if (sidecar.Wrong is { } wrong) throw new InvalidDataException($"{gold.Path![..^GoldSuffix.Length]}{Sidecar.Ending}: {wrong}");
        return new()
        {
            Id = gold.Id,
            Address = sidecar.Address ?? gold.Url,
            Bytes = bytes,
            MediaType = MediaTypes.OfFile(page, bytes),
            Published = sidecar.Published ?? gold.Published,
            Sha256 = Hash(bytes),
        };
    }

    private static string? PageOf(string? gold)
    {
        if (gold?.EndsWith(GoldSuffix, StringComparison.Ordinal) != true) return null;
        var stem = gold[..^GoldSuffix.Length];
        return Forms.Select(form => stem + form).FirstOrDefault(File.Exists);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
