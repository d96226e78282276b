namespace Extract.Publish;

/// <summary>Writes records somewhere.</summary>
public interface ISink
{
    /// <summary>Writes all records of a run, in order of id, so that a reader sees all of them or none; writing the same again changes nothing.</summary>
    Task WriteAsync(IAsyncEnumerable<Record> records, CancellationToken cancellation);
}
