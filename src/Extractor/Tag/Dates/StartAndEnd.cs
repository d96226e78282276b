using Extract.Rules;
using Extract.Text;

namespace Extract.Tag.Dates;

/// <summary>Joins two dates that their labels say to be one event's beginning and end: "Start: 5 May 2024 10:00" above "End: 5 May 2024 12:00".</summary>
internal static class StartAndEnd
{
    private const int LongestLabel = 6; // tokens with their marks

    public static void Join(TokenList tokens, DateGrammar grammar, List<DateHit> dates)
    {
        var kept = 0;
        for (var i = 0; i < dates.Count; i++)
            dates[kept++] = i + 1 < dates.Count && AreOne(tokens, grammar, dates[i], dates[i + 1]) ? Join(dates[i], dates[++i]) : dates[i];
        dates.RemoveRange(kept, dates.Count - kept);
    }

    private static bool AreOne(TokenList tokens, DateGrammar grammar, DateHit first, DateHit last) =>
        first.IsEnd && last.IsEnd && !first.Value.Coarse && !last.Value.Coarse
            && IsLabel(tokens, grammar.EndLabel, Label(tokens, first.HullLast + 1, last.HullFirst), last.HullFirst - 1) && HasLabel(tokens, grammar.StartLabel, first.HullFirst);

    /// <summary>True where the words, but for marks at their ends, are a label and nothing else.</summary>
    public static bool IsLabel(TokenList tokens, WordList labels, int first, int last)
    {
        while (first <= last && tokens[first].Kind == TokenKind.Mark) first++;
        while (last >= first && tokens[last].Kind == TokenKind.Mark) last--;
        return first <= last && last - first < LongestLabel && labels.Find(tokens, first, last) is not null;
    }

    // Where the line of a date begins, if only a word or two of the line before it stand between ("10:00 Uhr"); else what stands right behind that date.
    private static int Label(TokenList tokens, int first, int date)
    {
        for (var i = first; i <= Math.Min(first + 2, date - 1); i++)
            if (tokens[i].Is(TokenTraits.LineStart)) return i;
        return first;
    }

    private static bool HasLabel(TokenList tokens, WordList labels, int date)
    {
        var first = date - 1;
        while (first > 0 && date - first <= LongestLabel && !tokens[first].Is(TokenTraits.LineStart)) first--;
        return first >= 0 && tokens[first].Is(TokenTraits.LineStart) && IsLabel(tokens, labels, first, date - 1);
    }

    // On one day the words of the first say all but the hour at which it ends.
    private static DateHit Join(DateHit first, DateHit last)
    {
        var value = first.Value with { To = last.Value.To, OpenStart = false, OpenEnd = false, ToTime = last.Value.ToTime ?? last.Value.FromTime ?? first.Value.ToTime, TimeZone = first.Value.TimeZone ?? last.Value.TimeZone, OrderAmbiguous = first.Value.OrderAmbiguous && last.Value.OrderAmbiguous };
        value = DateChecks.Check(value, first.Value.From.Year is not null && last.Value.To.Year is not null);
        return value.From == value.To ? first with { Value = value } : first with { Last = last.Last, Span = first.Span with { End = last.Span.End }, Value = value };
    }
}
