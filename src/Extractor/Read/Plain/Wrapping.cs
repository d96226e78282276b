using System.Buffers;

namespace Extract.Read.Plain;

/// <summary>
/// Tells a line break that only wraps a paragraph from one that means something. Text that was wrapped by a program or a careful hand fills its lines:
/// the first word of the next line would not have fitted any more. A list of title, date and place does not.
/// </summary>
internal sealed class Wrapping
{
    private static readonly SearchValues<char> NoLabel = SearchValues.Create("0123456789.,");
    private const int Narrowest = 40;
    private const int Widest = 110;
    // People break a little before the edge.
    private const int Slack = 6;

    private readonly string _text;
    private readonly List<Line> _lines;
    private readonly bool _wrapped;
    private int _runEnd;
    private bool _runJoins;
    private int _runWidth;

    public Wrapping(string text, List<Line> lines)
    {
        _text = text;
        _lines = lines;
        _wrapped = IsWrapped();
    }

    /// <summary>True where the line after the given one goes on with its sentence. Ask in order of the lines.</summary>
    public bool JoinsNext(int at)
    {
        if (at + 1 >= _lines.Count || !CanJoin(at)) return false;
        if (at >= _runEnd) Judge(at);
        return GoesOn(at) || (_runJoins && Width(at) * 2 >= _runWidth && !StartsLabel(_lines[at + 1]));
    }

    private bool CanJoin(int at) => _lines[at + 1].Shape == LineShape.Words && _lines[at].Shape is LineShape.Words or LineShape.Item && _lines[at].Length > 0;

    // Of lines that stand together: do all of them fill the same width, or do so many go on in the middle of a sentence that the rest must too?
    private void Judge(int at)
    {
        var (end, width) = (at, 0);
        while (end + 1 < _lines.Count && CanJoin(end)) width = Math.Max(width, Width(end++));
        width = Math.Max(width, Width(end));
        var (full, lower) = (0, 0);
        for (var i = at; i < end; i++)
        {
            if (Fills(i, width)) full++;
            if (GoesOn(i)) lower++;
        }
        var pairs = end - at;
        (_runEnd, _runWidth) = (end, width);
        _runJoins = width is >= Narrowest and <= Widest && lower > 0 && (_wrapped ? lower * 3 >= pairs || full * 3 >= pairs * 2 : pairs >= 2 && full == pairs);
        _runJoins |= _wrapped && width <= Widest && full == pairs && width >= Narrowest;
    }

    private int Width(int at) => _lines[at].Indent + _lines[at].Length;

    private bool Fills(int at, int width)
    {
        var next = _lines[at + 1];
        var word = _text.AsSpan(next.Start, next.Length).IndexOfAny(' ', '\u00a0');
        return Width(at) + 1 + (word < 0 ? next.Length : word) > width - Slack;
    }

    // The next line begins in the middle of a sentence.
    private bool GoesOn(int at)
    {
        var (line, next) = (_lines[at], _lines[at + 1]);
        var last = _text[line.End - 1];
        if (StartsLower(next)) return last is not ('.' or '!' or '?' or ':' or ';') && (line.Length >= Narrowest || !char.IsAsciiDigit(last)) && !StartsAddress(next);
        return last is ',' or '–' or '&' or '(' && line.Length >= Narrowest / 2 && !StartsLabel(next);
    }

    private bool StartsLower(in Line line)
    {
        var c = _text[line.Start];
        return char.IsLower(c) || (c is '(' or '“' or '"' && line.Length > 1 && char.IsLower(_text[line.Start + 1]));
    }

    private bool StartsAddress(in Line line)
    {
        var words = _text.AsSpan(line.Start, line.Length);
        var blank = words.IndexOf(' ');
        var word = blank < 0 ? words : words[..blank];
        return word.Contains('@') || word.IndexOf("://") >= 0 || word.StartsWith("www.");
    }

    // "Where: Zagreb" begins something new.
    private bool StartsLabel(in Line line)
    {
        var colon = _text.AsSpan(line.Start, Math.Min(line.Length, 30)).IndexOf(':');
        return colon > 0 && !_text.AsSpan(line.Start, colon).ContainsAny(NoLabel);
    }

    // A text that was wrapped has many lines of a certain length that end in the middle of a sentence.
    private bool IsWrapped()
    {
        var (pairs, going) = (0, 0);
        for (var i = 0; i + 1 < _lines.Count; i++)
        {
            if (!CanJoin(i)) continue;
            pairs++;
            if (Width(i) is >= Narrowest and <= Widest && StartsLower(_lines[i + 1]) && GoesOn(i)) going++;
        }
        return going >= 3 && going * 4 >= pairs;
    }
}
