using System.Runtime.InteropServices;
using AngleSharp.Dom;
using Extract.Text;

namespace Extract.Read.Html;

/// <summary>Leads from the text of a page back to the nodes that its characters stand in. Made only where somebody asks, in order of the text.</summary>
internal sealed class PageMap
{
    private readonly List<(int Start, int Length, IText Node, int At)> _runs = [];
    private IText? _node;

    /// <summary>What is added from now on comes from this node.</summary>
    public void Begin(IText? node) => _node = node;

    /// <summary>So many characters of the node from an offset in it on stand at an offset of the text.</summary>
    public void Add(int start, int at, int length)
    {
        // White space at the end of a block is taken back when the block ends.
        while (_runs.Count > 0 && _runs[^1].Start >= start) _runs.RemoveAt(_runs.Count - 1);
        if (_runs.Count > 0 && _runs[^1] is var last && last.Start + last.Length > start) _runs[^1] = last with { Length = start - last.Start };
        if (_node is { } node && length > 0) _runs.Add((start, length, node, at));
    }

    /// <summary>The stretches of nodes that a span of the text came from, in order.</summary>
    public IEnumerable<(IText Node, int Start, int End)> Of(TextSpan span)
    {
        for (var i = FirstAfter(span.Start); i < _runs.Count && _runs[i].Start < span.End; i++)
        {
            var (start, length, node, at) = _runs[i];
            var (from, to) = (Math.Max(start, span.Start), Math.Min(start + length, span.End));
            if (from < to) yield return (node, at + from - start, at + to - start);
        }
    }

    private int FirstAfter(int offset) => Bisection.FirstAbove(CollectionsMarshal.AsSpan(_runs), offset, run => run.Start + run.Length);
}
