using System.Buffers;
using System.Text;
using AngleSharp.Dom;

namespace Extract.Read.Html;

/// <summary>The text of a page as it grows: white space collapsed as browsers do, no white space at the ends of a block.</summary>
internal sealed class InlineText
{
    private static readonly SearchValues<char> White = SearchValues.Create(" \t\n\r\f");

    private readonly StringBuilder _text = new();
    private int _start;
    private int _characters;
    private int _boldCharacters;
    private int _bold;
    private string? _anchor;
    private char _pending;
    private int _lastRun;
    private bool _between;

    /// <summary>True while a block is being written.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>True in preformatted text.</summary>
    public bool KeepsSpace { get; set; }

    /// <summary>Where each run of characters came from; null where nobody asks.</summary>
    public PageMap? Map { get; init; }

    /// <summary>Where the next character goes.</summary>
    public int Length => _text.Length + (_pending != '\0' ? 1 : 0);

    /// <summary>One past the last character that was written.</summary>
    public int End => _text.Length;

    public void Begin(string separator)
    {
        _text.Append(separator);
        (_start, _characters, _boldCharacters, _pending, _between, IsOpen) = (_text.Length, 0, 0, '\0', false, true);
    }

    /// <summary>Ends the block; tells its span, whether all of it is bold, and the id of an element in it.</summary>
    public TextSpan Close(out bool isBold, out string? anchor)
    {
        var end = _text.Length;
        while (end > _start && char.IsWhiteSpace(_text[end - 1])) end--;
        _text.Length = end;
        (isBold, anchor) = (_boldCharacters == _characters && _characters > 0, _anchor);
        (IsOpen, _pending, _anchor, _between) = (false, '\0', null, false);
        return new(_start, end);
    }

    public void EnterInline(IElement element)
    {
        if (IsBold(element)) _bold++;
        _anchor ??= element.Id;
        // "<span>Zagreb</span><span>Croatia</span>": style sheets part them, and here they must not become one word.
        _between = _between && Separates(element);
    }

    public void LeaveInline(IElement element)
    {
        if (IsBold(element)) _bold--;
        _between = Separates(element);
    }

    public void Append(string characters, IText? node)
    {
        if (!IsOpen) return;
        Map?.Begin(node);
        if (KeepsSpace) AppendAsIs(characters);
        else AppendCollapsed(characters);
        _between = false;
    }

    /// <summary>White space that may collapse.</summary>
    public void Space()
    {
        if (IsOpen && _pending == '\0') _pending = ' ';
    }

    /// <summary>The border of two cells of a row.</summary>
    public void Cell()
    {
        if (IsOpen) _pending = '\t';
    }

    /// <summary>A line break that stays.</summary>
    public void Newline()
    {
        if (IsOpen) _text.Append('\n');
    }

    public string Of(TextSpan span) => _text.ToString(span.Start, span.Length);

    public override string ToString() => _text.ToString();

    private void AppendCollapsed(ReadOnlySpan<char> rest)
    {
        var all = rest.Length;
        while (!rest.IsEmpty)
        {
            var run = rest.IndexOfAny(White);
            if (run < 0) run = rest.Length;
            if (run > 0) AppendRun(rest[..run], all - rest.Length);
            rest = rest[run..];
            var white = rest.IndexOfAnyExcept(White);
            if (white < 0) white = rest.Length;
            if (white > 0) Space();
            rest = rest[white..];
        }
    }

    private void AppendRun(ReadOnlySpan<char> run, int at)
    {
        if (_text.Length == _start)
        {
            // Other white space, such as no-break spaces, stays in a block and begins none.
            for (; !run.IsEmpty && char.IsWhiteSpace(run[0]); at++) run = run[1..];
            _pending = '\0';
            if (run.IsEmpty) return;
        }
        if (_pending == '\0' && _between && _lastRun > 1 && run.Length > 1 && char.IsLetterOrDigit(run[0]) && char.IsLetterOrDigit(_text[^1])) _pending = ' ';
        if (_pending != '\0') _text.Append(_pending);
        _pending = '\0';
        _between = false;
        Map?.Add(_text.Length, at, run.Length);
        _text.Append(run);
        _lastRun = run.Length;
        _characters += run.Length;
        if (_bold > 0) _boldCharacters += run.Length;
    }

    private void AppendAsIs(ReadOnlySpan<char> characters)
    {
        var all = characters.Length;
        if (_text.Length == _start) characters = characters.TrimStart();
        Map?.Add(_text.Length, all - characters.Length, characters.Length);
        _text.Append(characters);
        _characters += characters.Length;
    }

    private static bool IsBold(IElement element) => element.LocalName is "b" or "strong";

    private static bool Separates(IElement element) => element.LocalName is "span" or "a" or "time" or "label" or "small" or "data";
}
