using Serilog;

namespace Extract.Run;

/// <summary>Traces each stage of a document and says a word of what it made to the log.</summary>
internal sealed class StageLog(ILogger log, string source) : IStageWatch
{
    /// <inheritdoc/>
    public T In<T>(Stage stage, Func<T> work) => Telemetry.In(Name(stage), work);

    /// <inheritdoc/>
    public void Made(Stage stage, DocumentOutcome outcome)
    {
        switch (stage)
        {
            case Stage.Read:
                log.Debug("{Stage} {Source}: {Characters} characters, {Blocks} blocks", Name(stage), source, outcome.Document!.Text.Length, outcome.Document.Blocks.Length);
                break;
            case Stage.Tag:
                log.Debug("{Stage} {Source}: {Mentions} mentions", Name(stage), source, outcome.Tagged!.Mentions.Length);
                break;
            case Stage.Split:
                log.Debug("{Stage} {Source}: {Announcements} announcements, {Dropped} dropped", Name(stage), source, outcome.Announcements.Length, outcome.Dropped.Length);
                break;
            case Stage.Resolve:
                log.Debug("{Stage} {Source}: {Dates} dates, {Cities} cities, {Organizations} organizations", Name(stage), source,
                    outcome.Findings.Sum(f => f.Dates.Length), outcome.Findings.Sum(f => f.Cities.Length), outcome.Findings.Sum(f => f.Organizations.Length));
                break;
            case Stage.Score:
                log.Debug("{Stage} {Source}: {Accepted} of {Records} accepted", Name(stage), source, outcome.Judged.Count(judged => judged.Record.Status == "accepted"), outcome.Judged.Length);
                break;
        }
    }

    private static string Name(Stage stage) => stage switch { Stage.Read => "read", Stage.Tag => "tag", Stage.Split => "split", Stage.Resolve => "resolve", _ => "score" };
}
