using System.Collections.Immutable;

namespace Extract.Read.Html;

/// <summary>Follows elements of one kind that carry a value (links with their address, times with their day) while the text is written.</summary>
internal sealed class ElementSpans
{
    private readonly ImmutableArray<(TextSpan Span, string Value)>.Builder _spans = ImmutableArray.CreateBuilder<(TextSpan, string)>();
    private int _node = -1;
    private string _value = "";
    private int _start;
    private bool _waits;

    public void Enter(int node, string value, InlineText text)
    {
        if (value.Length == 0 || _node >= 0) return;
        (_node, _value, _start, _waits) = (node, value, text.Length, !text.IsOpen);
    }

    /// <summary>A block begins: what was opened before it begins with it.</summary>
    public void Begin(InlineText text)
    {
        if (_node >= 0 && _waits) (_start, _waits) = (text.End, false);
    }

    /// <summary>A block has ended, and with it the element's words.</summary>
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

    /// <summary>The words of each element with its value, in order.</summary>
    public ImmutableArray<(TextSpan Span, string Value)> ToImmutable() => _spans.ToImmutable();

    private void Add(InlineText text)
    {
        if (text.End <= _start) return;
        var words = text.Of(new(_start, text.End));
        var start = text.End - words.TrimStart().Length;
        if (start < text.End) _spans.Add((new(start, _start + words.TrimEnd().Length), _value));
    }
}
