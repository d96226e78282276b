using AngleSharp.Dom;
using Extract.Text;

namespace Extract.Read.Html;

/// <summary>The events that a page states in microdata or as hCalendar.</summary>
internal static class Microdata
{
    public static IEnumerable<MarkupEvent> Of(PageStatements page)
    {
        foreach (var element in page.Items)
            if (Schema.IsEvent(element.GetAttribute("itemtype")!.TrimEnd('/').Split('/')[^1]) && Event(element) is { } found) yield return found;
        foreach (var element in page.Calendars)
            if (Calendar(element) is { } found) yield return found;
        foreach (var element in page.Microformats)
            if (Microformat(element) is { } found) yield return found;
    }

    private static MarkupEvent? Event(IElement element)
    {
        if (Value(Own(element, "name")) is not { } name) return null;
        var place = Own(element, "location");
        var stated = new MarkupEvent(name, null, null, Value(place?.QuerySelector("[itemprop=addressLocality]")), Value(place?.QuerySelector("[itemprop=addressCountry]")), Organizer(Own(element, "organizer")), "microdata")
        {
            Region = Value(place?.QuerySelector("[itemprop=addressRegion]")),
            Location = Value(place?.QuerySelector("[itemprop=address]:not([itemscope])")) ?? (place?.HasAttribute("itemscope") == true ? null : Value(place)),
        };
        return Moment.Date(stated, Value(Own(element, "startDate")), Value(Own(element, "endDate")));
    }

    private static MarkupEvent? Calendar(IElement element)
    {
        if (Value(element.QuerySelector(".summary")) is not { } name) return null;
        var stated = new MarkupEvent(name, null, null, Value(element.QuerySelector(".locality")), Value(element.QuerySelector(".country-name")), Value(element.QuerySelector(".organizer")), "hcalendar")
        { Region = Value(element.QuerySelector(".region")), Location = Value(element.QuerySelector(".location")) };
        return Moment.Date(stated, Value(element.QuerySelector(".dtstart")), Value(element.QuerySelector(".dtend")));
    }

    // hCalendar's second form; the name is the element's own where nothing in it is called so.
    private static MarkupEvent? Microformat(IElement element)
    {
        if (Value(element.QuerySelector(".p-name")) is not { Length: < 300 } name) return null;
        var body = element.QuerySelector(".p-organizer, .p-author");
        var stated = new MarkupEvent(name, null, null, Value(element.QuerySelector(".p-locality")), Value(element.QuerySelector(".p-country-name")), Value(body?.QuerySelector(".p-name") ?? body), "h-event")
        { Region = Value(element.QuerySelector(".p-region")), Location = Value(element.QuerySelector(".p-location")) };
        return Moment.Date(stated, Value(element.QuerySelector(".dt-start")), Value(element.QuerySelector(".dt-end")));
    }

    // The property of the item itself, not that of an item inside it.
    private static IElement? Own(IElement item, string property) =>
        item.QuerySelectorAll($"[itemprop~={property}]").FirstOrDefault(found => found.ParentElement?.Closest("[itemscope]") == item);

    private static string? Organizer(IElement? element) => element?.HasAttribute("itemscope") == true ? Value(element.QuerySelector("[itemprop=name]")) : Value(element);

    private static string? Value(IElement? element)
    {
        var value = element?.GetAttribute("content") ?? element?.GetAttribute("datetime") ?? (element?.LocalName == "abbr" ? element.GetAttribute("title") : null) ?? element?.TextContent;
        return string.IsNullOrWhiteSpace(value) ? null : WhiteSpace.Collapse(value);
    }
}
