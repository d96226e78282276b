using System.Collections.Immutable;

namespace Extract.Read.Plain;

/// <summary>
/// The blocks of a plain text or a Markdown page. They cover all of it but white space and the marks of headings, items and tables. Lines that stand together
/// (a title, its date, its place) have one group, and so has a list whose items stand apart.
/// </summary>
internal sealed class PlainBlocks
{
    private const int LongestByline = 60;
    private const int LongestTitle = 300;

    private readonly string _text;
    private readonly List<Piece> _pieces;
    private readonly Stack<int> _indents = new();
    private int _group;
    private int _listChunk = -2;

    private PlainBlocks(string text)
    {
        _text = text;
        _pieces = PieceReader.Read(text);
    }

    public static ImmutableArray<Block> Of(string text) => new PlainBlocks(text).Make();

    private ImmutableArray<Block> Make()
    {
        var blocks = ImmutableArray.CreateBuilder<Block>(_pieces.Count);
        for (var i = 0; i < _pieces.Count; i++) blocks.Add(Make(i));
        return blocks.DrainToImmutable();
    }

    private Block Make(int i)
    {
        var piece = _pieces[i];
        var group = Group(i);
        if (piece.Shape == LineShape.Item) return new(BlockKind.ListItem, piece.Span, Depth(piece), group);
        if (piece.Shape == LineShape.Row) return new(BlockKind.TableRow, piece.Span, 0, group);
        if (piece.Shape == LineShape.Fence) return new(BlockKind.Preformatted, piece.Span, 0, group);
        var (level, span) = Level(i);
        return level > 0 ? new(BlockKind.Heading, span, level, group) : new(BlockKind.Paragraph, piece.Span, 0, group);
    }

    private int Group(int i)
    {
        var piece = _pieces[i];
        if (i > 0 && _pieces[i - 1].Chunk == piece.Chunk) return _group;
        if (InList(piece)) return _group;
        _indents.Clear();
        _listChunk = piece.Shape == LineShape.Item ? piece.Chunk : -2;
        var alone = i + 1 == _pieces.Count || (_pieces[i + 1].Chunk != piece.Chunk && !(piece.Shape == LineShape.Item && _pieces[i + 1].Shape == LineShape.Item));
        if (alone) return 0;
        return ++_group;
    }

    // After an item and a blank line: another item, or words indented under it.
    private bool InList(in Piece piece)
    {
        if (_listChunk < 0 || piece.Chunk > _listChunk + 1 || _group == 0) return false;
        if (piece.Shape != LineShape.Item && !(piece.Shape == LineShape.Words && _indents.Count > 0 && piece.Indent > _indents.Peek())) return false;
        _listChunk = piece.Chunk;
        return true;
    }

    private int Depth(in Piece piece)
    {
        while (_indents.Count > 0 && _indents.Peek() >= piece.Indent) _indents.Pop();
        _indents.Push(piece.Indent);
        return _indents.Count;
    }

    private (int Level, TextSpan Span) Level(int i)
    {
        var piece = _pieces[i];
        if (piece.Level > 0) return (piece.Level, piece.Span);
        var words = Words(i);
        var first = i == 0 || _pieces[i - 1].Chunk != piece.Chunk;
        if (!first || i + 1 == _pieces.Count || piece.Lines > 2) return (0, piece.Span);
        if (IsBold(words)) return (4, new(piece.Span.Start + 2, piece.Span.End - 2));
        if (i == 0 && IsTitle(words)) return (1, piece.Span);
        if (!Headings.Looks(words)) return (0, piece.Span);
        var level = _pieces[i + 1].Chunk == piece.Chunk ? HeadsChunk(i) ? 3 : 0 : HeadsNext(i) && !IsByline(i) ? 2 : 0;
        return (level, piece.Span);
    }

    // The first line names the page, be it a little long or closed by a full stop.
    private bool IsTitle(ReadOnlySpan<char> words) => Headings.Looks(words) || (_pieces[1].Chunk != _pieces[0].Chunk && words.Length is >= 20 and <= LongestTitle
        && !HasSentences(words) && Headings.IsTitled(words) && words.IndexOf("://") < 0);

    // A full stop within, but for that of an initial.
    private static bool HasSentences(ReadOnlySpan<char> words)
    {
        for (var i = 2; i + 1 < words.Length; i++)
            if (words[i] == '.' && words[i + 1] == ' ' && char.IsLower(words[i - 1]) && char.IsLetter(words[i - 2])) return true;
        return false;
    }

    // A line alone heads the text below it, or a line below it that does so.
    private bool HeadsNext(int i)
    {
        var words = Words(i);
        if (Headings.IsLabelled(words)) return false;
        if (Headings.IsShouted(words) || IsBody(i + 1)) return true;
        return words.Length >= 20 && Headings.IsTitled(words) && i + 2 < _pieces.Count && IsBody(i + 2);
    }

    // The line under the title of a page without further headings says who speaks or when.
    private bool IsByline(int i)
    {
        if (i != 1 || _pieces[1].Span.Length > LongestByline || Headings.IsShouted(Words(1)) || !IsTitle(Words(0))) return false;
        for (var later = 2; later + 1 < _pieces.Count; later++)
            if (_pieces[later].Level > 0 || (IsAlone(later) && Headings.Looks(Words(later)) && HeadsNext(later))) return false;
        return true;
    }

    private bool IsAlone(int i) => _pieces[i].Lines == 1 && _pieces[i].Shape == LineShape.Words && _pieces[i - 1].Chunk != _pieces[i].Chunk && _pieces[i + 1].Chunk != _pieces[i].Chunk;

    // The first of several lines that stand together, unless all of them are of one kind (an address, labels with values).
    private bool HeadsChunk(int i)
    {
        var words = Words(i);
        var next = Words(i + 1);
        if (_pieces[i + 1].Shape == LineShape.Row || Headings.StartsCount(words)) return false;
        return !Headings.IsLabelled(words) || !Headings.IsLabelled(next);
    }

    private bool IsBody(int i)
    {
        var piece = _pieces[i];
        if (piece.Shape is LineShape.Item or LineShape.Row or LineShape.Fence || piece.Span.Length > Headings.Longest || piece.Lines > 2) return true;
        if (i + 1 < _pieces.Count && _pieces[i + 1].Chunk == piece.Chunk) return true;
        return piece.Level == 0 && _text[piece.Span.End - 1] is '.' or '!' or '?' or '”' or '"' or ':' or ')';
    }

    private static bool IsBold(ReadOnlySpan<char> words) => words.Length is > 5 and <= Headings.Longest
        && ((words.StartsWith("**") && words.EndsWith("**")) || (words.StartsWith("__") && words.EndsWith("__")))
        && words[2..^2].IndexOfAny('*', '_') < 0 && !char.IsWhiteSpace(words[2]) && !char.IsWhiteSpace(words[^3]);

    private ReadOnlySpan<char> Words(int i) => _text.AsSpan(_pieces[i].Span.Start, _pieces[i].Span.Length);
}
