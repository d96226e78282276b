namespace Extract.Read.Html;

/// <summary>Tells tables of data from tables that lay out a page.</summary>
internal static class DataTables
{
    // A cell that holds more than this holds a part of the page.
    private const int LongestCell = 1200;

    // Where a cell's lines are parted so often on average, cells are columns of a list: "Jan. 16 <br> Feb. 13 <br> March 13".
    private const int MostBreaks = 2;

    public static bool IsData(ReadOnlySpan<PageNode> nodes, int table)
    {
        var (cells, rows, breaks) = (0, 0, 0);
        for (var i = table + 1; i < nodes[table].End; i++)
        {
            if (nodes[i].Kind is ElementKind.Table or ElementKind.Heading) return false;
            if (nodes[i].Kind == ElementKind.Row) rows++;
            if (nodes[i].Kind is ElementKind.Break or ElementKind.Item || (nodes[i].Kind == ElementKind.Block && nodes[nodes[i].Parent].Kind == ElementKind.Cell && nodes[i].Text > 0)) breaks++;
            if (nodes[i].Kind != ElementKind.Cell) continue;
            if (nodes[i].Text > LongestCell) return false;
            cells++;
        }
        return cells > rows && breaks < MostBreaks * cells && (rows > 1 || nodes[table].Text < LongestCell);
    }
}
