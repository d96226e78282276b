using System.Collections.Immutable;

namespace Extract.Review.Index;

/// <summary>What is left to do about a record.</summary>
internal enum Standing
{
    /// <summary>The program is sure of it, and nobody has decided.</summary>
    Accepted,
    /// <summary>It waits.</summary>
    Open,
    /// <summary>A person has settled it.</summary>
    Settled,
    /// <summary>Somebody could not tell: it waits at the end.</summary>
    Unsure,
    /// <summary>It waits anew, since text or rules have changed since it was settled.</summary>
    Again,
    /// <summary>One reader has settled it, and a second one is asked.</summary>
    Second,
    /// <summary>Two readers settled it differently.</summary>
    Differs,
    /// <summary>One reader has settled it, and a second one could not tell: it waits at the end.</summary>
    SecondUnsure,
}

/// <summary>Where a record stands after what people decided.</summary>
/// <param name="Standing">What is left to do.</param>
/// <param name="Record">The record as it stands.</param>
/// <param name="Reviewer">Who decided last; null where nobody did.</param>
/// <param name="Readers">Who read it by themselves and settled it, in the order of their first decision.</param>
internal sealed record Stand(Standing Standing, Record Record, string? Reviewer, ImmutableArray<string> Readers)
{
    /// <summary>Where a record stands.</summary>
    /// <param name="line">The record as the run wrote it.</param>
    /// <param name="decisions">The decisions on it.</param>
    /// <param name="isSecond">A second reader is asked.</param>
    public static Stand Of(Record line, Decisions decisions, bool isSecond)
    {
        var record = decisions.Apply(line);
        var live = Live(decisions, line.Id);
        var readings = Readings(live);
        ImmutableArray<string> readers = [.. readings.Select(decision => decision.By).Distinct(StringComparer.Ordinal)];
        return new(StandingOf(decisions, line.Id, record, live, readings, readers, isSecond), record, live.IsEmpty ? null : live[^1].By, readers);
    }

    /// <summary>The decisions on a record that nobody took back, in the order of time.</summary>
    public static ImmutableArray<Decision> Live(Decisions decisions, string record) => [.. decisions.History(record).Where(decision => decision.Status != DecisionStatus.Undone && !decisions.IsUndone(decision))];

    /// <summary>Those by which somebody settled it who had read it, not one of many in a batch.</summary>
    public static ImmutableArray<Decision> Readings(IEnumerable<Decision> live) => [.. live.Where(decision => decision.Status is DecisionStatus.Reviewed or DecisionStatus.Rejected && decision.Batch is null)];

    private static Standing StandingOf(Decisions decisions, string line, Record record, ImmutableArray<Decision> live, ImmutableArray<Decision> readings, ImmutableArray<string> readers, bool isSecond)
    {
        var holding = live.LastOrDefault(decision => DecisionStatus.Holds(decision.Status));
        if (record.Status == "needs-review" || (holding is not null && !record.Questions.IsEmpty))
            return holding is { Status: not DecisionStatus.Open } ? Standing.Again : live.IsEmpty || live[^1].Status != DecisionStatus.Unsure ? Standing.Open : Standing.Unsure;
        if (holding is null) return Standing.Accepted;
        if (!isSecond || readers.IsEmpty) return Standing.Settled;
        if (readers.Length == 1) return live.Any(decision => decision.Status == DecisionStatus.Unsure && decision.By != readers[0]) ? Standing.SecondUnsure : Standing.Second;
        return Differ(decisions, line, readings) ? Standing.Differs : Standing.Settled;
    }

    // Whatever was decided once both had read it settles the matter.
    private static bool Differ(Decisions decisions, string record, ImmutableArray<Decision> readings) =>
        Agreement.Pair(decisions, record) is var (one, other) && readings[^1] == other && Agreement.Of(one, other).Any(field => !field.Agree);
}
