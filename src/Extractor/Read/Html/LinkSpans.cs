using System.Collections.Immutable;
using AngleSharp.Dom;

namespace Extract.Read.Html;

/// <summary>Follows the links while the text is written.</summary>
internal sealed class LinkSpans(Func<string, string> resolve)
{
    private readonly ImmutableArray<Hyperlink>.Builder _links = ImmutableArray.CreateBuilder<Hyperlink>();
    private int _node = -1;
    private string _href = "";
    private int _start;
    private bool _waits;

    public void Enter(int node, IElement element, InlineText text)
    {
        if (element.LocalName != "a" || element.GetAttribute("href") is not { Length: > 0 } href || _node >= 0) return;
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
        var span = new TextSpan(0, words.Length).Trim(words);
        if (span.Length > 0) _links.Add(new(new(_start + span.Start, _start + span.End), resolve(_href)));
    }
}
