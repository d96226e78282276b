namespace Extract.Read.Pdf;

/// <summary>A word on a page. Positions are in points from the page's lower left corner, as one reads it.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="Left">Its left edge.</param>
/// <param name="Right">Its right edge.</param>
/// <param name="Baseline">The line that it stands on.</param>
/// <param name="Size">The size of its font.</param>
/// <param name="Bold">Its font is a bold one.</param>
/// <param name="Href">Where it leads to, or null.</param>
internal sealed record PdfWord(string Text, double Left, double Right, double Baseline, double Size, bool Bold, string? Href)
{
    /// <summary>The upper edge of its letters, whichever they are.</summary>
    public double Top => Baseline + (0.72 * Size);

    /// <summary>The lower edge of its letters, whichever they are.</summary>
    public double Bottom => Baseline - (0.22 * Size);
}

/// <summary>Words that stand on one line of a region.</summary>
/// <param name="Words">From left to right; never empty.</param>
/// <param name="Region">The left and right edge of the column that it stands in.</param>
internal sealed record PdfLine(List<PdfWord> Words, (double Left, double Right) Region)
{
    // A gap of more than this in a line, in sizes of the font, is no blank between words.
    private const double CellGap = 1.8;

    public double Left => Words[0].Left;
    public double Right => Words[^1].Right;
    public double Baseline { get; } = Words.MaxBy(word => word.Size)!.Baseline;
    public double Size { get; } = Words.MaxBy(word => word.Text.Length)!.Size;
    public bool Bold { get; } = Words.Where(word => word.Bold).Sum(word => word.Text.Length) * 5 >= Words.Sum(word => word.Text.Length) * 4;
    public string Text { get; } = string.Join(' ', Words.Select(word => word.Text));

    /// <summary>The words, cut where the gap between two is wide.</summary>
    public List<List<PdfWord>> Cells { get; } = CellsOf(Words);

    private static List<List<PdfWord>> CellsOf(List<PdfWord> words)
    {
        var cells = new List<List<PdfWord>> { new() { words[0] } };
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Left - words[i - 1].Right > CellGap * Math.Max(words[i].Size, words[i - 1].Size)) cells.Add([]);
            cells[^1].Add(words[i]);
        }
        return cells;
    }
}

/// <summary>A page with its lines in reading order.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Height">In points.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record PdfPage(int Number, double Height, List<PdfLine> Lines);
