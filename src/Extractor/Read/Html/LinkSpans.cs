using System.Collections.Immutable;

namespace Extract.Read.Html;

/// <summary>Follows the links while the text is written.</summary>
internal sealed class LinkSpans(Func<string, string> resolve)
{
    private readonly ImmutableArray<Hyperlink>.Builder _links = ImmutableArray.CreateBuilder<Hyperlink>();
    private int _node = -1;
    private string _href = "";
    private int _start;
    private bool _waits;

    public void Enter(int node, string href, InlineText text)
    {
        if (href.Length == 0 || _node >= 0) return;
        (_node, _href, _start, _waits) = (node, href, text.Length, !text.IsOpen);
    }

    /// <summary>A block begins: a link that was opened before it begins with it.</summary>
    public void Begin(InlineText text)
    {
        if (_node >= 0 && _waits) (_start, _waits) = (text.End, false);
    }

    /// <summary>A block has ended, and with it the link.</summary>
    public void Close(InlineText text)
    {
        if (_node < 0 || _waits) return;
        Add(text);
        _node = -1;
    }

    public void Leave(int node, InlineText text)
    {
        if (_node != node) return;
        if (!_waits) Add(text);
        _node = -1;
    }

    public ImmutableArray<Hyperlink> ToImmutable() => _links.ToImmutable();

    private void Add(InlineText text)
    {
        if (text.End <= _start) return;
        var words = text.Of(new(_start, text.End));
        var start = text.End - words.TrimStart().Length;
        if (start < text.End) _links.Add(new(new(start, _start + words.TrimEnd().Length), resolve(_href)));
    }
}
