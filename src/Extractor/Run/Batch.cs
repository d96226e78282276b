using System.Threading.Channels;
using Extract.Fetch;
using Serilog;

namespace Extract.Run;

/// <summary>
/// The batch: inputs → workers → the one that writes, joined by bounded channels. What comes out does not depend on the number of workers or on who
/// is done first, because records are published in order of id from the state.
/// </summary>
internal sealed class Batch(Pipeline pipeline, Fetcher fetcher, State state, string stateFolder, string madeBy, Secrets secrets, ILogger log)
{
    private const int MostWaiting = 200;

    /// <summary>Works off the inputs. Where it is interrupted, what is in hand is finished and kept, and the exception is thrown after that.</summary>
    /// <returns>How many were unchanged, and the bytes that were worked on.</returns>
    public async Task<(int Unchanged, long Bytes)> RunAsync(IAsyncEnumerable<Input> inputs, int workers, IProgress progress, CancellationToken cancellation)
    {
        var waiting = Channel.CreateBounded<Input>(workers * 4);
        var ended = Channel.CreateBounded<Worked>(workers * 4);
        var known = new Counter();
        var listing = ListAsync(inputs, waiting.Writer, known, cancellation);
        var working = WorkAsync(waiting.Reader, ended.Writer, workers, cancellation);
        var sums = await WriteAsync(ended.Reader, known, progress);
        await working;
        await listing;
        cancellation.ThrowIfCancellationRequested();
        return sums;
    }

    private sealed class Counter
    {
        public int Value;
    }

    private async Task ListAsync(IAsyncEnumerable<Input> inputs, ChannelWriter<Input> waiting, Counter known, CancellationToken cancellation)
    {
        try
        {
            await foreach (var input in inputs.WithCancellation(cancellation))
            {
                known.Value++;
                await waiting.WriteAsync(input with { Name = secrets.Redact(input.Name) }, cancellation);
            }
            waiting.Complete();
        }
        catch (OperationCanceledException)
        {
            waiting.Complete();
        }
        catch (Exception e)
        {
            waiting.Complete(e);
            throw;
        }
    }

    private async Task WorkAsync(ChannelReader<Input> waiting, ChannelWriter<Worked> ended, int workers, CancellationToken cancellation)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(() => WorkOffAsync(waiting, ended, cancellation), CancellationToken.None)));
            ended.Complete();
        }
        catch (Exception e)
        {
            ended.Complete(e);
        }
    }

    private async Task WorkOffAsync(ChannelReader<Input> waiting, ChannelWriter<Worked> ended, CancellationToken cancellation)
    {
        using var done = new StateReader(stateFolder, madeBy);
        var worker = new Worker(pipeline, fetcher, done, secrets, log);
        while (!cancellation.IsCancellationRequested && await waiting.WaitToReadAsync(CancellationToken.None))
            while (!cancellation.IsCancellationRequested && waiting.TryRead(out var input))
                if (await WorkAsync(worker, input, cancellation) is { } worked) await ended.WriteAsync(worked, CancellationToken.None);
    }

    // Null where the interruption came while it was being fetched.
    private static async Task<Worked?> WorkAsync(Worker worker, Input input, CancellationToken cancellation)
    {
        try
        {
            return await worker.WorkAsync(input, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<(int Unchanged, long Bytes)> WriteAsync(ChannelReader<Worked> ended, Counter known, IProgress progress)
    {
        var (unchanged, bytes, waiting) = (0, 0L, 0);
        while (await ended.WaitToReadAsync())
        {
            while (ended.TryRead(out var worked))
            {
                if (worked.End is { } end) state.Put(end);
                else state.Touch(worked.Input.Name);
                if (worked.End is null) unchanged++;
                if (++waiting % MostWaiting == 0) state.Commit();
                bytes += worked.End?.Bytes ?? 0;
                progress.Known(known.Value);
                progress.Done(worked.End?.Outcome ?? Outcome.Records, worked.End?.Bytes ?? 0);
            }
            // Whenever nobody waits to be written, and every so often under load: a kill loses little, and it is never one transaction a document.
            state.Commit();
        }
        return (unchanged, bytes);
    }
}
