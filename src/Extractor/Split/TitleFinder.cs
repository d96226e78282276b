using Extract.Text;

namespace Extract.Split;

/// <summary>Finds the words that name an announcement: its heading, else the first words that could be one.</summary>
public static class TitleFinder
{
    private const int LongestTitle = 40; // tokens

    /// <summary>The span of the title of an item; empty only where the item has no word.</summary>
    public static TextSpan Find(Page page, (int First, int Last) item)
    {
        ArgumentNullException.ThrowIfNull(page);
        var block = Enumerable.Range(item.First, Math.Min(item.Last, item.First + 3) - item.First + 1)
            .Where(i => !IsDateOnly(page, page.Blocks[i])).DefaultIfEmpty(item.First).First();
        return Clean(page, page.Blocks[block]);
    }

    private static bool IsDateOnly(Page page, BlockView view)
    {
        if (view.TimeFirst && view.Tokens <= 12) return true;
        var rest = view.Tokens;
        foreach (var date in page.DatesIn(view.Block.Span))
            rest -= page.Tokens.IndexAt(date.Span.End) - page.Tokens.IndexAt(date.Span.Start);
        return view.Dates > 0 && rest <= 4;
    }

    private static TextSpan Clean(Page page, BlockView view)
    {
        var (first, end) = (SkipLead(page, view), view.EndToken);
        end = view.TitleLike ? Math.Min(end, first + LongestTitle) : SentenceEnd(page, first, end);
        end = WithoutTrailingDate(page, first, end);
        while (end > first + 1 && IsSeparator(page.Tokens.Chars(end - 1))) end--;
        return first < end ? page.Tokens.Span(first, end - 1) : view.Block.Span;
    }

    // Bullets and marks of Markdown, then a date or a clock time with what separates it from the name.
    private static int SkipLead(Page page, BlockView view)
    {
        var first = SkipMarks(page, view.FirstToken, view.EndToken);
        if (view.DateFirst && page.DatesIn(view.Block.Span)[0] is var date && date.Span.Start <= page.Tokens[first].Start)
        {
            var after = SkipMarks(page, page.Tokens.IndexAt(date.Span.End), view.EndToken);
            if (view.EndToken - after >= 3) return after;
        }
        return first < view.EndToken ? first : view.FirstToken;
    }

    private static int SkipMarks(Page page, int first, int end)
    {
        while (first < end && page.Tokens[first].Kind == TokenKind.Mark && page.Tokens.Chars(first) is not ("“" or "\"" or "‘" or "(" or "[")) first++;
        return first;
    }

    private static int SentenceEnd(Page page, int first, int end)
    {
        for (var i = first + 1; i < end; i++)
            if (page.Tokens[i].Is(TokenTraits.SentenceStart) && i - first > 3) return i;
        return Math.Min(end, first + LongestTitle);
    }

    // "Foundations of Agile — Monday, November 4": the date is not the name, where a mark sets it apart.
    private static int WithoutTrailingDate(Page page, int first, int end)
    {
        if (first >= end) return end;
        var span = page.Tokens.Span(first, end - 1);
        foreach (var date in page.DatesIn(span).Reverse())
        {
            var at = page.Tokens.IndexAt(date.Span.Start);
            if (at - first >= 3 && page.Tokens.Chars(at - 1) is "—" or "–" or "|" or "(" && (at - 1 - first) * 2 >= end - at) return at - 1;
        }
        return end;
    }

    private static bool IsSeparator(ReadOnlySpan<char> mark) => mark is "—" or "–" or "-" or "|" or ":" or "," or "*" or "_" or "(" or "." or "#";
}
