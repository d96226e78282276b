using System.Collections.Immutable;

namespace Extract.Learn.Judging;

/// <summary>The kinds of findings that are judged one by one.</summary>
public enum JudgedKind
{
    /// <summary>Dates.</summary>
    Dates,
    /// <summary>Cities.</summary>
    Cities,
    /// <summary>Organizations.</summary>
    Organizations,
}

/// <summary>A date, city or organization, labelled or found, with all places where it stands. Two are the same only where they are one object.</summary>
public sealed class JudgedValue
{
    private string? _foldedText, _foldedName, _foldedAcronym;

    /// <summary>Its words at the first place.</summary>
    public string Text { get; init; } = "";
    /// <summary>What it is to the event.</summary>
    public string? Role { get; init; }
    /// <summary>Of a date: the first day.</summary>
    public DateOnly? From { get; init; }
    /// <summary>Of a date: the last day.</summary>
    public DateOnly? To { get; init; }
    /// <summary>Of a date: its words say no year.</summary>
    public bool YearInferred { get; init; }
    /// <summary>Of a city or organization: its name.</summary>
    public string? Name { get; init; }
    /// <summary>Of an organization: its acronym.</summary>
    public string? Acronym { get; init; }
    /// <summary>Of a city: its country.</summary>
    public string? Country { get; init; }
    /// <summary>It stands in a heading outside the announcement.</summary>
    public bool Inherited { get; init; }
    /// <summary>The probability that a record gives it; null for labels.</summary>
    public double? Confidence { get; init; }
    /// <summary>All its places; none where they are not known.</summary>
    public ImmutableArray<TextSpan> Places { get; init; } = [];

    /// <summary>The days, where an open end counts as the day that is given.</summary>
    public (DateOnly? From, DateOnly? To) Days => (From ?? To, To ?? From);

    internal string FoldedText => _foldedText ??= FoldedWords.Fold(Text);
    internal string FoldedName => _foldedName ??= FoldedWords.Fold(Name);
    internal string FoldedAcronym => _foldedAcronym ??= FoldedWords.Fold(Acronym);

    /// <summary>True where the two name the same value: by days; by name and country; by any of the names, or by place.</summary>
    /// <param name="kind">What both are.</param>
    /// <param name="other">The other one.</param>
    /// <param name="byPlace">False where offsets mean nothing.</param>
    public bool Names(JudgedKind kind, JudgedValue other, bool byPlace)
    {
        ArgumentNullException.ThrowIfNull(other);
        return kind switch
        {
            JudgedKind.Dates => Days == other.Days,
            JudgedKind.Cities => (Country ?? "") == (other.Country ?? "") &&
                (FoldedName == other.FoldedName || FoldedText == other.FoldedText || (byPlace && StandsWith(other))),
            _ => SharesName(other) || (byPlace && StandsWith(other)),
        };
    }

    /// <summary>The labels of one value as one, with all their places; the first one's other fields stand.</summary>
    public static ImmutableArray<JudgedValue> Merge(JudgedKind kind, IEnumerable<JudgedValue> values) =>
        [.. values.GroupBy(value => value.Key(kind)).Select(group => group.First().At([.. group.SelectMany(value => value.Places)]))];

    private (string?, string?, DateOnly?, DateOnly?) Key(JudgedKind kind) => kind switch
    {
        JudgedKind.Dates => (Role, null, Days.From, Days.To),
        JudgedKind.Cities => (FoldedName, Country, null, null),
        _ => (FoldedName.Length > 0 ? FoldedName : FoldedText, null, null, null),
    };

    private bool StandsWith(JudgedValue other) => Places.Any(a => other.Places.Any(b => Spans.Overlap(a, b) >= 0.5));

    private bool SharesName(JudgedValue other)
    {
        ReadOnlySpan<string> mine = [FoldedName, FoldedText, FoldedAcronym], others = [other.FoldedName, other.FoldedText, other.FoldedAcronym];
        foreach (var name in mine)
            if (name.Length > 0 && others.Contains(name)) return true;
        return false;
    }

    private JudgedValue At(ImmutableArray<TextSpan> places) => new()
    {
        Text = Text,
        Role = Role,
        From = From,
        To = To,
        YearInferred = YearInferred,
        Name = Name,
        Acronym = Acronym,
        Country = Country,
        Inherited = Inherited,
        Confidence = Confidence,
        Places = places,
    };
}
