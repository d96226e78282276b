using Microsoft.Data.Sqlite;

namespace Extract.Publish;

/// <summary>
/// A SQLite database: <c>records</c>, and <c>dates</c>, <c>cities</c>, <c>organizations</c>, <c>topics</c> with a row a finding, joined by <c>record</c>.
/// Made anew each time in one transaction, so that the same records give the same bytes.
/// </summary>
/// <param name="path">The file.</param>
public sealed class SqliteSink(string path) : ISink
{
    /// <inheritdoc/>
    public Task WriteAsync(IAsyncEnumerable<Record> records, CancellationToken cancellation) => AtomicFile.ReplaceAsync(path, async temporary =>
    {
        File.Delete(temporary);
        try
        {
            await using var database = SqliteFile.Open(temporary);
            Run(database, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096; BEGIN;");
            Run(database, SqliteTables.Schema);
            using var tables = new SqliteTables(database);
            await foreach (var record in records.WithCancellation(cancellation)) tables.Insert(record);
            Run(database, "COMMIT;");
        }
        catch (SqliteException e)
        {
            throw new IOException(e.SqliteErrorCode == SQLitePCL.raw.SQLITE_FULL ? "the disk is full" : e.Message, e);
        }
        using var handle = File.OpenHandle(temporary, access: FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    });

    private static void Run(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // Our own constants only.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
