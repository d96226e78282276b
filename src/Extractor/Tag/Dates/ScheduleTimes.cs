using System.Runtime.InteropServices;
using Extract.Text;

namespace Extract.Tag.Dates;

/// <summary>
/// Gives a clock time that is said once ("All meetings begin at 6:30 p.m. unless noted") to the lines of the schedule below it: days that stand by themselves and
/// have no time of their own.
/// </summary>
internal static class ScheduleTimes
{
    private const int LongestSentence = 60; // tokens before the clock time
    private const int FarthestLine = 120; // tokens from one line of the schedule to the next
    private const int LeastLines = 2;
    private const int MostBesideDate = 42; // code units of a line that are no part of its dates, for each of them: six words or so

    /// <summary>Goes through the clock times of a document, in order.</summary>
    public static void Spread(Document document, TokenList tokens, DateGrammar grammar, List<DateHit> dates, IReadOnlyList<ClockTime> times)
    {
        for (var i = 0; i < times.Count; i++)
            if (IsOfAll(tokens, grammar, times[i].First)) Spread(document, tokens, dates, times[i], Bisection.FirstAbove(CollectionsMarshal.AsSpan(dates), times[i].Last, date => date.First));
    }

    // "All meetings", "held monthly" before it in its sentence.
    private static bool IsOfAll(TokenList tokens, DateGrammar grammar, int first)
    {
        for (var i = first; i >= 0 && first - i <= LongestSentence; i--)
        {
            if (grammar.Schedule.Has(tokens[i])) return true;
            // "(190 N. State St.) at 2:00 PM": a bracket that closes ends no sentence here.
            if (tokens[i].Is(TokenTraits.BlockStart) || (tokens[i].Is(TokenTraits.SentenceStart) && i > 0 && tokens.Text[tokens[i - 1].Start] != ')')) return false;
        }
        return false;
    }

    private static void Spread(Document document, TokenList tokens, List<DateHit> dates, ClockTime time, int first)
    {
        var (lines, last, block) = (new List<int>(), time.Last, BlockAt(document, tokens[time.Last].Start, 0));
        for (var i = first; i < dates.Count && dates[i].First - last <= FarthestLine; i++)
        {
            if (EndsBetween(document, ref block, dates[i], lines.Count > 0)) break;
            if (!IsLine(document, dates, i, block)) continue;
            last = dates[i].Last;
            lines.Add(i);
        }
        if (lines.Count < LeastLines) return;
        foreach (var line in lines)
            if (dates[line].Value.FromTime is null) dates[line] = dates[line].With(time, tokens, ofSchedule: true);
    }

    private static int BlockAt(Document document, int offset, int from)
    {
        var block = from;
        while (block + 1 < document.Blocks.Length && document.Blocks[block].Span.End <= offset) block++;
        return block;
    }

    // A heading behind the first line begins something else, unless it is a line itself.
    private static bool EndsBetween(Document document, ref int block, DateHit date, bool begun)
    {
        var heading = false;
        while (block + 1 < document.Blocks.Length && document.Blocks[block].Span.End <= date.Span.Start)
            heading |= document.Blocks[++block].Kind == BlockKind.Heading && !document.Blocks[block].Span.Contains(date.Span);
        return begun && heading;
    }

    // One day, in a block of little more than dates.
    private static bool IsLine(Document document, List<DateHit> dates, int index, int block)
    {
        if (dates[index].Value is not { Recurrence: null, Coarse: false, Ends: null } value || value.From != value.To) return false;
        var (span, beside) = (document.Blocks[block].Span, 0);
        var (from, to) = (index, index);
        while (from > 0 && span.Contains(dates[from - 1].Span)) from--;
        while (to + 1 < dates.Count && span.Contains(dates[to + 1].Span)) to++;
        for (var i = from; i <= to; i++) beside -= dates[i].Span.Length;
        return beside + span.Length <= MostBesideDate * (to - from + 1);
    }
}
