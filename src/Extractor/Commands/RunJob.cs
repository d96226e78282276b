using Extract.Fetch;
using Extract.Review;
using Extract.Run;
using Microsoft.Data.Sqlite;

namespace Extract.Commands;

/// <summary>What a run is to show.</summary>
/// <param name="Json">The summary as JSON on standard output.</param>
/// <param name="Verbosity">How much it says.</param>
internal sealed record RunOutput(bool Json, Verbosity Verbosity);

/// <summary>One run from its settings to its exit status.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Sample">How many documents to take, or null for all.</param>
/// <param name="Workers">How many are under way at once.</param>
/// <param name="StateFolder">Where the state stands, or null for beside the records.</param>
internal sealed record RunJob(Settings Settings, int? Sample, int Workers, string? StateFolder)
{
    /// <summary>True where only what failed is taken up again.</summary>
    public bool IsRetry { get; init; }

    public async Task<int> RunAsync(RunOutput output, TimeProvider time, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var folder = Outputs.StateFolder(Settings, StateFolder);
        Outputs.Verify(Settings, folder);
        if (IsRetry) VerifyFinished(folder);
        var prints = Task.Run(() => Loading.Prints(Settings), CancellationToken.None);
        var pipeline = Loading.Pipeline(Settings);
        // Read at the beginning too, so that what is wrong in them is told before hours of work.
        DecisionFiles.Load(DecisionsFolder, Console.Error.WriteLine);
        try
        {
            var summary = await RunAsync(pipeline, await prints, folder, output, time, cancellation);
            summary.Verify();
            Tell(summary with { Took = time.GetElapsedTime(start) }, output);
            return summary.Failures.IsEmpty ? ExitStatus.Done : ExitStatus.SomeFailed;
        }
        catch (SqliteException e)
        {
            // Sinks tell of their own files themselves: this is the state's.
            throw StateFaults.Of(folder, e);
        }
    }

    private string DecisionsFolder => Settings.Resolved(Settings.Review.Decisions);

    private async Task<Summary> RunAsync(Pipeline pipeline, StagePrints prints, string folder, RunOutput output, TimeProvider time, CancellationToken cancellation)
    {
        using var export = TelemetryExport.Begin();
        using var state = State.Open(folder, prints, time);
        using var log = RunLog.Create(Path.Combine(folder, "extract.log"), output.Verbosity, Settings.Secrets);
        log.Information("run {Run} of {File} begins", state.Run, Settings.File ?? "the defaults");
        var own = RunInputs.Own(Settings, folder);
        using var fetcher = new Fetcher(Settings.Fetch, Settings.Folder, Settings.Read.MaxBytes, own, time);
        using var progress = Progress(output, time);
        var counting = Sample is null ? Counting.Of(fetcher, cancellation) : null;
        var watch = new Watch(progress, listed => counting is null ? Sample : counting.Of(listed), time, IsRetry ? state.TakeOver() : 0);
        await new Batch(pipeline, fetcher, state, folder, prints, Settings.Secrets, log).RunAsync(Inputs(fetcher, state, folder, cancellation), Workers, watch, cancellation);
        var summary = await PublishAsync(state, watch, cancellation);
        log.Information("run {Run} is done: {Documents} documents, {Announcements} announcements", state.Run, summary.Total, summary.Announcements);
        return Settings.Score.AcceptError < pipeline.LeastError ? summary with { NothingAccepted = Messages.NothingAccepted(Settings.Score.AcceptError, pipeline.LeastError) } : summary;
    }

    private IAsyncEnumerable<Input> Inputs(Fetcher fetcher, State state, string folder, CancellationToken cancellation) =>
        Sample is { } count ? Run.Sample.Of(fetcher, count, cancellation) : IsRetry ? Retry.Inputs(fetcher, folder, state.Run, cancellation) : fetcher.InputsAsync(cancellation);

    private async Task<Summary> PublishAsync(State state, Watch watch, CancellationToken cancellation)
    {
        // As they are now: people go on deciding while a run is at work.
        var decisions = DecisionFiles.Load(DecisionsFolder);
        state.Commit(watch.Enter(Headway.Link));
        var publishing = Telemetry.In(Headway.Link, () => new Publishing(state, Settings, decisions, (file, records) => watch.Wrote(Outputs.Shown(file), records)));
        state.Commit(watch.Enter(Headway.Publish));
        var summary = await Telemetry.InAsync(Headway.Publish, () => publishing.RunAsync(Outputs.Ledger(Settings), cancellation)) with { Unchanged = watch.Unchanged, Bytes = watch.Bytes };
        state.Commit(summary.Headway);
        return summary with { Files = [.. summary.Files.Select(Outputs.Shown)], Ledger = Outputs.Shown(summary.Ledger) };
    }

    private static void VerifyFinished(string folder)
    {
        var look = StateLook.Of(folder) ?? throw new SettingsException(Messages.NoRun(folder));
        if (!look.IsAtWork && look.Headway.Stage != Headway.End) throw new SettingsException(Messages.NotFinished(folder));
    }

    private static void Tell(Summary summary, RunOutput output)
    {
        foreach (var line in summary.FailureLines()) Console.Error.WriteLine(line);
        if (output.Json) Console.Out.WriteLine(summary.ToJson());
        else if (output.Verbosity != Verbosity.Quiet) Console.Error.Write(summary.ToString());
    }

    private static IProgress Progress(RunOutput output, TimeProvider time) =>
        output.Verbosity != Verbosity.Normal ? new NoProgress() : Console.IsErrorRedirected ? new LineProgress(Console.Error, time) : new BarProgress(time);
}
