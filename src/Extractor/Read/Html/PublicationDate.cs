using AngleSharp.Html.Dom;

namespace Extract.Read.Html;

/// <summary>When a page came out: its metadata, its markup, a line that says so, its address. A date that may be the event's own is none.</summary>
internal static class PublicationDate
{
    public static DateOnly? Of(IHtmlDocument page, PageMetadata metadata, LinkedData data, string? address) =>
        PageDates.Parse(metadata.Of("article:published_time", "og:published_time", "datePublished", "dateCreated", "date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
            "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "citation_publication_date", "citation_date", "article.published", "cXenseParse:recs:publishtime"))
        ?? data.Published ?? Marked(page) ?? Byline(page) ?? InAddress(address);

    // <time> is as often the event's date: it counts where it is called a publication's.
    private static DateOnly? Marked(IHtmlDocument page)
    {
        foreach (var element in page.QuerySelectorAll("time, [itemprop=datePublished]"))
        {
            var names = $"{element.ClassName} {element.GetAttribute("itemprop")} {element.ParentElement?.ClassName}";
            if (!element.HasAttribute("pubdate") && !Says(names, "publi", "posted", "entry-date", "post-date", "postdate", "byline", "entry-meta", "post-meta", "article-date", "posted-on")) continue;
            if (Says(names, "updated", "modified", "event")) continue;
            if ((PageDates.Parse(element.GetAttribute("datetime")) ?? PageDates.Parse(element.GetAttribute("content")) ?? PageDates.Written(element.TextContent)) is { } date) return date;
        }
        return null;
    }

    // "Published 4 June 2018", "Posted on June 4, 2018 by …", at the start of a short line.
    private static DateOnly? Byline(IHtmlDocument page)
    {
        foreach (var element in page.QuerySelectorAll("p, div, span, li, small, time, dd"))
        {
            if (element.ChildElementCount > 4 || element.ChildNodes.Length > 12) continue;
            var words = element.TextContent.AsSpan().Trim();
            if (words.Length is < 12 or > 120) continue;
            if ((Starts(words, "published") || Starts(words, "posted") || Starts(words, "date published") || Starts(words, "publication date") || Starts(words, "released")) && PageDates.Written(words.ToString()) is { } date) return date;
        }
        return null;
    }

    // https://example.org/2018/06/04/title
    private static DateOnly? InAddress(string? address)
    {
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var uri)) return null;
        var parts = uri.AbsolutePath.Split('/');
        for (var i = 0; i + 2 < parts.Length; i++)
            if (parts[i].Length == 4 && parts[i + 1].Length is 1 or 2 && parts[i + 2].Length is 1 or 2 && int.TryParse(parts[i], out var year) && year is > 1990 and < 2100
                && int.TryParse(parts[i + 1], out var month) && int.TryParse(parts[i + 2], out var day)) return new PartialDate(year, month, day).ToDate();
        return null;
    }

    private static bool Starts(ReadOnlySpan<char> words, string start) => words.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static bool Says(string names, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (names.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
