using System.Threading.Channels;

namespace Extract.Commands.Piping;

/// <summary>The filter: lines are worked on in parallel and written in the order in which they came, each as soon as it and all before it are done.</summary>
internal sealed class Pipe(Pipeline pipeline, Stage until, bool reportDropped, long maxBytes)
{
    // A text in JSON may be twice as long as what it stands for, and a buffer no longer than .NET allows.
    private readonly int _longest = (int)Math.Min(maxBytes * 2, 1 << 29);
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>What one line gives: lines to write, and whether it could not be used.</summary>
    private sealed record Answer(IReadOnlyList<byte[]> Lines, bool Refused = false);

    /// <summary>Reads to the end of the input, or until nobody reads the output any more; true where a line could not be used.</summary>
    public async Task<bool> RunAsync(Stream input, Stream output, int workers, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var answers = Channel.CreateBounded<Task<Answer>>(workers * 2);
        var reading = ReadAsync(input, answers.Writer, workers, stop.Token);
        var refused = await WriteAsync(answers.Reader, output, cancellation);
        if (refused is not null) await reading;
        else await stop.CancelAsync();
        return refused ?? false;
    }

    private async Task ReadAsync(Stream input, ChannelWriter<Task<Answer>> answers, int workers, CancellationToken cancellation)
    {
        using var slots = new SemaphoreSlim(workers);
        try
        {
            var lines = new InputLines(input, _longest);
            for (var number = 1; await lines.ReadAsync(cancellation) is { } line; number++)
            {
                if (number == 1 && line.AsSpan().StartsWith(ByteOrderMark)) line = line[ByteOrderMark.Length..];
                if (line.AsSpan().Trim(" \t"u8).IsEmpty) continue;
                await slots.WaitAsync(cancellation);
                var (at, isTooLong) = (number, lines.IsTooLong);
                await answers.WriteAsync(Task.Run(() => { try { return isTooLong ? new([PipeJson.Error(null, at, Messages.LineTooLong(_longest))], Refused: true) : Work(line, at, cancellation); } finally { slots.Release(); } }, cancellation), cancellation);
            }
            answers.Complete();
            // The slots are in use until the last one is back.
            for (var i = 0; i < workers; i++) await slots.WaitAsync(cancellation);
        }
        catch (Exception e)
        {
            answers.TryComplete(e);
        }
    }

    // Null where the reader of our output has gone: it has what it wanted.
    private static async Task<bool?> WriteAsync(ChannelReader<Task<Answer>> answers, Stream output, CancellationToken cancellation)
    {
        var refused = false;
        try
        {
            using var buffer = new MemoryStream();
            await foreach (var answering in answers.ReadAllAsync(cancellation))
            {
                var answer = await answering;
                refused |= answer.Refused;
                foreach (var line in answer.Lines)
                {
                    buffer.Write(line);
                    buffer.WriteByte((byte)'\n');
                }
                if (answers.TryPeek(out var next) && next.IsCompleted && buffer.Length < 1 << 16) continue;
                output.Write(buffer.GetBuffer(), 0, (int)buffer.Length);
                output.Flush();
                buffer.SetLength(0);
            }
            return refused;
        }
        catch (IOException e) when (IsBrokenPipe(e))
        {
            return null;
        }
        catch (IOException e)
        {
            throw new SettingsException(Messages.CannotWriteOutput(e), e);
        }
    }

    // EPIPE of Unix; ERROR_BROKEN_PIPE and ERROR_NO_DATA of Windows.
    private static bool IsBrokenPipe(IOException e) => (e.HResult & 0xFFFF) is 32 or 109 or 232;

    private Answer Work(byte[] line, int number, CancellationToken cancellation)
    {
        var input = PipeInput.Parse(line);
        if (input.Source is not { } source) return new([PipeJson.Error(input.Id, number, input.Error!)], Refused: true);
        try
        {
            return Answered(pipeline.Process(source, cancellation, until), source, number);
        }
#pragma warning disable CA1031 // An engine must not lose the shard for one document, whatever we did wrong with it.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return new([PipeJson.Error(source.Id, number, Messages.OurFault(e))], Refused: true);
        }
    }

    private Answer Answered(DocumentOutcome outcome, Source source, int number) => outcome switch
    {
        { Fault: { } fault } => Refuse(source, fault, number),
        { Document: null } => Drop(source, Dropping.Reason(outcome.Dropped)),
        _ when until == Stage.Read => new([PipeJson.Document(outcome.Document)]),
        _ when until == Stage.Tag => new([PipeJson.Mentions(outcome.Document, outcome.Tagged!.Mentions)]),
        _ when until == Stage.Split => new([PipeJson.Announcements(outcome.Document, outcome.Announcements)]),
        _ when until == Stage.Resolve => new([PipeJson.Findings(outcome.Document, outcome.Findings)]),
        { Judged.IsEmpty: true } => Drop(source, Dropping.Reason(outcome.Dropped)),
        _ => new([.. outcome.Judged.Select(judged => RecordJson.ToUtf8(judged.Record))]),
    };

    private static Answer Refuse(Source source, Fault fault, int number) => new([PipeJson.Error(source.Id, number, $"{fault.What} {fault.Remedy}".TrimEnd())], Refused: true);

    private Answer Drop(Source source, string why) => new(reportDropped ? [PipeJson.Dropped(source.Id, why)] : []);
}
