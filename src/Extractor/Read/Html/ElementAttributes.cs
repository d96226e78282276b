using AngleSharp.Dom;

namespace Extract.Read.Html;

/// <summary>The attributes of an element that a reader looks at, taken in one pass over them.</summary>
internal struct ElementAttributes
{
    /// <summary>The values; null where the element has no such attribute.</summary>
    public string? ClassName, Id, Role, Href, ItemProperty, ItemType, Stamp;
    /// <summary>True where the element is an item of microdata.</summary>
    public bool IsItem;
    /// <summary>True where the element says that it is not shown.</summary>
    public bool Hides;

    public static ElementAttributes Of(IElement element)
    {
        var (read, all) = (default(ElementAttributes), element.Attributes);
        for (int i = 0, count = all.Length; i < count; i++) read.Take(all[i]!);
        return read;
    }

    private void Take(IAttr attribute)
    {
        switch (attribute.Name)
        {
            case "class": ClassName = attribute.Value; break;
            case "id": Id = attribute.Value; break;
            case "href": Href = attribute.Value; break;
            case "datetime": Stamp = attribute.Value; break;
            case "role": Role = attribute.Value; break;
            case "style": Hides |= IsStyledAway(attribute.Value); break;
            case "hidden": Hides |= attribute.Value != "until-found"; break;
            case "aria-hidden": Hides |= attribute.Value == "true"; break;
            case "itemprop": ItemProperty = attribute.Value; break;
            case "itemtype": ItemType = attribute.Value; break;
            case "itemscope": IsItem = true; break;
        }
    }

    private static bool IsStyledAway(string style)
    {
        if (style.Length < 12 || !(style.Contains("display", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility", StringComparison.OrdinalIgnoreCase))) return false;
        var bare = style.Replace(" ", "", StringComparison.Ordinal);
        return bare.Contains("display:none", StringComparison.OrdinalIgnoreCase) || bare.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }
}
