using System.Collections.Immutable;

namespace Extract.Learn.Judging;

/// <summary>An announcement, labelled or found, in the form in which both are compared.</summary>
public sealed class JudgedAnnouncement
{
    // Before None, which is made with it.
    internal static ImmutableSortedDictionary<string, double?> NoTopics { get; } = ImmutableSortedDictionary.Create<string, double?>(StringComparer.Ordinal);

    /// <summary>No announcement: what stands opposite one that was missed or wrongly found.</summary>
    public static JudgedAnnouncement None { get; } = new() { Words = new(null) };

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";
    /// <summary>Its place; null where gold gives its words only.</summary>
    public TextSpan? Span { get; init; }
    /// <summary>Its words.</summary>
    public required WordBag Words { get; init; }
    /// <summary>The folded label of its type; empty where none.</summary>
    public string EventType { get; init; } = "";
    /// <summary>The probability that a record gives its type.</summary>
    public double? EventTypeConfidence { get; init; }
    /// <summary>The record's status; null for labels.</summary>
    public string? Status { get; init; }
    /// <summary>The record's probability; null for labels.</summary>
    public double? Confidence { get; init; }
    /// <summary>The topics, with the probabilities that a record gives.</summary>
    public ImmutableSortedDictionary<string, double?> Topics { get; init; } = NoTopics;
    /// <summary>The dates, each value once.</summary>
    public ImmutableArray<JudgedValue> Dates { get; init; } = [];
    /// <summary>The cities, each value once.</summary>
    public ImmutableArray<JudgedValue> Cities { get; init; } = [];
    /// <summary>The organizations, each value once.</summary>
    public ImmutableArray<JudgedValue> Organizations { get; init; } = [];

    /// <summary>The findings of a kind.</summary>
    public ImmutableArray<JudgedValue> Of(JudgedKind kind) => kind switch
    {
        JudgedKind.Dates => Dates,
        JudgedKind.Cities => Cities,
        _ => Organizations,
    };
}

/// <summary>A labelled document in the form in which it is compared.</summary>
/// <param name="Id">Records are found by it.</param>
/// <param name="Announcements">What is announced.</param>
/// <param name="Shared">What a heading serves to several items: allowed, not required.</param>
public sealed record JudgedDocument(string Id, ImmutableArray<JudgedAnnouncement> Announcements, JudgedAnnouncement Shared);
