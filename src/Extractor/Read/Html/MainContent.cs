namespace Extract.Read.Html;

/// <summary>Finds the part of a page that holds its text.</summary>
internal static class MainContent
{
    /// <summary>The index of the node that holds the text: the body where no smaller one holds nearly all of it.</summary>
    public static int Find(Page page)
    {
        var nodes = page.Nodes;
        var kept = Kept(nodes);
        var root = 0;
        if (Declared(nodes, kept) is var declared and > 0) root = declared;
        return Narrow(nodes, kept, root);
    }

    // The text of each node without what was dropped below it.
    private static int[] Kept(ReadOnlySpan<PageNode> nodes)
    {
        var kept = new int[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Dropped) { i = nodes[i].End - 1; continue; }
            if (nodes[i].Kind == ElementKind.Text) kept[i] = nodes[i].Text;
        }
        for (var i = nodes.Length - 1; i > 0; i--) kept[nodes[i].Parent] += kept[i];
        return kept;
    }

    private static int Declared(ReadOnlySpan<PageNode> nodes, int[] kept)
    {
        var best = 0;
        for (var i = 1; i < nodes.Length; i++)
        {
            if (nodes[i].Dropped) { i = nodes[i].End - 1; continue; }
            if (IsMain(nodes[i]) && (best == 0 || kept[i] > kept[best])) best = i;
        }
        return best > 0 && (kept[best] >= kept[0] * 0.3 || kept[best] > 600) ? best : 0;
    }

    private static bool IsMain(in PageNode node) => node.Role == "main" || node.ItemProperty is "articleBody" or "mainContentOfPage" || node.Element?.LocalName == "main";

    // Down to the smallest container that still has nearly all that the root has.
    private static int Narrow(ReadOnlySpan<PageNode> nodes, int[] kept, int root)
    {
        for (var at = root; ;)
        {
            var next = 0;
            for (var i = at + 1; i < nodes[at].End; i = nodes[i].End)
                if (!nodes[i].Dropped && kept[i] >= kept[at] * 0.9 && nodes[i].Kind is ElementKind.Block) next = i;
            if (next == 0 || HasHeading(nodes, kept, at, next)) return at;
            at = next;
        }
    }

    // A heading before the container heads it.
    private static bool HasHeading(ReadOnlySpan<PageNode> nodes, int[] kept, int parent, int before)
    {
        for (var i = parent + 1; i < before; i++)
        {
            if (nodes[i].Dropped) i = nodes[i].End - 1;
            else if (nodes[i].Kind == ElementKind.Heading && kept[i] > 0) return true;
        }
        return false;
    }
}
