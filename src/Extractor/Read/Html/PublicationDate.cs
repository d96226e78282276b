using System.Globalization;
using AngleSharp.Dom;

namespace Extract.Read.Html;

/// <summary>When a page came out: its metadata, its markup, a line that says so, its address. A date that may be the event's own is none.</summary>
internal static class PublicationDate
{
    private const int LongestLine = 120;

    public static DateOnly? Of(Page page, PageMetadata metadata, LinkedData data, string? address) =>
        PageDates.Parse(metadata.Of("article:published_time", "og:published_time", "datePublished", "dateCreated", "date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
            "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "citation_publication_date", "citation_date", "article.published", "cXenseParse:recs:publishtime"))
        ?? data.Published ?? Marked(page.Statements.Times) ?? Byline(page.Nodes) ?? InAddress(address);

    // <time> is as often the event's date: it counts where it is called a publication's.
    private static DateOnly? Marked(List<IElement> times)
    {
        foreach (var element in times)
        {
            var names = $"{element.ClassName} {element.GetAttribute("itemprop")} {element.ParentElement?.ClassName}";
            if (!element.HasAttribute("pubdate") && !Says(names, "publi", "posted", "entry-date", "post-date", "postdate", "byline", "entry-meta", "post-meta", "article-date", "posted-on")) continue;
            if (Says(names, "updated", "modified", "event")) continue;
            if ((PageDates.Parse(element.GetAttribute("datetime")) ?? PageDates.Parse(element.GetAttribute("content")) ?? PageDates.Written(element.TextContent)) is { } date) return date;
        }
        return null;
    }

    // "Published 4 June 2018", "Posted on June 4, 2018 by …", at the start of a short line.
    private static DateOnly? Byline(ReadOnlySpan<PageNode> nodes)
    {
        for (int i = 0, before = -1; i < nodes.Length; i++)
        {
            if (nodes[i].Kind != ElementKind.Text || nodes[i].Text == 0) continue;
            if (SaysPublished(nodes[i].Characters.AsSpan().TrimStart()) && InLine(nodes, i, before) is { } date) return date;
            before = i;
        }
        return null;
    }

    // The day in the largest element that is short and begins with these words.
    private static DateOnly? InLine(ReadOnlySpan<PageNode> nodes, int words, int before)
    {
        DateOnly? date = null;
        for (var at = nodes[words].Parent; at > before && at > 0 && nodes[at].Text <= LongestLine; at = nodes[at].Parent)
            if (nodes[at].Element is { LocalName: "p" or "div" or "span" or "li" or "small" or "time" or "dd", ChildElementCount: <= 4, ChildNodes.Length: <= 12 } element
                && element.TextContent.Trim() is { Length: >= 12 and <= LongestLine } line && SaysPublished(line)) date = PageDates.Written(line) ?? date;
        return date;
    }

    private static bool SaysPublished(ReadOnlySpan<char> words) => Starts(words, "published") || Starts(words, "posted") || Starts(words, "date published") || Starts(words, "publication date") || Starts(words, "released");

    // https://example.org/2018/06/04/title
    private static DateOnly? InAddress(string? address)
    {
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var uri)) return null;
        var parts = uri.AbsolutePath.Split('/');
        for (var i = 0; i + 2 < parts.Length; i++)
            if (parts[i].Length == 4 && parts[i + 1].Length is 1 or 2 && parts[i + 2].Length is 1 or 2 && Number(parts[i], out var year) && year is > 1990 and < 2100
                && Number(parts[i + 1], out var month) && Number(parts[i + 2], out var day)) return new PartialDate(year, month, day).ToDate();
        return null;
    }

    private static bool Number(string digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool Starts(ReadOnlySpan<char> words, string start) => words.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static bool Says(string names, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (names.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
