using System.Collections.Immutable;
using Extract.Review.Shaping;

namespace Extract.Review.Alike;

/// <summary>The same answer for other records that wait.</summary>
/// <param name="Key">Its name among the offers of one correction.</param>
/// <param name="Say">What is offered, as a question.</param>
/// <param name="Records">What it does to each record.</param>
public sealed record Offer(string Key, string Say, ImmutableArray<Offered> Records)
{
    /// <summary>
    /// The decisions of one batch that take the offer, less the records that the person took out. A record is left open for what the answer does not settle. Throws
    /// <see cref="InvalidDataException"/> where a change does not fit.
    /// </summary>
    public ImmutableArray<Decision> Take(IReadOnlySet<string> except, string by, DateTimeOffset when)
    {
        ArgumentNullException.ThrowIfNull(except);
        var batch = Decision.NewId();
        return [.. Records.Where(offered => !except.Contains(offered.Record.Id)).SelectMany(offered => offered.Decisions(by, when)).Select(decision => decision with { Batch = batch })];
    }
}

/// <summary>What an offer does to one record.</summary>
/// <param name="Record">The record as it stands.</param>
/// <param name="Status">The status of the decision on it: <c>open</c> or <c>rejected</c>.</param>
/// <param name="Changes">What changes in it.</param>
/// <param name="Before">What it says now, in words.</param>
/// <param name="After">What it will say.</param>
public sealed record Offered(Record Record, string Status, ImmutableArray<PatchOperation> Changes, string Before, string After)
{
    /// <summary>The record with which it is merged, and the document's text between the two; null where it is not.</summary>
    public (Record Record, string Between)? With { get; init; }

    internal IEnumerable<Decision> Decisions(string by, DateTimeOffset when) =>
        With is { } other ? Merging.Of(Record, other.Record, other.Between, by, when) : [new(by, when, Status, Changes, Record)];
}
