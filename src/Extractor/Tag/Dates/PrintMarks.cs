using Extract.Text;

namespace Extract.Tag.Dates;

/// <summary>Tells the day and minute of printing that a browser puts at the head of a page ("11/26/26, 5:43 AM") from a day that something takes place.</summary>
internal static class PrintMarks
{
    private const int Round = 5; // nothing is announced for 5:43

    /// <summary>True for a short slashed day with a clock time that is not round, where it begins its block.</summary>
    public static bool IsOne(TokenList tokens, DateHit date) => date.Value is { FromTime: { } time, ToTime: null, Weekday: null, ClockOfSchedule: false }
        && date.Rule.Id.StartsWith("slashed", StringComparison.Ordinal) && time.Minute % Round != 0
        && tokens[date.First].Is(TokenTraits.LineStart) && tokens[date.Last].Length == 2 && date.ClockFirst - date.Last == 2;
}
