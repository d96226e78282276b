using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Extract.Tests.Corpus;

/// <summary>The corpus on disk, read without any of the program's own readers, so that it cannot hide their faults.</summary>
public static class CorpusFolder
{
    /// <summary>The folder <c>corpus</c> of the repository that these tests were built in.</summary>
    public static string Root { get; } = Repository.File("corpus");

    /// <summary>The pages below a folder of the corpus, as paths relative to <see cref="Root"/>.</summary>
    public static IEnumerable<string> Pages(string folder) =>
        from path in Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        where !path.EndsWith(".gold.json", StringComparison.Ordinal) && !path.EndsWith(".meta.json", StringComparison.Ordinal)
        let name = Path.GetRelativePath(Root, path).Replace('\\', '/')
        orderby name
        select name;

    /// <summary>The JSON file beside a page: <c>gold</c> or <c>meta</c>.</summary>
    public static JsonNode Beside(string page, string what) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Root, Path.ChangeExtension(page, $".{what}.json"))))!;

    /// <summary>True for pages that are text by themselves; false for PDF, Word, mail and calendar files.</summary>
    public static bool IsText(string page) => Path.GetExtension(page) is ".txt" or ".html" or ".md";

    /// <summary>A page as characters, in the encoding that it declares.</summary>
    public static string Characters(string page)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(Root, page));
        string head = Encoding.ASCII.GetString(bytes, 0, Math.Min(bytes.Length, 2048)).ToLowerInvariant();
        bool western = head.Contains("charset=windows-1252", StringComparison.Ordinal) || head.Contains("charset=\"windows-1252", StringComparison.Ordinal);
        return western ? CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes) : new UTF8Encoding(false, true).GetString(bytes);
    }

    /// <summary>The words of an HTML page with one blank between them: tags, scripts and styles gone, entities decoded.</summary>
    public static string Words(string html)
    {
        var text = new StringBuilder();
        for (int i = 0; i < html.Length; i++)
        {
            if (html[i] != '<' || !StartsTag(html, i)) { text.Append(html[i]); continue; }
            text.Append(IsInline(html, i) ? "" : " ");
            i = TagEnd(html, i);
        }
        return Fold(WebUtility.HtmlDecode(text.ToString()));
    }

    /// <summary>White space, no-break spaces and soft hyphens aside.</summary>
    public static string Fold(string text) =>
        string.Join(' ', text.Replace("\u00ad", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool StartsTag(string html, int i) => i + 1 < html.Length && (char.IsAsciiLetter(html[i + 1]) || html[i + 1] is '/' or '!' or '?');

    private static bool IsInline(string html, int i)
    {
        int start = html[i + 1] == '/' ? i + 2 : i + 1, end = start;
        while (end < html.Length && char.IsAsciiLetterOrDigit(html[end])) end++;
        return html[start..end].ToLowerInvariant() is "a" or "abbr" or "b" or "em" or "font" or "i" or "mark" or "small" or "span" or "strong" or "sub" or "sup" or "time" or "u" or "wbr";
    }

    /// <summary>The last character of a tag; of a comment, script or style, of the whole of it.</summary>
    private static int TagEnd(string html, int i)
    {
        if (At(html, i, "<!--")) return EndOf(html, i, "-->");
        if (At(html, i, "<script")) return EndOf(html, i, "</script>");
        if (At(html, i, "<style")) return EndOf(html, i, "</style>");
        if (At(html, i, "<noscript")) return EndOf(html, i, "</noscript>");
        return EndOf(html, i, ">");
    }

    private static bool At(string html, int i, string what) => string.Compare(html, i, what, 0, what.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static int EndOf(string html, int i, string what)
    {
        int end = html.IndexOf(what, i, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length - 1 : end + what.Length - 1;
    }
}
