namespace Extract.Publish;

/// <summary>Every record whole, one a line, UTF-8 with LF; the contract's own form. Rejected records stay in it, with their status.</summary>
/// <param name="path">The file.</param>
public sealed class JsonLinesSink(string path) : ISink
{
    /// <inheritdoc/>
    public Task WriteAsync(IAsyncEnumerable<Record> records, CancellationToken cancellation) => AtomicFile.WriteAsync(path, async stream =>
    {
        await foreach (var record in records.WithCancellation(cancellation))
        {
            await stream.WriteAsync(RecordJson.ToUtf8(record), cancellation);
            stream.WriteByte((byte)'\n');
        }
    });
}
