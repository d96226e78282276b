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
    private readonly int _width;

    public Wrapping(string text, List<Line> lines)
    {
        _text = text;
        _width = Width(lines);
    }

    /// <summary>True where the second line goes on with the first one's sentence.</summary>
    public bool Joins(in Line line, in Line next)
    {
        if (next.Shape != LineShape.Words || line.Shape is not (LineShape.Words or LineShape.Item) || line.Length == 0) return false;
        var last = _text[line.End - 1];
        if (StartsLower(next) && last is not ('.' or '!' or '?' or ':' or ';')) return true;
        if (last is ',' or '-' or '–' or '&' or '(' && line.Length >= Narrowest / 2 && !StartsLabel(next)) return last != '-' || line.Length >= Narrowest;
        return _width > 0 && line.Length <= Widest && Fills(line, next);
    }

    private bool Fills(in Line line, in Line next)
    {
        if (line.Indent + line.Length >= _width) return true;
        var word = _text.AsSpan(next.Start, next.Length).IndexOfAny(' ', '\u00a0');
        return line.Indent + line.Length + 1 + (word < 0 ? next.Length : word) > _width - Slack;
    }

    private bool StartsLower(in Line line)
    {
        var c = _text[line.Start];
        return char.IsLower(c) || (c is '(' or '“' or '"' && line.Length > 1 && char.IsLower(_text[line.Start + 1]));
    }

    // "Where: Zagreb" begins something new.
    private bool StartsLabel(in Line line)
    {
        var colon = _text.AsSpan(line.Start, Math.Min(line.Length, 30)).IndexOf(':');
        return colon > 0 && !_text.AsSpan(line.Start, colon).ContainsAny(NoLabel);
    }

    // The width that the text was wrapped to: lines that end in the middle of a sentence tell; 0 where it was not wrapped.
    private int Width(List<Line> lines)
    {
        Span<int> widths = stackalloc int[Widest + 1];
        var (pairs, going) = (0, 0);
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Shape is not (LineShape.Words or LineShape.Item) || lines[i + 1].Shape != LineShape.Words) continue;
            pairs++;
            var width = lines[i].Indent + lines[i].Length;
            if (width is < Narrowest or > Widest || !StartsLower(lines[i + 1]) || _text[lines[i].End - 1] is '.' or '!' or '?' or ':') continue;
            going++;
            widths[width]++;
        }
        return going >= 3 && going * 4 >= pairs ? Percentile(widths, going) : 0;
    }

    private static int Percentile(ReadOnlySpan<int> widths, int count)
    {
        var (width, left) = (widths.Length - 1, count / 10);
        for (; width > 0; width--)
            if ((left -= widths[width]) < 0) break;
        return width;
    }
}
