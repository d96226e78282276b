using System.Collections.Frozen;
using System.Text;

namespace Extract.Review.Serving;

/// <summary>The files of the review page, as they are served: whatever stands in <c>Review/Page</c>, by its name.</summary>
internal static class PageFiles
{
    private const string Folder = "page/";

    private static readonly FrozenDictionary<string, string> MediaTypes = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, PageFile> All = typeof(PageFiles).Assembly.GetManifestResourceNames()
        .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(resource => resource[Folder.Length..], resource => new PageFile(Read(resource), MediaTypes[Path.GetExtension(resource)]));

    /// <summary>The names of all of them.</summary>
    public static IEnumerable<string> Names => All.Keys;

    /// <summary>A file of the page by its name, or null.</summary>
    public static PageFile? Find(string name) => All.GetValueOrDefault(name);

    private static string Read(string resource)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>A file of the page.</summary>
/// <param name="Content">What stands in it.</param>
/// <param name="MediaType">What it is served as.</param>
internal sealed record PageFile(string Content, string MediaType);
