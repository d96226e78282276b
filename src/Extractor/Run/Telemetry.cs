using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Extract.Run;

/// <summary>What a run measures of itself. Nothing is measured while nobody listens (<see cref="TelemetryExport"/>).</summary>
internal static class Telemetry
{
    /// <summary>What the spans and the meter are called by.</summary>
    public const string Name = "extract";

    private static readonly ActivitySource Spans = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Documents = Meter.CreateCounter<long>("extract.documents", "{document}", "Documents that have ended, by outcome; unchanged where an earlier run had done them.");
    private static readonly Counter<long> Records = Meter.CreateCounter<long>("extract.records", "{record}", "Records that documents gave.");
    private static readonly Counter<long> Bytes = Meter.CreateCounter<long>("extract.bytes", "By", "The size of the documents that were worked on.");
    private static readonly Histogram<double> Seconds = Meter.CreateHistogram<double>("extract.stage.duration", "s", "How long a stage takes: a document at a time, from link on all at once.");

    /// <summary>A document under way: the parent of its stages. Null while nobody listens.</summary>
    public static Activity? Document(string input)
    {
        // A trace of its own: one of a million documents would be of no use to anybody.
        Activity.Current = null;
        return Spans.StartActivity("document")?.SetTag("extract.input", input);
    }

    /// <summary>A document has ended.</summary>
    public static void Ended(Worked worked)
    {
        Documents.Add(1, new("outcome", State.Name(worked.Outcome)), new("unchanged", worked.IsUnchanged));
        Records.Add(worked.End?.Records.Length ?? 0);
        Bytes.Add(worked.End?.Bytes ?? 0);
    }

    /// <summary>Does a stage's work, timed.</summary>
    public static T In<T>(string stage, Func<T> work)
    {
        using var span = Spans.StartActivity(stage);
        if (!Seconds.Enabled) return work();
        var start = Stopwatch.GetTimestamp();
        var result = work();
        Seconds.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("stage", stage));
        return result;
    }

    /// <summary>The same for a stage that waits.</summary>
    public static async Task<T> InAsync<T>(string stage, Func<Task<T>> work)
    {
        using var span = Spans.StartActivity(stage);
        if (!Seconds.Enabled) return await work();
        var start = Stopwatch.GetTimestamp();
        var result = await work();
        Seconds.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("stage", stage));
        return result;
    }
}
