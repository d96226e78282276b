using System.Buffers;
using AngleSharp.Dom;

namespace Extract.Read.Html;

/// <summary>
/// The text of a page as it grows: white space collapsed as browsers do, no white space at the ends of a block. It grows in a buffer that is lent: who is done
/// with the text gives it back.
/// </summary>
internal sealed class InlineText : IDisposable
{
    private static readonly SearchValues<char> White = SearchValues.Create(" \t\n\r\f"), Breaks = SearchValues.Create("\t\n\r\f");

    private char[] _text = ArrayPool<char>.Shared.Rent(1 << 13);
    private int _length;
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
    public int Length => _length + (_pending != '\0' ? 1 : 0);

    /// <summary>One past the last character that was written.</summary>
    public int End => _length;

    public void Begin(string separator)
    {
        Put(separator);
        (_start, _characters, _boldCharacters, _pending, _between, IsOpen) = (_length, 0, 0, '\0', false, true);
    }

    /// <summary>Ends the block; tells its span, whether all of it is bold, and the id of an element in it.</summary>
    public TextSpan Close(out bool isBold, out string? anchor)
    {
        while (_length > _start && char.IsWhiteSpace(_text[_length - 1])) _length--;
        (isBold, anchor) = (_boldCharacters == _characters && _characters > 0, _anchor);
        (IsOpen, _pending, _anchor, _between) = (false, '\0', null, false);
        return new(_start, _length);
    }

    public void EnterInline(in PageNode node)
    {
        if ((node.Traits & ElementTraits.Bold) != 0) _bold++;
        if (node.Id is { Length: > 0 } id) _anchor ??= id;
        // "<span>Zagreb</span><span>Croatia</span>": style sheets part them, and here they must not become one word.
        _between = _between && (node.Traits & ElementTraits.Separates) != 0;
    }

    public void LeaveInline(ElementTraits traits)
    {
        if ((traits & ElementTraits.Bold) != 0) _bold--;
        _between = (traits & ElementTraits.Separates) != 0;
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
        if (IsOpen) Put("\n");
    }

    /// <summary>Some of what has been written.</summary>
    public ReadOnlySpan<char> Of(TextSpan span) => _text.AsSpan(span.Start, span.Length);

    public override string ToString() => new(_text, 0, _length);

    public void Dispose()
    {
        if (_text.Length > 0) ArrayPool<char>.Shared.Return(_text);
        (_text, _length) = ([], 0);
    }

    private void AppendCollapsed(ReadOnlySpan<char> rest)
    {
        var all = rest.Length;
        while (!rest.IsEmpty)
        {
            var run = Run(rest);
            if (run > 0) AppendRun(rest[..run], all - rest.Length);
            rest = rest[run..];
            var white = rest.IndexOfAnyExcept(White);
            if (white < 0) white = rest.Length;
            if (white > 0) Space();
            rest = rest[white..];
        }
    }

    // As many words as stand there with one blank between them: they need no collapsing.
    private static int Run(ReadOnlySpan<char> rest)
    {
        if (rest.IndexOfAny(Breaks) is >= 0 and var end) rest = rest[..end];
        if (rest.IndexOf("  ") is >= 0 and var wide) rest = rest[..wide];
        return rest.StartsWith(' ') ? 0 : rest.EndsWith(' ') ? rest.Length - 1 : rest.Length;
    }

    private void AppendRun(ReadOnlySpan<char> run, int at)
    {
        if (_length == _start)
        {
            // Other white space, such as no-break spaces, stays in a block and begins none.
            for (; !run.IsEmpty && char.IsWhiteSpace(run[0]); at++) run = run[1..];
            _pending = '\0';
            if (run.IsEmpty) return;
        }
        if (_pending == '\0' && _between && _lastRun > 1 && run.Length > 1 && run[1] != ' ' && char.IsLetterOrDigit(run[0]) && char.IsLetterOrDigit(_text[_length - 1])) _pending = ' ';
        if (_pending != '\0') Put(_pending);
        _pending = '\0';
        _between = false;
        Map?.Add(_length, at, run.Length);
        Put(run);
        _lastRun = run.Length - 1 - run.LastIndexOf(' ');
        _characters += run.Length;
        if (_bold > 0) _boldCharacters += run.Length;
    }

    private void AppendAsIs(ReadOnlySpan<char> characters)
    {
        var all = characters.Length;
        if (_length == _start) characters = characters.TrimStart();
        Map?.Add(_length, all - characters.Length, characters.Length);
        Put(characters);
        _characters += characters.Length;
    }

    private void Put(char c) => Put([c]);

    private void Put(ReadOnlySpan<char> characters)
    {
        if (characters.Length > _text.Length - _length) Grow(characters.Length);
        characters.CopyTo(_text.AsSpan(_length));
        _length += characters.Length;
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_text.Length * 2, _length + more));
        _text.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }
}
