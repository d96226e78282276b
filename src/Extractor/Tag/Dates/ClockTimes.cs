using Extract.Text;

namespace Extract.Tag.Dates;

/// <summary>Attaches clock times to the dates that they belong to.</summary>
internal static class ClockTimes
{
    private const int Farthest = 6; // tokens between a date and its clock time
    private const int FarthestInSentence = 30; // tokens between a date and what says when it begins

    /// <summary>Attaches what belongs together. Days on which nothing takes place have no hour.</summary>
    public static void Attach(TokenList tokens, DateGrammar grammar, List<DateHit> dates, IReadOnlyList<ClockTime> times)
    {
        var excepted = dates.FindAll(date => date.Value.Excepted);
        if (excepted.Count > 0) dates.RemoveAll(date => date.Value.Excepted);
        AttachAll(tokens, grammar, dates, times);
        if (excepted.Count == 0) return;
        dates.AddRange(excepted);
        dates.Sort((one, two) => one.First.CompareTo(two.First));
    }

    private static void AttachAll(TokenList tokens, DateGrammar grammar, List<DateHit> dates, IReadOnlyList<ClockTime> times)
    {
        var (after, placed, last) = (0, -1, -1);
        foreach (var time in times)
        {
            while (after < dates.Count && dates[after].First <= time.Last) after++;
            // "Start time: 10:00", and on the next line "End time: 12:00".
            if (placed >= 0 && dates[placed].Value.ToTime is null && StartAndEnd.IsLabel(tokens, grammar.EndLabel, last + 1, time.First - 1))
                dates[placed] = dates[placed] with { ClockLast = dates[placed].ClockFirst < 0 ? -1 : time.Last, Value = dates[placed].Value with { ToTime = time.From, TimeZone = dates[placed].Value.TimeZone ?? time.Zone } };
            else if ((placed = Place(tokens, grammar, dates, after, time)) >= 0 && dates[placed].Value.FromTime is null) dates[placed] = dates[placed].With(time, tokens);
            last = time.Last;
        }
    }

    private static int Place(TokenList tokens, DateGrammar grammar, List<DateHit> dates, int after, ClockTime time)
    {
        var before = after > 0 && Joined(tokens, grammar, dates[after - 1].HullLast, time.First) ? time.First - dates[after - 1].HullLast : int.MaxValue;
        var behind = after < dates.Count && Joined(tokens, grammar, time.Last, dates[after].First) && (SameBlock(tokens, time.Last, dates[after].First) || Leads(tokens, grammar, time.First)) ? dates[after].First - time.Last : int.MaxValue;
        if (before < int.MaxValue && dates[after - 1].Value.FromTime is null && (before <= behind || SameBlock(tokens, dates[after - 1].Last, time.First) || !SameBlock(tokens, time.Last, dates[after].First))) return after - 1;
        if (behind < int.MaxValue) return after;
        if (before < int.MaxValue) return after - 1;
        return after > 0 && dates[after - 1].Value.FromTime is null && Follows(tokens, grammar, dates[after - 1].Last, time.First) ? after - 1 : -1;
    }

    private static bool Joined(TokenList tokens, DateGrammar grammar, int last, int first)
    {
        if (first <= last || first - last - 1 > Farthest) return false;
        for (var i = last + 1; i < first; i++)
            if (!grammar.Link.Has(tokens[i])) return false;
        return true;
    }

    // "… on 5 May. We start at 10:00." and "on 5 May at the town hall from 10 am": the date last said before it in the block, where the words say that
    // something begins or, in the same sentence, lead a time in.
    private static bool Follows(TokenList tokens, DateGrammar grammar, int last, int first)
    {
        if (first - last > FarthestInSentence || first < 2 || !SameBlock(tokens, last, first)) return false;
        if (grammar.Start.Has(tokens[first - 1]) || grammar.Start.Has(tokens[first - 2])) return true;
        if (tokens[first].Kind != TokenKind.Word && (!grammar.Link.Has(tokens[first - 1]) || (tokens[first - 1].Kind == TokenKind.Mark && !tokens[first - 1].Is(TokenTraits.SpaceBefore)))) return false;
        // "3. svibnja 2024. u Zagrebu, u 18 sati": what goes on in lower case is the same sentence.
        for (var i = last + 1; i <= first; i++)
            if (tokens[i].Is(TokenTraits.SentenceStart) && (tokens[i].Is(TokenTraits.Capitalized) || tokens[i].Kind != TokenKind.Word)) return false;
        return true;
    }

    // It begins its block, but for words that lead it in: a line of its own above its date.
    private static bool Leads(TokenList tokens, DateGrammar grammar, int first)
    {
        while (!tokens[first].Is(TokenTraits.BlockStart) && grammar.Link.Has(tokens[first - 1])) first--;
        return tokens[first].Is(TokenTraits.BlockStart);
    }

    private static bool SameBlock(TokenList tokens, int last, int first)
    {
        for (var i = last + 1; i <= first; i++)
            if (tokens[i].Is(TokenTraits.BlockStart)) return false;
        return true;
    }
}
