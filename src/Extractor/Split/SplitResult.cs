using System.Collections.Immutable;

namespace Extract.Split;

/// <summary>What a document announces, and what of it was dropped.</summary>
/// <param name="Announcements">The announcements, in order; they do not overlap.</param>
/// <param name="Dropped">Spans that gave none, with the reason.</param>
public sealed record SplitResult(ImmutableArray<Announcement> Announcements, ImmutableArray<Dropped> Dropped);
