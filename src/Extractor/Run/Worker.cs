using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Extract.Fetch;
using Serilog;

namespace Extract.Run;

/// <summary>What a worker hands to the writer: a new end, or null where an earlier run's holds.</summary>
/// <param name="Input">The input.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="End">Its end.</param>
internal sealed record Worked(Input Input, Outcome Outcome, DocumentEnd? End)
{
    /// <summary>Where an earlier run's end holds but for what is accepted: its records as they are accepted now; else null.</summary>
    public ImmutableArray<Record>? Accepted { get; init; }

    /// <summary>True where an earlier run's end holds whole.</summary>
    public bool IsUnchanged => End is null && Accepted is null;

    /// <summary>A new end.</summary>
    public Worked(Input input, DocumentEnd end) : this(input, end.Outcome, end)
    {
    }
}

/// <summary>Takes one document through the stages, with a word to the log after each. Safe to share between threads but for its <see cref="StateReader"/>.</summary>
internal sealed class Worker(Pipeline pipeline, Fetcher fetcher, StateReader done, Secrets secrets, ILogger log)
{
    public async Task<Worked> WorkAsync(Input input, CancellationToken cancellation)
    {
        using var span = Telemetry.Document(input.Name);
        var fetched = await Telemetry.InAsync("fetch", () => fetcher.FetchAsync(input, cancellation));
        if (fetched.Dropped is { } dropped)
        {
            var unread = DocumentEnd.Unread(input.Name, dropped);
            return Earlier(input, unread.Content!, unread.Source) ?? new(input, unread);
        }
        // The address may hold a token of the user's: it stays out of records, ledger and state.
        if (fetched.Source is not { } found) return new(input, Logged(DocumentEnd.Failed(input.Name, fetched.Fault! with { What = secrets.Redact(fetched.Fault.What) })));
        var source = found with { Id = secrets.Redact(found.Id), Uri = found.Uri is null ? null : secrets.Redact(found.Uri) };
        log.Debug("{Stage} {Source}: {Bytes} bytes, {MediaType}", "fetch", source.Id, source.Bytes.Length, source.MediaType);
        var content = Content(source);
        return Earlier(input, content, source.Id) ?? new(input, Logged(End(input, source, content)));
    }

    private Worked? Earlier(Input input, string content, string source)
    {
        if (done.Find(input.Name, content) is not { } earlier) return null;
        if (earlier.HoldsWhole) return new(input, earlier.Outcome, null);
        if (!earlier.HoldsFindings) return null;
        var accepted = Telemetry.In("score", () => done.Records(input.Name).Select(judged => pipeline.Accept(judged.Record, judged.Doubts)).ToImmutableArray());
        log.Debug("{Stage} {Source}: {Accepted} of {Records} accepted", "accept", source, accepted.Count(record => record.Status == "accepted"), accepted.Length);
        return new(input, earlier.Outcome, null) { Accepted = accepted };
    }

    private DocumentEnd End(Input input, Source source, string content)
    {
        try
        {
            return Process(input, source, content);
        }
#pragma warning disable CA1031 // One document that we fail on must not stop a million others; it is listed as failed, with the fault as ours.
        catch (Exception e) when (e is not SettingsException)
#pragma warning restore CA1031
        {
            log.Error(e, "{Source}", source.Id);
            return DocumentEnd.Failed(input.Name, new Fault(source.Id, Messages.OurFault(e), ""), source);
        }
    }

    // What is in hand is finished: no cancellation here.
    private DocumentEnd Process(Input input, Source source, string content)
    {
        var watch = new StageLog(log, source.Id);
        if (done.Document(input.Name, content, source) is { } kept) return End(input, kept.Source, content, pipeline.Process(kept, watch: watch));
        var outcome = pipeline.Process(source, CancellationToken.None, watch: watch);
        var end = End(input, source, content, outcome);
        return outcome.Document is { } document ? end with { Text = DocumentBytes.Of(document) } : end;
    }

    // The page of what gives no record is looked at by nobody.
    private static DocumentEnd End(Input input, Source source, string content, DocumentOutcome outcome)
    {
        if (outcome.Fault is { } fault) return DocumentEnd.Failed(input.Name, fault, source, content);
        var end = DocumentEnd.Of(input.Name, source, content, outcome.Judged, outcome.Dropped);
        return end.Outcome == Outcome.Records ? end with { Page = PageBytes.Of(input, source), MediaType = source.MediaType, Charset = source.Charset } : end;
    }

    private DocumentEnd Logged(DocumentEnd end)
    {
        if (end.Outcome == Outcome.Failed) log.Warning("failed {Input}: {Why}", end.Input, end.Why);
        return end;
    }

    // All of the source that a record shows or depends on, but the time of capture: the same page fetched again is the same work.
    private static string Content(Source source) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        source.Sha256, source.Id, source.Uri, source.Address, source.MediaType, source.Charset, source.Published?.ToString("O", System.Globalization.CultureInfo.InvariantCulture)))), 0, 16);
}
