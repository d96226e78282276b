using System.Collections.Immutable;

namespace Extract.Review.Sheet;

/// <summary>What one row of a table that came back says.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Id">The record's id, as it is written.</param>
/// <param name="Title">The record's title, or what the row has for it.</param>
/// <param name="Say">What it decides and changes, in words.</param>
/// <param name="Fault">Why nothing comes of it, for the person; null where something does.</param>
/// <param name="Decision">The decision; null where there is a fault.</param>
public sealed record SheetRow(int Line, string Id, string Title, ImmutableArray<string> Say, string? Fault, Decision? Decision);

/// <summary>The labels that a table may hold; null where any will do.</summary>
/// <param name="Types">The types of event.</param>
/// <param name="Topics">The topics.</param>
public sealed record SheetLabels(IReadOnlySet<string>? Types, IReadOnlySet<string>? Topics)
{
    /// <summary>The first label of the record that is none of them, or null.</summary>
    internal string? Unknown(Record record) =>
        Types is not null && !Types.Contains(record.EventType.Label) ? record.EventType.Label : Topics is null ? null : record.Topics.FirstOrDefault(topic => !Topics.Contains(topic.Label))?.Label;
}
