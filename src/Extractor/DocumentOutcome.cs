using System.Collections.Immutable;
using Extract.Resolve;
using Extract.Score;
using Extract.Tag;

namespace Extract;

/// <summary>What became of one document: what each stage made of it, up to the one that was asked for, or why it goes no further.</summary>
/// <param name="Document">The document; null where it could not be read.</param>
/// <param name="Judged">Its records, in order of place, each with what its acceptance rests on.</param>
/// <param name="Dropped">What of it gave no record, with the reason; a null span is the whole document.</param>
/// <param name="Fault">Why it failed, or null.</param>
public sealed record DocumentOutcome(Document? Document, ImmutableArray<Judged> Judged, ImmutableArray<Dropped> Dropped, Fault? Fault = null)
{
    /// <summary>The document with its mentions; null where it was not tagged.</summary>
    public TaggedDocument? Tagged { get; init; }

    /// <summary>What it was split into: after the stage score, what of that announces something.</summary>
    public ImmutableArray<Announcement> Announcements { get; init; } = [];

    /// <summary>What was found of each of them.</summary>
    public ImmutableArray<Findings> Findings { get; init; } = [];

    /// <summary>Its records.</summary>
    public ImmutableArray<Record> Records => [.. Judged.Select(judged => judged.Record)];
}
