using Extract.Text;
using Extract.Trained;

namespace Extract.Split;

/// <summary>Finds the words that name an announcement: its heading, else the first words that could be one.</summary>
public static class TitleFinder
{
    private const int LongestTitle = 40; // tokens
    private const int LongestTime = 14; // tokens
    private const int BlocksRead = 8; // a name stands early

    /// <summary>The span of the title of an item; empty only where the item has no word.</summary>
    public static TextSpan Find(Page page, (int First, int Last) item)
    {
        ArgumentNullException.ThrowIfNull(page);
        var (best, most, last) = (item.First, double.MinValue, Math.Min(item.Last, item.First + BlocksRead - 1));
        if (last == item.First) return Named(page, item.First);
        var (writer, features) = (new TitleFeatures(page, item), new FeatureVector());
        Span<double> score = stackalloc double[1];
        for (var i = item.First; i <= last; i++)
        {
            writer.Write(i, features);
            TitleRules.Model.Score(features, score);
            if (score[0] > most) (best, most) = (i, score[0]);
        }
        return Named(page, best);
    }

    // "Tuesday, 18 May, 9 a.m. – Agenda – Minutes" in a schedule names nothing: the heading above it does.
    private static TextSpan Named(Page page, int block)
    {
        if (block == 0 || !TitleWords.NamesNothing(page, page.Blocks[block])) return Clean(page, page.Blocks[block]);
        foreach (var heading in page.HeadingsAbove(block).Reverse())
            if (page.Blocks[page.BlockAt(heading.Start)] is var view && !TitleWords.NamesNothing(page, view)) return Clean(page, view);
        return Clean(page, page.Blocks[block]);
    }

    private static TextSpan Clean(Page page, BlockView view)
    {
        var (first, end) = (SkipLead(page, view), view.EndToken);
        end = view.TitleLike ? Math.Min(end, first + LongestTitle) : WithoutWhen(page, first, SentenceEnd(page, first, end));
        end = WithoutTrailingTimes(page, first, WithoutTrailingDate(page, first, end));
        while (end > first + 1 && IsSeparator(page.Tokens.Chars(end - 1))) end--;
        if (LinkWords(page, first, end) is var (from, to)) (first, end) = (from, to);
        return first < end ? page.Tokens.Span(first, end - 1) : view.Span;
    }

    // Bullets and marks of Markdown, then a date or a clock time with what separates it from the name.
    private static int SkipLead(Page page, BlockView view)
    {
        var number = page.Numbering.FirstWord(page.BlockAt(view.Span.Start), view.FirstToken);
        var first = SkipMarks(page, TitleWords.AfterSubjectTag(page.Tokens, number, view.EndToken), view.EndToken);
        if (view.DateFirst && page.DatesIn(view.Span) is [var date, ..] && date.Span.Start <= page.Tokens[first].Start)
        {
            var after = SkipMarks(page, page.Tokens.IndexAt(date.Span.End), view.EndToken);
            after = SkipMarks(page, TitleWords.AfterTimes(page.Tokens, after, view.EndToken), view.EndToken);
            // "August 2025 Hearing": of a month only what a mark or a clock time sets apart is not the name. "4th: Summer fair": so short a name must be set apart.
            var apart = after > page.Tokens.IndexAt(date.Span.End);
            if (view.EndToken - after >= 3 ? apart || !((DateValue)date.Value!).Coarse : apart && IsName(page, after, view.EndToken)) return after;
        }
        var timed = SkipMarks(page, TitleWords.AfterTimes(page.Tokens, first, view.EndToken), view.EndToken);
        if (timed > first && view.EndToken - timed >= 3) return timed;
        var labelled = TitleWords.AfterLabel(page, first, view.EndToken);
        if (view.EndToken - labelled >= 2) first = labelled;
        return first < view.EndToken ? first : number;
    }

    // "Finance Committee May 28, 2020 Agenda | Minutes": nothing but what stands beside the dates of a schedule, and some of it.
    private static bool IsBeside(Page page, int first, int end)
    {
        var some = false;
        for (var i = first; i < end; i++)
        {
            var beside = page.Tokens[i].Kind == TokenKind.Word && HeadingWords.IsBesideDate(page.Tokens[i]);
            if (!beside && page.Tokens[i].Kind != TokenKind.Mark && !TitleWords.IsOfTime(page.Tokens, i)) return false;
            some |= beside;
        }
        return some;
    }

    private static bool IsName(Page page, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (page.Tokens[i] is { Kind: TokenKind.Word, Length: > 3 } && !HeadingWords.IsSectionWord(page.Tokens[i]) && !HeadingWords.IsBesideDate(page.Tokens[i])) return true;
        return false;
    }

    // "[Karst Water Days](https://…)": the words of the link.
    private static (int First, int End)? LinkWords(Page page, int first, int end)
    {
        if (first + 3 >= end || page.Tokens.Chars(first) is not "[") return null;
        var close = first + 1;
        while (close < end && page.Tokens.Chars(close) is not "]") close++;
        return close + 1 < end && close > first + 1 && page.Tokens.Chars(close + 1) is "(" ? (first + 1, close) : null;
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
            if (at - first >= 2 && !((DateValue)date.Value!).Coarse && IsBeside(page, page.Tokens.IndexAt(date.Span.End), end)) return at;
            if (at - first >= 3 && page.Tokens.Chars(at - 1) is "—" or "–" or "|" or "(" && ((at - 1 - first) * 2 >= end - at || IsTimes(page, page.Tokens.IndexAt(date.Span.End), end))) return at - 1;
        }
        return end;
    }

    // "She is on travel to Lima from 3 to 5 May": a sentence names better without its day.
    private static int WithoutWhen(Page page, int first, int end)
    {
        if (first >= end || page.DatesIn(page.Tokens.Span(first, end - 1)) is not [.., var date]) return end;
        var at = page.Tokens.IndexAt(date.Span.Start);
        return at - first >= 4 && page.Tokens[at - 1].Kind == TokenKind.Word && page.Tokens[at - 1].Length <= 4
            && IsTimes(page, page.Tokens.IndexAt(date.Span.End), end) ? at - 1 : end;
    }

    private static bool IsTimes(Page page, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (!TitleWords.IsOfTime(page.Tokens, i)) return false;
        return true;
    }

    // "Harbour Board on 2019-03-14 - (9:15 a.m.)": what stands behind the last word is no name where it holds a clock time.
    private static int WithoutTrailingTimes(Page page, int first, int end)
    {
        for (var i = Math.Max(first + 3, end - LongestTime); i < end; i++)
            if (page.Tokens[i].Kind == TokenKind.Number && page.Tokens.Chars(i - 1) is "-" or "–" or "—" or "(" or "," or "@" or "|"
                && TitleWords.AfterTimes(page.Tokens, i, end) == end) return i - 1;
        return end;
    }

    private static bool IsSeparator(ReadOnlySpan<char> mark) => mark is "—" or "–" or "-" or "|" or ":" or "," or "*" or "_" or "(" or "." or "#";
}
