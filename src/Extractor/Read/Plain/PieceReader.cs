namespace Extract.Read.Plain;

/// <summary>Joins the lines of a text into pieces. One pass.</summary>
internal sealed class PieceReader
{
    private readonly string _text;
    private readonly List<Line> _lines;
    private readonly Wrapping _wrapping;
    private readonly List<Piece> _pieces = [];
    private int _chunk;

    private PieceReader(string text)
    {
        _text = text;
        _lines = LineReader.Read(text);
        _wrapping = new(text, _lines);
    }

    public static List<Piece> Read(string text)
    {
        var reader = new PieceReader(text);
        reader.ReadAll();
        return reader._pieces;
    }

    private void ReadAll()
    {
        for (var at = 0; at < _lines.Count;)
            at = _lines[at].Shape switch
            {
                LineShape.Blank => Part(at),
                LineShape.Rule => ReadRule(at),
                LineShape.Fence => ReadFence(at),
                LineShape.Marked => ReadMarked(at),
                LineShape.Row => ReadRow(at),
                _ => ReadWords(at),
            };
    }

    private int Part(int at)
    {
        _chunk++;
        return at + 1;
    }

    // An underline makes a heading of the one line above it; the rule under the head of a table is part of it; any other rule parts.
    private int ReadRule(int at)
    {
        var line = _lines[at];
        if (_pieces.Count > 0 && _pieces[^1] is { Lines: 1, Shape: LineShape.Words } last && last.Chunk == _chunk && line.Level > 0 && line.Length >= 3
            && Headings.Looks(_text.AsSpan(last.Span.Start, last.Span.Length)))
        {
            _pieces[^1] = last with { Shape = LineShape.Marked, Level = line.Level };
            return Part(at);
        }
        if (_pieces.Count > 0 && _pieces[^1] is { Shape: LineShape.Row } head && head.Chunk == _chunk) return at + 1;
        return Part(at);
    }

    private int ReadFence(int at)
    {
        var end = at + 1;
        while (end < _lines.Count && _lines[end].Shape != LineShape.Fence) end++;
        var span = at + 1 < end ? new TextSpan(_lines[at + 1].Start, _lines[end - 1].End).Trim(_text) : default;
        if (span.Length > 0) _pieces.Add(new(span, LineShape.Fence, 0, 0, ++_chunk, end - at - 1));
        _chunk++;
        return end + 1;
    }

    private int ReadMarked(int at)
    {
        var line = _lines[at];
        _pieces.Add(new(line.Span, LineShape.Marked, line.Level, line.Indent, ++_chunk, 1));
        _chunk++;
        return at + 1;
    }

    private int ReadRow(int at)
    {
        var line = _lines[at];
        _pieces.Add(new(line.Span, LineShape.Row, 0, line.Indent, _chunk, 1));
        return at + 1;
    }

    private int ReadWords(int at)
    {
        var first = _lines[at];
        // A bullet alone on its line: its words stand below.
        var start = first.Length == 0 && at + 1 < _lines.Count && _lines[at + 1].Shape == LineShape.Words ? at + 1 : at;
        var end = start + 1;
        while (_wrapping.JoinsNext(end - 1)) end++;
        var span = new TextSpan(_lines[start].Start, _lines[end - 1].End);
        if (span.Length > 0) _pieces.Add(new(span, first.Shape, 0, first.Indent, _chunk, end - start));
        return end;
    }
}
