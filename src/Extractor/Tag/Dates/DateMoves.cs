using Extract.Rules;
using Extract.Text;

namespace Extract.Tag.Dates;

/// <summary>
/// Marks the days on which something does not take place ("every Tuesday except 25 April", "postponed from 5 May to 12 June") and those to which it was moved. Where a range was
/// read over such words it is taken apart: "except 23 April until 28 May" is a day that is left out, and an end.
/// </summary>
internal static class DateMoves
{
    private const int LongestLead = 7; // tokens
    private const int LongestGap = 2; // tokens between the items of a list

    public static void Mark(TokenList tokens, DateGrammar grammar, List<DateHit> dates)
    {
        for (var i = 0; i < dates.Count; i++)
        {
            if (dates[i].Value.Recurrence is not null) continue;
            if (GoesOn(tokens, grammar, dates, i)) MarkExcepted(tokens, grammar, dates, i);
            else if (dates[i].First > 0 && grammar.LeadEnds.Contains(tokens[dates[i].First - 1].Hash)) Mark(tokens, grammar, dates, i);
        }
    }

    private static void Mark(TokenList tokens, DateGrammar grammar, List<DateHit> dates, int index)
    {
        if (Leads(tokens, grammar.MovedFrom, dates[index].First)) MarkMoved(tokens, grammar, dates, index);
        else if (Leads(tokens, grammar.Except, dates[index].First)) MarkExcepted(tokens, grammar, dates, index);
        else if (Leads(tokens, grammar.MovedTo, dates[index].First))
        {
            Set(dates, index, dates[index].Value with { Moved = true, OpenStart = false });
            if (index > 0 && dates[index - 1].Value.Recurrence is null && IsOneClause(tokens, dates[index - 1].HullLast + 1, dates[index].HullFirst)) Set(dates, index - 1, dates[index - 1].Value with { Excepted = true });
        }
    }

    private static void MarkMoved(TokenList tokens, DateGrammar grammar, List<DateHit> dates, int index)
    {
        if (Parts(tokens, grammar, dates[index]) is var (first, last)) Replace(dates, index, first, last with { Value = last.Value with { Moved = true } });
        else if (index + 1 < dates.Count && IsTo(tokens, grammar, dates[index].Last + 1, dates[index + 1].First - 1)) Set(dates, index + 1, dates[index + 1].Value with { Moved = true, OpenStart = false });
        Set(dates, index, dates[index].Value with { Excepted = true, OpenEnd = false });
    }

    // The end of a range behind a pattern is that of the series.
    private static void MarkExcepted(TokenList tokens, DateGrammar grammar, List<DateHit> dates, int index)
    {
        if (index > 0 && dates[index - 1].Value.Recurrence is not null && Parts(tokens, grammar, dates[index]) is var (first, last))
            Replace(dates, index, first, last with { Value = last.Value with { OpenStart = true } });
        Set(dates, index, dates[index].Value with { Excepted = true, OpenEnd = false });
    }

    // "The concert planned for 5 May has been moved to 12 May"
    private static bool IsOneClause(TokenList tokens, int first, int last)
    {
        for (var i = first; i < last; i++)
            if (tokens[i].Kind == TokenKind.Mark || tokens[i].Is(TokenTraits.SentenceStart)) return false;
        return !tokens[last].Is(TokenTraits.SentenceStart);
    }

    // "except 16 April, 23 April and 30 April"
    private static bool GoesOn(TokenList tokens, DateGrammar grammar, List<DateHit> dates, int index) =>
        index > 0 && dates[index - 1].Value.Excepted && DateLists.Joined(tokens, grammar, dates[index - 1], dates[index], LongestGap);

    private static bool Leads(TokenList tokens, WordList words, int first)
    {
        for (var (start, last) = (first - 1, first - 1); start >= 0 && first - start <= LongestLead && !tokens[start + 1].Is(TokenTraits.BlockStart); start--)
        {
            if (words.Find(tokens, start, last) is not null) return true;
            if (tokens[start].Is(TokenTraits.SentenceStart)) return false;
        }
        return false;
    }

    private static bool IsTo(TokenList tokens, DateGrammar grammar, int first, int last)
    {
        while (last > first && grammar.The.Has(tokens[last])) last--;
        return first <= last && grammar.To.Find(tokens, first, last) is not null;
    }

    // A range of two days is parted at its word; the first has the year that the last one says.
    private static (DateHit First, DateHit Last)? Parts(TokenList tokens, DateGrammar grammar, DateHit hit)
    {
        if (hit.Value is not { Coarse: false, Relative: RelativeKind.None } value || value.From == value.To) return null;
        for (var at = hit.First + 1; at < hit.Last; at++)
        {
            if (!grammar.To.Has(tokens[at])) continue;
            var (start, said) = (at + 1, SaysYear(tokens, hit.First, at - 1));
            while (start < hit.Last && grammar.The.Has(tokens[start])) start++;
            var one = value with { To = value.From, Impossible = null };
            if (!said) one = one with { From = one.From with { Year = null }, To = one.To with { Year = null }, ListYear = value.To.Year };
            var other = value with { From = value.To, Weekday = null, Impossible = null };
            return (hit with { Last = at - 1, Span = tokens.Span(hit.First, at - 1), Value = one }, hit with { First = start, Span = tokens.Span(start, hit.Last), Value = other });
        }
        return null;
    }

    private static bool SaysYear(TokenList tokens, int first, int last)
    {
        for (var i = first; i <= last; i++)
            if (tokens[i] is { Kind: TokenKind.Number, Length: 4 }) return true;
        return false;
    }

    private static void Replace(List<DateHit> dates, int index, DateHit first, DateHit last)
    {
        dates[index] = first;
        dates.Insert(index + 1, last);
    }

    private static void Set(List<DateHit> dates, int index, DateValue value) => dates[index] = dates[index] with { Value = value };
}
