namespace Extract.Resolve.Dates;

/// <summary>Whether a stated weekday is that of the day.</summary>
internal enum WeekdayCheck
{
    /// <summary>No weekday stands there.</summary>
    Unsaid,
    /// <summary>It is.</summary>
    Agrees,
    /// <summary>It is another.</summary>
    Contradicts,
}

/// <summary>The days that a mention was read as, in the light of its announcement.</summary>
/// <param name="Mention">The mention.</param>
/// <param name="Value">What its words say, with the order of day and month decided.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="YearInferred">No year stands in the words.</param>
/// <param name="Probability">The probability that the days are right.</param>
/// <param name="Inherited">It stands in a heading outside the announcement.</param>
/// <param name="Others">Other days that it may mean, the likelier first.</param>
internal sealed record Reading(
    Mention Mention, DateValue Value, DateOnly From, DateOnly To, bool YearInferred, double Probability, bool Inherited, IReadOnlyList<(DateOnly From, DateOnly To)> Others)
{
    /// <summary>True where nothing tells the year: <see cref="From"/> and <see cref="To"/> are then of no year in particular and stand for day and month alone.</summary>
    public bool YearUnknown { get; init; }

    /// <summary>What the page's markup says of the same words where it is something else; null where it agrees or says nothing.</summary>
    public StatedTime? MarkupSays { get; init; }

    /// <summary>True where no day can be given before a person says which one is meant.</summary>
    public bool HasNoDay => YearUnknown || Value.Impossible is not null;

    public (DateOnly From, DateOnly To) Days => (From, To);

    public WeekdayCheck Weekday => Value.Weekday is not { } weekday || Value.Relative != RelativeKind.None || YearUnknown ? WeekdayCheck.Unsaid
        : From.DayOfWeek == weekday ? WeekdayCheck.Agrees : WeekdayCheck.Contradicts;

    public bool Covers(Reading other) => From <= other.From && other.To <= To && Days != other.Days;
}
