namespace Extract.Read.Html;

/// <summary>Tells tables of data from tables that lay out a page.</summary>
internal static class DataTables
{
    // A cell that holds more than this holds a part of the page.
    private const int LongestCell = 1200;

    public static bool IsData(ReadOnlySpan<PageNode> nodes, int table)
    {
        var (cells, rows) = (0, 0);
        for (var i = table + 1; i < nodes[table].End; i++)
        {
            if (nodes[i].Kind is ElementKind.Table or ElementKind.Heading) return false;
            if (nodes[i].Kind == ElementKind.Row) rows++;
            if (nodes[i].Kind != ElementKind.Cell) continue;
            if (nodes[i].Text > LongestCell) return false;
            cells++;
        }
        return cells > rows && (rows > 1 || nodes[table].Text < LongestCell);
    }
}
