namespace Extract.Split;

/// <summary>The cells of a row: what stands between tabs or bars.</summary>
internal static class TableCells
{
    /// <summary>The spans of a row's cells that are not empty, without the white space around them; of any other block its own span.</summary>
    public static IEnumerable<TextSpan> Of(string text, Block block)
    {
        if (block.Kind != BlockKind.TableRow)
        {
            yield return block.Span;
            yield break;
        }
        for (var at = block.Span.Start; at < block.Span.End;)
        {
            var end = NextBar(text, at, block.Span.End);
            if (new TextSpan(at, end).Trim(text) is { Length: > 0 } cell) yield return cell;
            at = end + 1;
        }
    }

    private static int NextBar(string text, int from, int end)
    {
        var next = text.AsSpan(from, end - from).IndexOfAny('\t', '|');
        return next < 0 ? end : from + next;
    }
}
