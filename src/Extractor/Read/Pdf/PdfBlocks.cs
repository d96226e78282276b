using System.Collections.Immutable;

namespace Extract.Read.Pdf;

/// <summary>Writes paragraphs as text with blocks: tells headings by size and weight, items by their marks, and puts words that a hyphen parts together.</summary>
internal sealed class PdfBlocks
{
    private const int LongestHeading = 300;
    private const int DeepestSize = 4;
    private readonly List<PdfParagraph> _paragraphs;
    private readonly double _body;
    private readonly bool _bodyIsBold;
    private readonly List<double> _sizes;
    private readonly Hyphens _hyphens;
    private readonly BlockText _text = new();
    private int _group;

    private PdfBlocks(List<PdfLine> lines)
    {
        (_paragraphs, _body) = Paragraphs.Of(lines);
        _hyphens = new(lines);
        _bodyIsBold = lines.Where(line => line.Bold).Sum(line => line.Text.Length) * 2 > lines.Sum(line => line.Text.Length);
        _sizes = [.. _paragraphs.Where(IsLarge).Select(paragraph => Math.Round(paragraph.Size)).Distinct().OrderDescending().Take(DeepestSize)];
    }

    public static (string Text, ImmutableArray<Block> Blocks, ImmutableArray<Hyperlink> Links) Write(List<PdfLine> lines)
    {
        var blocks = new PdfBlocks(lines);
        for (var i = 0; i < blocks._paragraphs.Count; i++) blocks.Write(i);
        return blocks._text.Finish();
    }

    private void Write(int i)
    {
        var paragraph = _paragraphs[i];
        _text.Begin(new(KindOf(paragraph, i, out var level), default, level, Group(i)), paragraph.Tight);
        if (paragraph.Rows is { } cells)
        {
            foreach (var cell in cells)
            {
                Write(cell);
                _text.Space('\t');
            }
            return;
        }
        Write([.. paragraph.Lines.SelectMany(line => line.Words)], paragraph.Mark);
    }

    private void Write(List<PdfWord> words, int mark = 0)
    {
        var (start, written) = (_text.Length, 0);
        for (var i = 0; i < words.Count; i++)
        {
            if (i == 0 || words[i].Href != words[i - 1].Href) start = _text.Length;
            _text.Append(words[i].Text);
            var (goesOn, falls) = i + 1 < words.Count && words[i + 1].Baseline != words[i].Baseline ? _hyphens.Joins(words[i].Text, words[i + 1].Text) : default;
            if (falls > 0) _text.TakeBack(words[i].Text[^1]);
            if (!goesOn) _text.Space();
            written += words[i].Text.Length + 1;
            if (mark > 0 && written >= mark && written - words[i].Text.Length - 1 < mark) _text.EndMark();
            if (words[i].Href is { } href && (i + 1 == words.Count || words[i + 1].Href != href)) _text.Link(start, href);
        }
    }

    private BlockKind KindOf(PdfParagraph paragraph, int i, out int level)
    {
        level = 0;
        if (paragraph.Rows is not null) return BlockKind.TableRow;
        level = HeadingLevel(paragraph, i);
        if (level > 0) return BlockKind.Heading;
        level = paragraph.Mark > 0 ? Depth(i) : 0;
        return paragraph.Mark > 0 ? BlockKind.ListItem : BlockKind.Paragraph;
    }

    private bool IsLarge(PdfParagraph paragraph) => paragraph.Rows is null && paragraph.Size >= _body * 1.12 && paragraph.Text is { Length: <= LongestHeading } words && words.Count(char.IsLetter) > 1;

    private int HeadingLevel(PdfParagraph paragraph, int i)
    {
        if (IsLarge(paragraph)) return _sizes.IndexOf(Math.Round(paragraph.Size)) is >= 0 and var level ? level + 1 : DeepestSize;
        var words = paragraph.Text;
        // A number before it may be that of a chapter: "2. Venue".
        if (paragraph.Lines.Count > 2 || !Plain.Headings.Looks(words) || i + 1 == _paragraphs.Count) return 0;
        if (paragraph.Bold && !_bodyIsBold && !(paragraph.Mark > 0 && char.IsPunctuation(words[0]))) return 5;
        return paragraph.Mark == 0 && !paragraph.Tight && !_paragraphs[i + 1].Tight && Plain.Headings.IsShouted(words) ? 6 : 0;
    }

    // Items that are indented further than the item before them lie in it.
    private int Depth(int i)
    {
        var (depth, left) = (1, _paragraphs[i].First.Left);
        for (var before = i - 1; before >= 0 && _paragraphs[before].Mark > 0 && depth < 6; before--)
        {
            if (_paragraphs[before].First.Left >= left - 4) continue;
            (depth, left) = (depth + 1, _paragraphs[before].First.Left);
        }
        return depth;
    }

    // What stands together without a gap, and items or rows one after another.
    private int Group(int i)
    {
        if (i > 0 && Goes(i)) return _group;
        return i + 1 < _paragraphs.Count && Goes(i + 1) ? ++_group : 0;
    }

    private bool Goes(int i) => _paragraphs[i].Tight || (_paragraphs[i].Mark > 0 && _paragraphs[i - 1].Mark > 0) || (_paragraphs[i].Rows is not null && _paragraphs[i - 1].Rows is not null);
}
