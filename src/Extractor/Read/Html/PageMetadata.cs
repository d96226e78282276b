using AngleSharp.Dom;
using Extract.Text;

namespace Extract.Read.Html;

/// <summary>What the head of a page says of it.</summary>
internal sealed class PageMetadata
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly PageStatements _page;
    private readonly IElement? _root;

    public PageMetadata(PageStatements page, IElement? root)
    {
        (_page, _root) = (page, root);
        foreach (var meta in page.Metas)
            if ((meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop")) is { } name && meta.GetAttribute("content") is { Length: > 0 } content)
                _values.TryAdd(name, content);
    }

    /// <summary>The value of the first of the names that the page states, or null.</summary>
    public string? Of(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_values.GetValueOrDefault(name) is { } value && !string.IsNullOrWhiteSpace(value)) return Collapsed(value);
        return null;
    }

    /// <summary>The title: what the page says to those who share it, its title element, its first h1. The site's name at either end is cut off.</summary>
    public string? Title()
    {
        var stated = Of("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title");
        var element = Collapsed(_page.Titles.FirstOrDefault(title => title.ParentElement?.LocalName != "svg")?.TextContent);
        var headings = _page.Headings.Select(h1 => Collapsed(h1.TextContent)).OfType<string>().ToList();
        var title = stated ?? element ?? headings.FirstOrDefault();
        if (title is null) return null;
        // "Spring School | University of X" over the heading "Spring School".
        return headings.FirstOrDefault(heading => heading.Length >= 4 && title.Contains(heading, StringComparison.OrdinalIgnoreCase)) ?? WithoutSite(title);
    }

    /// <summary>The language that the page declares, as an ISO 639-1 code, or null.</summary>
    public string? Language()
    {
        var declared = _root?.GetAttribute("lang") ?? _root?.GetAttribute("xml:lang") ?? Of("content-language", "og:locale", "dc.language", "language");
        var code = declared?.Trim().Split('-', '_', ',')[0].ToLowerInvariant();
        return code is { Length: 2 } && code.All(char.IsAsciiLetterLower) ? code : null;
    }

    private string WithoutSite(string title)
    {
        if (Of("og:site_name") is not { } site) return title;
        foreach (var sign in (ReadOnlySpan<string>)[" | ", " - ", " – ", " — ", " :: ", " » ", " · "])
        {
            if (title.EndsWith(sign + site, StringComparison.OrdinalIgnoreCase)) return title[..^(sign.Length + site.Length)];
            if (title.StartsWith(site + sign, StringComparison.OrdinalIgnoreCase)) return title[(sign.Length + site.Length)..];
        }
        return title;
    }

    private static string? Collapsed(string? text) => string.IsNullOrWhiteSpace(text) ? null : WhiteSpace.Collapse(text);
}
