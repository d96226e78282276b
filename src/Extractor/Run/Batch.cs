using System.Threading.Channels;
using Extract.Fetch;
using Serilog;

namespace Extract.Run;

/// <summary>
/// The batch: inputs → workers → the one that writes, joined by bounded channels. What comes out does not depend on the number of workers or on who
/// is done first, because records are published in order of id from the state.
/// </summary>
internal sealed class Batch(Pipeline pipeline, Fetcher fetcher, State state, string stateFolder, StagePrints prints, Secrets secrets, ILogger log)
{
    private const int MostWaiting = 200;

    /// <summary>Works off the inputs. Where it is interrupted, what is in hand is finished and kept, and the exception is thrown after that.</summary>
    public async Task RunAsync(IAsyncEnumerable<Input> inputs, int workers, Watch watch, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var waiting = Channel.CreateBounded<Input>(workers * 4);
        var ended = Channel.CreateBounded<Worked>(workers * 4);
        var known = new Counter();
        var listing = ListAsync(inputs, waiting.Writer, known, stop.Token);
        var working = WorkAsync(waiting.Reader, ended.Writer, workers, stop.Token);
        try
        {
            await WriteAsync(ended.Reader, known, watch);
        }
        catch
        {
            // The state cannot be written any more: nobody goes on to work for it, and nobody is left at work when it is closed.
            await stop.CancelAsync();
            ended.Writer.TryComplete();
            await working;
            throw;
        }
        await working;
        await listing;
        cancellation.ThrowIfCancellationRequested();
    }

    private sealed class Counter
    {
        public int Value;
        public volatile bool IsWhole;
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
            known.IsWhole = true;
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
            ended.TryComplete();
        }
        catch (Exception e)
        {
            ended.TryComplete(e);
        }
    }

    private async Task WorkOffAsync(ChannelReader<Input> waiting, ChannelWriter<Worked> ended, CancellationToken cancellation)
    {
        using var done = new StateReader(stateFolder, prints);
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

    private async Task WriteAsync(ChannelReader<Worked> ended, Counter known, Watch watch)
    {
        var waiting = 0;
        while (await ended.WaitToReadAsync())
        {
            while (ended.TryRead(out var worked))
            {
                if (worked.End is { } end) state.Put(end);
                else if (worked.Accepted is { } accepted) state.Accept(worked.Input.Name, accepted);
                else state.Touch(worked.Input.Name);
                watch.Listed(Volatile.Read(ref known.Value), known.IsWhole);
                watch.Ended(worked);
                if (++waiting % MostWaiting == 0) state.Commit(watch.Headway);
            }
            // Whenever nobody waits to be written, and every so often under load: a kill loses little, and it is never one transaction a document.
            state.Commit(watch.Headway);
        }
    }
}
