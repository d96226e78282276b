using System.Collections.Immutable;
using Extract.Review.Index;

namespace Extract.Review.Serving;

/// <summary>What a reviewer is shown of a record, and on what a decision of theirs is made.</summary>
internal sealed record Sight
{
    /// <summary>Its row of the index.</summary>
    public required Row Row { get; init; }
    /// <summary>The record as it stands, to this reviewer's eyes.</summary>
    public required Record Record { get; init; }
    /// <summary>The record as the program made it.</summary>
    public required Record Base { get; init; }
    /// <summary>All decisions.</summary>
    public required Decisions Decisions { get; init; }
    /// <summary>Those that the reviewer may see.</summary>
    public required Decisions Known { get; init; }
    /// <summary>What those who read it decided, where the reviewer may know.</summary>
    public required ImmutableArray<Decision> Others { get; init; }
    /// <summary>Two people read it.</summary>
    public required bool IsSecond { get; init; }

    /// <summary>The lines that the reviewer may see, in the order of time.</summary>
    public ImmutableArray<Decision> History => Known.History(Record.Id);

    /// <summary>By what the record is known again as it was shown (<see cref="Differences.Print"/>).</summary>
    public string Print => Differences.Print(Record);

    /// <summary>True where it went into another record: it is none any more.</summary>
    public bool WentInto => Decisions.Holding(Record.Id)?.Into is not null;

    /// <summary>The last line that the reviewer was shown, or null.</summary>
    public string? Seen => History.IsEmpty ? null : History[^1].Id;
}

/// <summary>Shows records to reviewers. Who reads a record as the second does not see what the first one decided.</summary>
internal sealed class Sights(IndexKeeper keeper)
{
    /// <summary>A record for a reviewer; null where there is none of that id.</summary>
    /// <param name="id">The record.</param>
    /// <param name="reviewer">Who looks, or null.</param>
    /// <param name="isSettling">It is looked at to settle a difference.</param>
    public Sight? Of(string id, string? reviewer, bool isSettling)
    {
        if (keeper.Index.Find(id) is not { } row || Line(row) is not { } line) return null;
        var decisions = keeper.Stands.Decisions(id);
        var isSecond = keeper.Stands.IsSecond(id);
        var readings = Stand.Readings(Stand.Live(decisions, id));
        var readers = readings.Select(reading => reading.By).ToHashSet(StringComparer.Ordinal);
        var isBlind = isSecond && !isSettling && readers.Count == 1 && (reviewer is null || !readers.Contains(reviewer));
        var seen = isBlind ? new Decisions(keeper.Log.History(id).Where(decision => readings.All(reading => reading.Id != decision.Id))) : decisions;
        return new()
        {
            Row = row,
            Record = seen.Apply(isBlind ? decisions.Base(line) : line),
            Base = decisions.Base(line),
            Decisions = decisions,
            Known = seen,
            Others = isSecond && (isSettling || (reviewer is not null && readers.Contains(reviewer))) ? [.. readings.GroupBy(reading => reading.By).Select(own => own.Last())] : [],
            IsSecond = isSecond,
        };
    }

    // A part that was split off since the run has no line of its own.
    private Record? Line(Row row)
    {
        if (keeper.Records.Line(row) is not { } line) return null;
        if (row.Parent is null) return line.Id == row.Id ? line : null;
        return keeper.Stands.Parts(line, keeper.Stands.Decisions(line.Id)).FirstOrDefault(part => part.Id == row.Id);
    }
}
