using AngleSharp.Dom;

namespace Extract.Read.Html;

/// <summary>The elements of a page that may say something of it, whether they are shown or not, each kind in document order.</summary>
internal sealed class PageStatements
{
    /// <summary>meta.</summary>
    public List<IElement> Metas { get; } = [];

    /// <summary>script.</summary>
    public List<IElement> Scripts { get; } = [];

    /// <summary>title.</summary>
    public List<IElement> Titles { get; } = [];

    /// <summary>h1.</summary>
    public List<IElement> Headings { get; } = [];

    /// <summary>time, and what is marked as the day of publication.</summary>
    public List<IElement> Times { get; } = [];

    /// <summary>Items of schema.org in microdata.</summary>
    public List<IElement> Items { get; } = [];

    /// <summary>Events of hCalendar.</summary>
    public List<IElement> Calendars { get; } = [];

    /// <summary>Events of its second form.</summary>
    public List<IElement> Microformats { get; } = [];

    /// <summary>What the page says that its addresses are relative to, or null.</summary>
    public string? Base { get; private set; }

    /// <summary>Keeps the element where it may say something.</summary>
    public void Look(IElement element, ElementTraits traits, in ElementAttributes attributes)
    {
        var isTime = attributes.ItemProperty == "datePublished";
        if ((traits & (ElementTraits.States | ElementTraits.Title)) != 0)
            switch (element.LocalName)
            {
                case "meta": Metas.Add(element); break;
                case "script": Scripts.Add(element); break;
                case "title": Titles.Add(element); break;
                case "h1": Headings.Add(element); break;
                case "base": Base ??= attributes.Href; break;
                case "time": isTime = true; break;
            }
        if (isTime) Times.Add(element);
        if (attributes.IsItem && attributes.ItemType?.Contains("schema.org/", StringComparison.Ordinal) == true) Items.Add(element);
        if (attributes.ClassName is not { } names || !names.Contains("event", StringComparison.Ordinal)) return;
        if (element.ClassList.Contains("vevent")) Calendars.Add(element);
        if (element.ClassList.Contains("h-event")) Microformats.Add(element);
    }
}
