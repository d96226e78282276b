using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Extract.Read.Html;

/// <summary>Words of a page to mark.</summary>
/// <param name="Span">The words in the document's text.</param>
/// <param name="Class">The class of the mark.</param>
/// <param name="Title">What it says to who points at it.</param>
internal readonly record struct PageMark(TextSpan Span, string Class, string Title);

/// <summary>
/// A page as it was fetched, with words marked and nothing in it that acts or loads: no scripts, styles, pictures, frames, forms, and no attribute but a few
/// that shape tables and text. Addresses of links become their titles.
/// </summary>
internal static class MarkedPage
{
    private const string Active = "script, style, link, meta, base, title, iframe, frame, frameset, object, embed, applet, audio, video, source, track, canvas, svg, math, template, input, button, select, textarea, xmp, plaintext, listing, noembed, noframes, portal";
    private static readonly FrozenSet<string> Kept = new[] { "colspan", "rowspan", "lang", "dir", "datetime", "open", "hidden", "start", "title" }.ToFrozenSet();

    public static string Of(IHtmlDocument page, PageMap map, IEnumerable<PageMark> marks)
    {
        var places = marks.SelectMany(mark => map.Of(mark.Span).Select(place => (place.Node, place.Start, place.End, Mark: mark))).ToList();
        Disarm(page);
        // From the last backwards, so that what is cut off a node has been marked already.
        for (var i = places.Count - 1; i >= 0; i--) Wrap(page, places[i].Node, places[i].Start, places[i].End, places[i].Mark);
        return page.Body?.InnerHtml ?? "";
    }

    private static void Wrap(IHtmlDocument page, IText node, int start, int end, PageMark mark)
    {
        if (node.Parent is null || end > node.Length) return;
        if (end < node.Length) node.Split(end);
        var words = start > 0 ? node.Split(start) : node;
        var element = page.CreateElement("mark");
        element.ClassName = mark.Class;
        element.SetAttribute("title", mark.Title);
        words.Parent!.ReplaceChild(element, words);
        element.AppendChild(words);
    }

    private static void Disarm(IHtmlDocument page)
    {
        foreach (var picture in page.QuerySelectorAll("img").ToList()) picture.Replace(page.CreateTextNode(picture.GetAttribute("alt") is { Length: > 0 } said ? $"[{said}]" : ""));
        foreach (var active in page.QuerySelectorAll(Active).ToList()) active.Remove();
        foreach (var element in page.All.ToList())
        {
            if (element.GetAttribute("href") is { } href) element.SetAttribute("title", href);
            if (element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase) == true) element.SetAttribute("hidden", "");
            foreach (var attribute in element.Attributes.Where(attribute => !Kept.Contains(attribute.Name)).Select(attribute => attribute.Name).ToList()) element.RemoveAttribute(attribute);
        }
    }
}
