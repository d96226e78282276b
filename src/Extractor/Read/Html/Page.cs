using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Extract.Read.Html;

/// <summary>The body of a page as a flat list of nodes, with what each holds. What a browser does not show is not in it.</summary>
internal sealed class Page
{
    private readonly List<PageNode> _nodes = [];

    /// <summary>Nodes in document order; the first is the body.</summary>
    public Span<PageNode> Nodes => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_nodes);

    public static Page Of(IHtmlDocument document)
    {
        var page = new Page();
        if (document.Body is { } body) page.Flatten(body);
        page.Sum();
        return page;
    }

    // No recursion: pages are as deep as they like.
    private void Flatten(IElement body)
    {
        var open = new Stack<(INodeList Children, int Next, int Index)>();
        Open(body, ElementKind.Block, -1, open);
        while (open.TryPop(out var at))
        {
            if (at.Next == at.Children.Length)
            {
                Nodes[at.Index].End = _nodes.Count;
                continue;
            }
            open.Push((at.Children, at.Next + 1, at.Index));
            switch (at.Children[at.Next])
            {
                case IText text: Add(text, at.Index); break;
                case IElement element when Shows(element, out var kind): Open(element, kind, at.Index, open); break;
            }
        }
    }

    private void Open(IElement element, ElementKind kind, int parent, Stack<(INodeList, int, int)> open)
    {
        open.Push((element.ChildNodes, 0, _nodes.Count));
        _nodes.Add(new() { Element = element, Kind = kind, Parent = parent, End = _nodes.Count + 1, HasTitle = kind == ElementKind.Heading && element.LocalName == "h1" });
    }

    private void Add(IText text, int parent)
    {
        var characters = text.Data;
        if (characters.Length == 0) return;
        var count = 0;
        foreach (var c in characters)
            if (!char.IsWhiteSpace(c)) count++;
        _nodes.Add(new() { Characters = characters, TextNode = text, Kind = ElementKind.Text, Parent = parent, End = _nodes.Count + 1, Text = count });
    }

    private static bool Shows(IElement element, out ElementKind kind)
    {
        kind = ElementKinds.Of(element.LocalName);
        if (kind == ElementKind.Silent) return false;
        if (element.Attributes.Length == 0) return true;
        if (element.HasAttribute("hidden") && element.GetAttribute("hidden") != "until-found") return false;
        return element.GetAttribute("aria-hidden") != "true" && !IsStyledAway(element.GetAttribute("style"));
    }

    private static bool IsStyledAway(string? style)
    {
        if (style is null || style.Length < 12) return false;
        var bare = style.Replace(" ", "", StringComparison.Ordinal);
        return bare.Contains("display:none", StringComparison.OrdinalIgnoreCase) || bare.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    // Children stand after their parents: one pass backwards adds everything up.
    private void Sum()
    {
        var nodes = Nodes;
        for (var i = nodes.Length - 1; i > 0; i--)
        {
            ref var node = ref nodes[i];
            ref var parent = ref nodes[node.Parent];
            if (node.Element?.LocalName == "a" && node.Element.HasAttribute("href"))
            {
                node.Linked = node.Text;
                node.Links++;
            }
            // A paragraph of less than a line or two, or made of links, tells nothing of where the page's text is.
            if (node.Kind is ElementKind.Block or ElementKind.Item or ElementKind.Preformatted or ElementKind.Cell && node.Running == 0 && node.Text >= 80 && node.LinkDensity < 0.4)
                node.Running = node.Text;
            parent.Text += node.Text;
            parent.Linked += node.Linked;
            parent.Links += node.Links;
            parent.Running += node.Running;
            parent.HasTitle |= node.HasTitle;
        }
    }
}
