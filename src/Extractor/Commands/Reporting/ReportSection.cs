namespace Extract.Commands.Reporting;

/// <summary>A part of a report.</summary>
/// <param name="Anchor">Its id in the page.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Html">What stands below it, escaped already.</param>
/// <param name="Parts">The parts within it, each a field; they stand in the table of contents too.</param>
internal sealed record ReportSection(string Anchor, string Heading, string Html, IReadOnlyList<ReportSection> Parts);
