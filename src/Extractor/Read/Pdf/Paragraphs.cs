namespace Extract.Read.Pdf;

/// <summary>
/// Joins the lines of a document into paragraphs, items, headings and rows. A line break means something where the first word of the next line would still have
/// fitted, where there is a gap, another font, a bullet; else it only wraps.
/// </summary>
internal sealed class Paragraphs
{
    private const double LargerBy = 1.12;
    private readonly double _leading;
    private readonly double _body;
    private readonly List<PdfParagraph> _paragraphs = [];

    private Paragraphs(List<PdfLine> lines)
    {
        _body = Body(lines);
        _leading = Leading(lines);
        for (var at = 0; at < lines.Count;) at = IsRow(lines, at) ? ReadRow(lines, at) : ReadWords(lines, at);
    }

    /// <summary>The paragraphs in order, and the size of the font that most of the text is in.</summary>
    public static (List<PdfParagraph> Paragraphs, double Body) Of(List<PdfLine> lines)
    {
        var read = new Paragraphs(lines);
        return (read._paragraphs, read._body);
    }

    private static double Body(List<PdfLine> lines) => lines.GroupBy(line => Math.Round(line.Size * 2) / 2)
        .OrderByDescending(group => group.Sum(line => line.Text.Length)).ThenBy(group => group.Key).Select(group => group.Key).FirstOrDefault(10);

    // The usual distance of two lines, in sizes of the font.
    private static double Leading(List<PdfLine> lines)
    {
        var gaps = Enumerable.Range(1, Math.Max(0, lines.Count - 1)).Select(i => Gap(lines[i - 1], lines[i])).Where(gap => gap is > 0.8 and < 2.2).Order().ToList();
        return gaps.Count == 0 ? 1.2 : gaps[gaps.Count / 3];
    }

    private static double Gap(PdfLine line, PdfLine next) => line.Region == next.Region ? (line.Baseline - next.Baseline) / Math.Max(line.Size, next.Size) : -1;

    // Cells begin where those of a line beside it do, or it has so many that it must be a row.
    private static bool IsRow(List<PdfLine> lines, int at) => lines[at].Cells.Count > 1
        && (lines[at].Cells.Count > 2 || IsLabelled(lines[at]) || (at > 0 && SharesCells(lines[at], lines[at - 1])) || Enumerable.Range(1, 2).Any(i => at + i < lines.Count && SharesCells(lines[at], lines[at + i])));

    private static bool IsLabelled(PdfLine line) => line.Cells is [[.., { Text: [.., ':'] }], _];

    private static bool SharesCells(PdfLine line, PdfLine other) => other.Cells.Count > 1 && line.Cells.Skip(1).Any(cell => other.Cells.Skip(1).Any(beside => Math.Abs(beside[0].Left - cell[0].Left) < 4));

    private int ReadRow(List<PdfLine> lines, int at)
    {
        var row = lines[at];
        var cells = row.Cells.Select(cell => cell.ToList()).ToList();
        var next = at + 1;
        for (; next < lines.Count && IsOfRow(lines, next, cells); next++)
            foreach (var cell in lines[next].Cells) Add(cells, cell);
        _paragraphs.Add(new([row], cells, IsTight(lines, at)));
        return next;
    }

    // What goes on below a cell other than the first is part of it; cells of one line stand at half the height of those of two.
    private bool IsOfRow(List<PdfLine> lines, int at, List<List<PdfWord>> cells) => Gap(lines[at - 1], lines[at]) is > 0 and var gap
        && (gap < _leading * 0.75 || (gap < _leading * 1.25 && lines[at].Cells.TrueForAll(cell => CellAt(cells, cell[0].Left) > 0)));

    private static void Add(List<List<PdfWord>> cells, List<PdfWord> words)
    {
        if (CellAt(cells, words[0].Left) is >= 0 and var found)
        {
            cells[found].AddRange(words);
            return;
        }
        var place = cells.FindIndex(cell => cell[0].Left > words[0].Left);
        cells.Insert(place < 0 ? cells.Count : place, words);
    }

    private static int CellAt(List<List<PdfWord>> cells, double left) => cells.FindIndex(cell => Math.Abs(cell[0].Left - left) < 4);

    private int ReadWords(List<PdfLine> lines, int at)
    {
        var end = at + 1;
        while (end < lines.Count && !IsRow(lines, end) && GoesOn(lines, at, end)) end++;
        _paragraphs.Add(new(lines[at..end], null, IsTight(lines, at)));
        return end;
    }

    private bool IsTight(List<PdfLine> lines, int at) => at > 0 && Gap(lines[at - 1], lines[at]) is > 0 and var gap && gap < _leading * 1.35 && IsSameFont(lines[at - 1], lines[at]);

    private static bool IsSameFont(PdfLine line, PdfLine next) => Math.Abs(line.Size - next.Size) <= 0.08 * Math.Max(line.Size, next.Size);

    // Is the line at end part of what begins at start?
    private bool GoesOn(List<PdfLine> lines, int start, int end)
    {
        var (line, next) = (lines[end - 1], lines[end]);
        if (!IsSameFont(line, next) || line.Bold != next.Bold || PdfParagraph.MarkOf(next) > 0) return false;
        var gap = Gap(line, next);
        if (gap <= 0) return IsOpen(line) && StartsLower(next) && !Fits(line, next);
        if (gap > _leading * 1.35) return false;
        if (line.Size >= _body * LargerBy) return gap < 1.6;
        if (StartsLower(next)) return IsOpen(line) || !Fits(line, next);
        var isItem = PdfParagraph.MarkOf(lines[start]) > 0;
        if (!isItem && next.Left - line.Left > 0.8 * line.Size && line.Left - line.Region.Left < line.Size) return false;
        if (isItem && next.Left < lines[start].Left - 1) return false;
        return !Fits(line, next);
    }

    private static bool IsOpen(PdfLine line) => line.Text[^1] is not ('.' or '!' or '?' or ':' or ';');

    private static bool StartsLower(PdfLine line) => char.IsLower(line.Text[0]) || (line.Text[0] is '(' or '“' or '"' && line.Text.Length > 1 && char.IsLower(line.Text[1]));

    // The next line's first word had room in this one.
    private static bool Fits(PdfLine line, PdfLine next) => line.Right + (0.3 * line.Size) + (next.Words[0].Right - next.Words[0].Left) < line.Region.Right - (0.7 * line.Size);
}
