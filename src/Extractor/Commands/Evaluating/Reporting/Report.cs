using Extract.Learn.Judging;

namespace Extract.Commands.Evaluating.Reporting;

/// <summary>What a report is made of.</summary>
/// <param name="About">What was measured, in a sentence.</param>
/// <param name="Scores">The figures.</param>
/// <param name="Records">The records that were judged.</param>
/// <param name="Acceptance">What passes at which error; null where records of before were judged.</param>
/// <param name="Witnesses">Topics and types by rules and classifier; likewise.</param>
internal sealed record Report(string About, Scores Scores, IReadOnlyList<Record> Records, AcceptanceTable? Acceptance, WitnessTable? Witnesses);
