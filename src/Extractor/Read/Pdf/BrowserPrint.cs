namespace Extract.Read.Pdf;

/// <summary>
/// Cuts what browsers print around a page: the day and time of printing with the title, the address with the number of the page, at the head or foot, in whichever order.
/// </summary>
internal static class BrowserPrint
{
    private const double SameRow = 2; // points

    [Flags]
    private enum Holds
    {
        None = 0,
        Stamp = 1,
        Address = 2,
        Number = 4,
    }

    /// <summary>Cuts it from all pages; true where there was any: the file's own day is that of printing.</summary>
    public static bool Cut(List<PdfPage> pages)
    {
        var printed = false;
        foreach (var page in pages)
        {
            // The outermost rows only; what stands in one row may have been taken for lines of two columns.
            var edges = page.Lines.Where(line => RunningLines.IsAtEdge(page, line)).ToList();
            if (edges.Count == 0) continue;
            var (head, foot) = (Row(edges, edges.Max(line => line.Baseline)), Row(edges, edges.Min(line => line.Baseline)));
            var rows = head[0].Baseline - foot[0].Baseline > page.Height / 2 ? new[] { head, foot } : [head];
            var holds = rows.Select(Of).ToArray();
            // One sign alone may be the page's own: a notice may begin with its day and hour, and end with its address.
            if (!IsPrint(holds.Aggregate(Holds.None, (all, row) => all | row))) continue;
            printed = true;
            var cut = rows.Zip(holds).Where(pair => pair.Second != Holds.None).SelectMany(pair => pair.First).ToHashSet();
            page.Lines.RemoveAll(cut.Contains);
        }
        return printed;
    }

    private static bool IsPrint(Holds signs) => (signs & Holds.Stamp) != 0 && (signs & (Holds.Address | Holds.Number)) != 0 || signs == (Holds.Address | Holds.Number);

    private static List<PdfLine> Row(List<PdfLine> lines, double baseline) => lines.FindAll(line => Math.Abs(line.Baseline - baseline) <= SameRow);

    private static Holds Of(List<PdfLine> row)
    {
        var words = row.SelectMany(line => line.Words).OrderBy(word => word.Left).Select(word => word.Text).ToList();
        var holds = row.SelectMany(line => line.Cells).Any(cell => IsPageOfPages(string.Join(' ', cell.Select(word => word.Text)))) ? Holds.Number : Holds.None;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Contains("://", StringComparison.Ordinal)) holds |= Holds.Address;
            if (IsShortDay(words[i]) && i + 1 < words.Count && IsClockTime(words[i + 1])) holds |= Holds.Stamp;
        }
        return holds;
    }

    // "1/1", "Page 3 of 7", "1 of 1"
    private static bool IsPageOfPages(string words) => words.Any(c => c is '/' or 'f') && RunningLines.IsPageNumber(words);

    // In the forms of all countries: 11/26/26, 26.11.2026, 2026-11-26
    private static bool IsShortDay(string word) =>
        word.TrimEnd(',', '.').Split('/', '.', '-') is [_, _, _] parts && Array.TrueForAll(parts, part => part.Length is 1 or 2 or 4 && part.All(char.IsAsciiDigit));

    // 5:43, 05:43, 17:43:00, "5:43 AM" with a narrow no-break space
    private static bool IsClockTime(string word) => word.Length is >= 4 and <= 11 && char.IsAsciiDigit(word[0]) && word.IndexOf(':') is 1 or 2;
}
