using System.CommandLine;
using Extract.Fetch;
using Extract.Review;
using Extract.Rules;
using Extract.Run;

namespace Extract.Commands;

/// <summary><c>extract run</c>, and <c>extract</c> alone: the main job.</summary>
internal static class RunCommand
{
    /// <summary>The command of that name.</summary>
    public static Command Create(TimeProvider time)
    {
        var paths = new Argument<string[]>("PATH") { Description = "A pipeline file, or files, folders and addresses (pipeline.yml of this folder).", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("run", HelpTexts.Of("run").About) { paths };
        new RunOptions().AddTo(command, parsed => parsed.GetValue(paths) ?? [], time);
        return command;
    }

    /// <summary>Makes the program itself run pipeline.yml.</summary>
    public static void AddTo(RootCommand root, TimeProvider time) => new RunOptions().AddTo(root, _ => [], time);

    private sealed class RunOptions
    {
        private readonly Option<int?> _sample = Numbers.Option("--sample", 1, "Take N documents spread over all sources; what is written goes into the folder sample beside the records.");
        private readonly Option<bool> _json = new("--json") { Description = "Print the summary as JSON on standard output." };
        private readonly Option<int?> _workers = Numbers.Workers();
        private readonly Option<string?> _state = new("--state") { Description = "The folder of the run's state (that of the records).", HelpName = "DIR" };
        private readonly Option<bool> _verbose = new("--verbose") { Description = "One line for every stage of every document." };
        private readonly Option<bool> _quiet = new("--quiet") { Description = "Say nothing but what failed." };

        public void AddTo(Command command, Func<ParseResult, string[]> paths, TimeProvider time)
        {
            // A mistyped option would else be taken for a path.
            command.Validators.Add(result =>
            {
                if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } token)
                    result.AddError(Messages.UnknownCommand(token.Value, Nearest.Hint(token.Value, command.Options.Select(option => option.Name))));
            });
            foreach (var option in new Option[] { _sample, _json, _workers, _state, _verbose, _quiet }) command.Add(option);
            command.SetAction((parsed, cancellation) =>
            {
                var output = new RunOutput(parsed.GetValue(_json), parsed.GetValue(_verbose) ? Verbosity.Verbose : parsed.GetValue(_quiet) ? Verbosity.Quiet : Verbosity.Normal);
                var settings = RunInputs.Settings(paths(parsed));
                var job = new RunJob(parsed.GetValue(_sample) is null ? settings : RunInputs.OfSample(settings), parsed.GetValue(_sample), parsed.GetValue(_workers) ?? Environment.ProcessorCount, parsed.GetValue(_state));
                return job.RunAsync(output, time, cancellation);
            });
        }
    }
}

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
    public async Task<int> RunAsync(RunOutput output, TimeProvider time, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var folder = Outputs.StateFolder(Settings, StateFolder);
        Outputs.Verify(Settings, folder);
        var pipeline = Loading.Pipeline(Settings);
        var decisions = DecisionFiles.Load(Settings.Resolved(Settings.Review.Decisions));
        var madeBy = $"{pipeline.Fingerprint} {typeof(RunJob).Module.ModuleVersionId:N}";
        using var state = State.Open(folder, madeBy);
        using var log = RunLog.Create(Path.Combine(folder, "extract.log"), output.Verbosity, Settings.Secrets);
        using var fetcher = new Fetcher(Settings.Fetch, Settings.Folder, Settings.Read.MaxBytes, RunInputs.Own(Settings, folder), time);
        log.Information("run {Run} of {File} begins", state.Run, Settings.File ?? "the defaults");
        var inputs = Sample is { } count ? Run.Sample.Of(fetcher, count, cancellation) : fetcher.InputsAsync(cancellation);
        var batch = new Batch(pipeline, fetcher, state, folder, madeBy, Settings.Secrets, log);
        using var progress = Progress(output, time);
        var (unchanged, bytes) = await batch.RunAsync(inputs, Workers, progress, cancellation);
        var summary = await new Publishing(state, Settings, decisions).RunAsync(Outputs.Ledger(Settings), cancellation) with { Unchanged = unchanged, Bytes = bytes };
        if (Settings.Score.AcceptError < pipeline.LeastError) summary = summary with { NothingAccepted = Messages.NothingAccepted(Settings.Score.AcceptError, pipeline.LeastError) };
        summary = summary with { Files = [.. summary.Files.Select(Outputs.Shown)], Ledger = Outputs.Shown(summary.Ledger) };
        progress.Dispose();
        summary.Verify();
        Tell(summary with { Took = time.GetElapsedTime(start) }, output);
        log.Information("run {Run} is done: {Documents} documents, {Announcements} announcements", state.Run, summary.Total, summary.Announcements);
        return summary.Failures.IsEmpty ? ExitStatus.Done : ExitStatus.SomeFailed;
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
