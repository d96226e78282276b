namespace Extract.Read.Html;

/// <summary>Marks what surrounds the text of a page and is not of it: navigation, page head and foot, notices, teasers of other pages. Rules over structure, words of class and id, and the density of links.</summary>
internal static class Boilerplate
{
    // More of the page than this is no boilerplate, whatever it is called.
    private const double Most = 0.4;
    private const double MostNavigation = 0.6;
    private const int DigitsOfDay = 5;

    public static void Mark(Page page)
    {
        var nodes = page.Nodes;
        var all = nodes.IsEmpty ? 0 : nodes[0].Text;
        for (var i = 1; i < nodes.Length;)
        {
            ref var node = ref nodes[i];
            node.Dropped = node.Element is not null && node.Text > 0 && IsBoilerplate(nodes, i, all);
            i = node.Dropped ? node.End : i + 1;
        }
    }

    private static bool IsBoilerplate(ReadOnlySpan<PageNode> nodes, int i, int all)
    {
        ref readonly var node = ref nodes[i];
        var share = (double)node.Text / all;
        if (IsNavigation(node) && share < MostNavigation) return true;
        if (share >= Most || node.Kind == ElementKind.Inline && node.Links == 0 && !IsHiddenByClass(node)) return false;
        return node.Element!.LocalName switch
        {
            "header" => !IsInside(nodes, i, "article", "main", "section") && !node.HasTitle,
            "footer" => !IsInside(nodes, i, "article", "main") || node.LinkDensity > 0.4 || share < 0.02,
            "aside" => !IsInside(nodes, i, "article", "main") || node.LinkDensity > 0.4,
            "form" => node.Linked == 0 ? node.Text < 200 : share < 0.1,
            "dialog" => true,
            _ => IsNamedSo(nodes, i),
        };
    }

    private static bool IsNavigation(in PageNode node)
    {
        if (node.Element!.LocalName == "nav") return true;
        return node.Role is "navigation" or "search" or "menu" or "menubar" or "contentinfo" or "dialog" or "alertdialog" or "toolbar" or "tablist"
            || (node.Role is "banner" or "complementary" && !node.HasTitle);
    }

    private static bool IsHiddenByClass(in PageNode node) => BoilerplateWords.Weigh(node.ClassName, null) == 2;

    private static bool IsNamedSo(ReadOnlySpan<PageNode> nodes, int i)
    {
        ref readonly var node = ref nodes[i];
        if (node.Element!.LocalName is "body" or "main" or "article" || node.Kind is ElementKind.Heading) return false;
        return BoilerplateWords.Weigh(node.ClassName, node.Id) switch
        {
            2 => !node.HasTitle,
            1 => !node.HasTitle && node.LinkDensity > 0.35,
            _ => IsLinkList(node) && !HoldsDays(nodes, i),
        };
    }

    // Short links and next to nothing beside them; long ones may be the titles of a list of news or events.
    private static bool IsLinkList(in PageNode node) =>
        node.Kind is ElementKind.List or ElementKind.Block && node.Links >= 4 && node.LinkDensity > 0.85 && node.Linked / node.Links < 18;

    // As many digits a link as a day has: "Minutes 3-26-2019" is one of a list of dates.
    private static bool HoldsDays(ReadOnlySpan<PageNode> nodes, int i)
    {
        var digits = 0;
        for (var at = i + 1; at < nodes[i].End; at++)
            foreach (var c in nodes[at].Characters ?? "")
                if (char.IsAsciiDigit(c)) digits++;
        return digits >= DigitsOfDay * nodes[i].Links;
    }

    private static bool IsInside(ReadOnlySpan<PageNode> nodes, int i, params ReadOnlySpan<string> names)
    {
        for (var at = nodes[i].Parent; at > 0; at = nodes[at].Parent)
            if (names.Contains(nodes[at].Element!.LocalName)) return true;
        return false;
    }
}
