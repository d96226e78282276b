namespace Extract.Resolve.Dates;

/// <summary>Days on which the event does not take place are no days of the event: those that a series leaves out, and those that were given up for others.</summary>
internal static class Postponed
{
    private const string Event = "event", Other = "other";

    /// <summary>
    /// The decisions, with such days as <c>other</c>. Where words say that the event was moved, what begins on the day that it was moved from is given up; where they do not say from which,
    /// all that lies before the new days.
    /// </summary>
    public static List<Decision> Sort(IEnumerable<Decision> decisions)
    {
        var sorted = decisions.Select(decision => decision.Reading.Value.Excepted ? decision with { Role = Other } : decision).ToList();
        var (from, first) = (new HashSet<DateOnly>(), DateOnly.MinValue);
        for (var i = 0; i < sorted.Count; i++)
        {
            if (sorted[i] is not { Role: Event, Reading: { Value.Moved: true } moved }) continue;
            if (i > 0 && sorted[i - 1].Reading is { Value.Excepted: true } old) from.Add(old.From);
            else if (first == DateOnly.MinValue || moved.From < first) first = moved.From;
        }
        return [.. sorted.Select(decision => decision.Role == Event && !decision.Reading.Value.Moved && (decision.Reading.To < first || from.Contains(decision.Reading.From)) ? decision with { Role = Other } : decision)];
    }
}
