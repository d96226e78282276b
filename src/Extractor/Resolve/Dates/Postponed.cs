namespace Extract.Resolve.Dates;

/// <summary>Days on which the event does not take place are no days of the event: those that a series leaves out, and those that were given up for others.</summary>
internal static class Postponed
{
    private const string Event = "event", Other = "other";

    /// <summary>The decisions, with such days as <c>other</c>. Where words say that the event was moved, what lies before the new days is given up.</summary>
    public static List<Decision> Sort(IEnumerable<Decision> decisions)
    {
        var sorted = decisions.Select(decision => decision.Reading.Value.Excepted ? decision with { Role = Other } : decision).ToList();
        var moved = sorted.FindAll(decision => decision.Role == Event && decision.Reading.Value.Moved).Select(decision => decision.Reading).ToArray();
        if (moved.Length == 0) return sorted;
        var first = moved.Min(reading => reading.From);
        return [.. sorted.Select(decision => decision.Role == Event && decision.Reading.To < first ? decision with { Role = Other } : decision)];
    }
}
