using System.Collections.Immutable;

namespace Extract;

/// <summary>Why a document without a record has none, in one reason.</summary>
internal static class Dropping
{
    /// <summary>The reason for the whole document, else the one that took most of its text.</summary>
    public static string Reason(ImmutableArray<Dropped> dropped) =>
        dropped.FirstOrDefault(drop => drop.Span is null)?.Why
        ?? dropped.GroupBy(drop => drop.Why).OrderByDescending(group => group.Sum(drop => drop.Span!.Value.Length))
            .ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key
        ?? "announces nothing";
}
