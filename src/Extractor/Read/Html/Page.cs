using System.Buffers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Extract.Read.Html;

/// <summary>
/// The body of a page as a flat list of nodes, with what each holds; what a browser does not show is not in it. Made in one walk over the page, which
/// keeps on its way what the page says of itself. The list is lent: who is done with the page gives it back.
/// </summary>
internal sealed class Page : IDisposable
{
    private PageNode[] _nodes = ArrayPool<PageNode>.Shared.Rent(512);
    private int _count;

    /// <summary>Nodes in document order; the first is the body.</summary>
    public Span<PageNode> Nodes => _nodes.AsSpan(0, _count);

    /// <summary>The elements that say something of the page.</summary>
    public PageStatements Statements { get; } = new();

    public static Page Of(IHtmlDocument document)
    {
        var page = new Page();
        if (document.DocumentElement is { } root) page.Walk(root, document.Body);
        page.Sum();
        return page;
    }

    public void Dispose()
    {
        // The pool must not keep the pages alive.
        if (_nodes.Length > 0) ArrayPool<PageNode>.Shared.Return(_nodes, clearArray: true);
        (_nodes, _count) = ([], 0);
    }

    // An element whose children are being walked over; the index of its node is −1 where it is not shown.
    private readonly record struct Open(INodeList Children, int Next, int Index);

    // No recursion: pages are as deep as they like.
    private void Walk(IElement root, IElement? body)
    {
        var open = new Stack<Open>();
        Enter(root, body, -1, open);
        while (open.TryPop(out var at))
        {
            if (at.Next == at.Children.Length)
            {
                if (at.Index >= 0) _nodes[at.Index].End = _count;
                continue;
            }
            open.Push(at with { Next = at.Next + 1 });
            var child = at.Children[at.Next];
            if (child is Element element) Enter(element, body, at.Index, open);
            else if (at.Index >= 0 && child.NodeType == NodeType.Text) Add((IText)child, at.Index);
        }
    }

    private void Enter(IElement element, IElement? body, int parent, Stack<Open> open)
    {
        var (kind, traits) = ElementKinds.Of(element.LocalName);
        var attributes = ElementAttributes.Of(element);
        Statements.Look(element, traits, attributes);
        var isBody = _count == 0 && ReferenceEquals(element, body);
        var shows = isBody || (parent >= 0 && kind != ElementKind.Silent && !attributes.Hides);
        var children = element.ChildNodes;
        if (children.Length > 0 || shows) open.Push(new(children, 0, shows ? _count : -1));
        if (!shows) return;
        ref var node = ref Next();
        (node.Element, node.Kind, node.Traits, node.Parent, node.End) = (element, isBody ? ElementKind.Block : kind, traits, parent, _count);
        (node.ClassName, node.Id, node.Role, node.Href, node.ItemProperty) = (attributes.ClassName, attributes.Id, attributes.Role, attributes.Href, attributes.ItemProperty);
        node.Stamp = element.LocalName == "time" ? attributes.Stamp : null;
        node.HasTitle = kind == ElementKind.Heading && (traits & ElementTraits.Title) != 0;
    }

    private void Add(IText text, int parent)
    {
        var characters = text.Data;
        if (characters.Length == 0) return;
        ref var node = ref Next();
        (node.Characters, node.TextNode, node.Kind, node.Parent, node.End, node.Text) = (characters, text, ElementKind.Text, parent, _count, Visible.Count(characters));
    }

    private ref PageNode Next()
    {
        if (_count == _nodes.Length)
        {
            var larger = ArrayPool<PageNode>.Shared.Rent(_count * 2);
            _nodes.CopyTo(larger, 0);
            ArrayPool<PageNode>.Shared.Return(_nodes, clearArray: true);
            _nodes = larger;
        }
        return ref _nodes[_count++];
    }

    // Children stand after their parents: one pass backwards adds everything up.
    private void Sum()
    {
        var nodes = Nodes;
        for (var i = nodes.Length - 1; i > 0; i--)
        {
            ref var node = ref nodes[i];
            ref var parent = ref nodes[node.Parent];
            if (node.IsLink)
            {
                node.Linked = node.Text;
                node.Links++;
            }
            parent.Text += node.Text;
            parent.Linked += node.Linked;
            parent.Links += node.Links;
            parent.HasTitle |= node.HasTitle;
        }
    }
}
