namespace Extract.Split;

/// <summary>The cells of a row: what stands between tabs or bars.</summary>
internal static class TableCells
{
    /// <summary>The spans of a row's cells that are not empty, without the white space around them, each with its column from 0; of any other block its own span.</summary>
    public static IEnumerable<(TextSpan Span, int Column)> Of(string text, Block block)
    {
        if (block.Kind != BlockKind.TableRow)
        {
            yield return (block.Span, 0);
            yield break;
        }
        for (var (at, column) = (block.Span.Start, FirstColumn(text, block.Span.Start)); at < block.Span.End; column++)
        {
            var end = NextBar(text, at, block.Span.End);
            if (new TextSpan(at, end).Trim(text) is { Length: > 0 } cell) yield return (cell, column);
            at = end + 1;
        }
    }

    // "| | Date |": the reader cuts off what is empty at the start of a row.
    private static int FirstColumn(string text, int start)
    {
        var line = text.AsSpan(0, start);
        line = line[(line.LastIndexOf('\n') + 1)..];
        return Math.Max(0, line.Count('|') - 1);
    }

    private static int NextBar(string text, int from, int end)
    {
        var next = text.AsSpan(from, end - from).IndexOfAny('\t', '|');
        return next < 0 ? end : from + next;
    }
}
