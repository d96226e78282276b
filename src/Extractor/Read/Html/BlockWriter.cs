using System.Collections.Immutable;

namespace Extract.Read.Html;

/// <summary>
/// Writes the kept nodes of a page as text with blocks. Blocks are parted by an empty line; items of a list, rows of a table and lines that a <c>br</c> parts by a
/// line break. Cells of a row are parted by a tab. A link that holds several blocks ends with the first of them.
/// </summary>
internal sealed class BlockWriter
{
    private readonly Page _page;
    private readonly int _root;
    private readonly InlineText _text;
    private readonly Stack<Frame> _frames = new();
    private readonly List<WrittenBlock> _blocks = [];
    private readonly ElementSpans _links = new(), _times = new();
    private bool _brokenLine;

    private BlockWriter(Page page, int root, InlineText text) => (_page, _root, _text) = (page, root, text);

    public static WrittenPage Write(Page page, int root, PageMap? map = null)
    {
        using var text = new InlineText { Map = map };
        var writer = new BlockWriter(page, root, text);
        if (!page.Nodes.IsEmpty) writer.WriteAll();
        return new(text.ToString(), Grouping.Of(page, root, writer._blocks), writer._links.ToImmutable(), writer._times.ToImmutable());
    }

    // An open element that shapes the blocks in it.
    private readonly record struct Frame(int Node, ElementKind Kind);

    private void WriteAll()
    {
        var nodes = _page.Nodes;
        _frames.Push(new(_root, ElementKind.Block));
        var open = new Stack<int>();
        for (var i = _root + 1; i < nodes[_root].End;)
        {
            while (open.Count > 0 && nodes[open.Peek()].End <= i) Leave(open.Pop());
            if (nodes[i].Dropped || (nodes[i].Kind != ElementKind.Break && nodes[i].Text == 0 && nodes[i].Kind != ElementKind.Inline))
            {
                // Nothing in it, but it may still part what stands before and after it.
                if (nodes[i].Kind is not (ElementKind.Inline or ElementKind.Text)) Part(i);
                else if (nodes[i].Kind == ElementKind.Text) Write(i);
                i = nodes[i].End;
                continue;
            }
            if (nodes[i].Kind == ElementKind.Text) Write(i);
            else
            {
                Enter(i);
                open.Push(i);
            }
            i++;
        }
        while (open.Count > 0) Leave(open.Pop());
        Close();
    }

    private void Enter(int i)
    {
        ref readonly var node = ref _page.Nodes[i];
        if (node.Kind == ElementKind.Inline)
        {
            _text.EnterInline(node);
            if (node.IsLink) _links.Enter(i, node.Href!, _text);
            if (node.Stamp is { } stamp) _times.Enter(i, stamp, _text);
            return;
        }
        if (node.Kind == ElementKind.Break)
        {
            Break(node.Element!.LocalName == "hr");
            return;
        }
        var kind = Shape(i);
        if (kind == ElementKind.Cell) _text.Cell();
        else Part(i);
        if (kind != ElementKind.Block) _frames.Push(new(i, kind));
        if (kind == ElementKind.Preformatted) _text.KeepsSpace = true;
    }

    private void Leave(int i)
    {
        ref readonly var node = ref _page.Nodes[i];
        if (node.Kind == ElementKind.Inline)
        {
            _links.Leave(i, _text);
            _times.Leave(i, _text);
            _text.LeaveInline(node.Traits);
            return;
        }
        if (node.Kind == ElementKind.Break) return;
        Part(i);
        if (_frames.Peek().Node == i && i != _root) _frames.Pop();
        if (node.Kind == ElementKind.Preformatted) _text.KeepsSpace = false;
    }

    // Tables that lay out a page are no tables of data, and so their rows and cells are mere blocks; in a row of data everything stands in one line.
    private ElementKind Shape(int i)
    {
        var kind = _page.Nodes[i].Kind;
        if (kind == ElementKind.Table) return DataTables.IsData(_page.Nodes, i) ? kind : ElementKind.Block;
        if (InRow() && kind != ElementKind.Cell) return ElementKind.Block;
        if (kind is ElementKind.Row && !InTable()) return ElementKind.Block;
        if (kind is ElementKind.Cell && !InRow()) return ElementKind.Block;
        return kind;
    }

    private bool InRow() => _frames.Peek().Kind is ElementKind.Row or ElementKind.Cell;

    private bool InTable() => _frames.Peek().Kind is ElementKind.Table;

    // A block ends here, unless it is a row of data: that goes on.
    private void Part(int i)
    {
        if (InRow() && _page.Nodes[i].Kind != ElementKind.Row) _text.Space();
        else Close();
    }

    private void Break(bool rules)
    {
        if (_frames.Peek().Kind is ElementKind.Preformatted) _text.Newline();
        else if (!rules && (InRow() || _frames.Peek().Kind is ElementKind.Heading or ElementKind.Caption)) _text.Space();
        else
        {
            Close();
            _brokenLine = !rules;
        }
    }

    private void Write(int i)
    {
        ref readonly var node = ref _page.Nodes[i];
        if (!_text.IsOpen && node.Text > 0) Begin(i);
        _text.Append(node.Characters!, node.TextNode);
    }

    private void Begin(int i)
    {
        var (owner, frame) = (Owner(i), _frames.Peek());
        var kind = KindOf(frame);
        var block = new WrittenBlock(owner, kind, kind == BlockKind.Paragraph ? 0 : LevelOf(frame), default, null);
        var last = _blocks.Count > 0 ? _blocks[^1] : default;
        var tight = _brokenLine || (block.Kind == last.Kind && block.Kind is BlockKind.ListItem or BlockKind.TableRow);
        _text.Begin(_blocks.Count == 0 ? "" : tight ? "\n" : "\n\n");
        _links.Begin(_text);
        _times.Begin(_text);
        _blocks.Add(block);
        _brokenLine = false;
    }

    private void Close()
    {
        _brokenLine = false;
        if (!_text.IsOpen) return;
        var span = _text.Close(out var isBold, out var anchor);
        _links.Close(_text);
        _times.Close(_text);
        var block = _blocks[^1] with { Span = span, Anchor = anchor };
        if (isBold && block.Kind == BlockKind.Paragraph && span.Length <= 120 && Plain.Headings.Looks(_text.Of(span))) block = block with { Kind = BlockKind.Heading, Level = 5 };
        _blocks[^1] = block;
    }

    // The innermost element that is no mere part of a line.
    private int Owner(int i)
    {
        var nodes = _page.Nodes;
        var at = nodes[i].Parent;
        while (at > _root && (nodes[at].Kind == ElementKind.Inline || (InRow() && nodes[at].Kind != ElementKind.Row))) at = nodes[at].Parent;
        return Math.Max(at, _root);
    }

    private BlockKind KindOf(in Frame frame) => frame.Kind switch
    {
        ElementKind.Heading => BlockKind.Heading,
        ElementKind.Row or ElementKind.Cell => BlockKind.TableRow,
        ElementKind.Caption => BlockKind.Caption,
        ElementKind.Preformatted => BlockKind.Preformatted,
        // What follows in the same item is a paragraph of it.
        ElementKind.Item when _blocks.Count == 0 || !IsIn(_blocks[^1].Owner, frame.Node) => BlockKind.ListItem,
        _ => BlockKind.Paragraph,
    };

    private bool IsIn(int node, int ancestor) => node >= ancestor && node < _page.Nodes[ancestor].End;

    private int LevelOf(in Frame frame) => frame.Kind switch
    {
        ElementKind.Heading => _page.Nodes[frame.Node].Element!.LocalName[1] - '0',
        ElementKind.Item => _frames.Count(open => open.Kind == ElementKind.List) is var depth && _page.Nodes[frame.Node].Element!.LocalName == "dd" ? depth + 1 : Math.Max(depth, 1),
        _ => 0,
    };
}

/// <summary>A page as it was written.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Blocks">The blocks of the text.</param>
/// <param name="Links">The words of each link with its address as the page has it.</param>
/// <param name="Times">The words of each <c>time</c> with its <c>datetime</c>.</param>
internal sealed record WrittenPage(string Text, ImmutableArray<Block> Blocks, ImmutableArray<(TextSpan Span, string Value)> Links, ImmutableArray<(TextSpan Span, string Value)> Times);
