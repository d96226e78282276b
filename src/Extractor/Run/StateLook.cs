using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Extract.Run;

/// <summary>A look at a state from outside, also while a run is at work: nothing is written, and nobody waits.</summary>
/// <param name="Run">The number of the last run.</param>
/// <param name="Began">When it began.</param>
/// <param name="Noted">When it was last heard of.</param>
/// <param name="IsAtWork">It is at work now.</param>
/// <param name="Headway">How far it is.</param>
internal sealed record StateLook(long Run, DateTimeOffset Began, DateTimeOffset Noted, bool IsAtWork, Headway Headway)
{
    /// <summary>The last run of a folder's state; null where there is none. Throws <see cref="SettingsException"/> where the state cannot be read.</summary>
    public static StateLook? Of(string folder)
    {
        if (!File.Exists(State.Database(folder))) return null;
        try
        {
            var isAtWork = StateLock.IsTaken(folder);
            using var database = Open(folder);
            using var command = database.CreateCommand();
            command.CommandText = StateSchema.LastRun;
            using var row = command.ExecuteReader();
            return row.Read() ? Of(row, isAtWork) : null;
        }
        catch (SqliteException e)
        {
            // A run that begins has no tables yet, and an older program had others.
            return e.SqliteErrorCode == SQLitePCL.raw.SQLITE_ERROR ? null : throw StateFaults.Of(folder, e);
        }
    }

    private static StateLook Of(SqliteDataReader row, bool isAtWork) => new(row.GetInt64(0), Moment(row.GetString(1)), Moment(row.GetString(2)), isAtWork, new()
    {
        Stage = row.GetString(3),
        Total = row.IsDBNull(4) ? null : row.GetInt32(4),
        Unchanged = Number(row, 5),
        Records = Number(row, 6),
        Duplicates = Number(row, 7),
        Dropped = Number(row, 8),
        Failed = Number(row, 9),
        Rate = row.IsDBNull(10) ? 0 : row.GetDouble(10),
        MegabytesPerSecond = row.IsDBNull(11) ? 0 : row.GetDouble(11),
        IsExpected = Number(row, 12) != 0,
    });

    private static int Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? 0 : row.GetInt32(column);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    // SQLite keeps a small file beside a state in use; where none may be made there, and no run is at work, the state is looked at as it lies.
    private static SqliteConnection Open(string folder)
    {
        var database = SqliteFile.Open(State.Database(folder), SqliteOpenMode.ReadOnly);
        try
        {
            using var command = database.CreateCommand();
            command.CommandText = StateSchema.Version;
            command.ExecuteScalar();
            return database;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY)
        {
            database.Dispose();
            return SqliteFile.Open(new Uri(Path.GetFullPath(State.Database(folder))).AbsoluteUri + "?immutable=1", SqliteOpenMode.ReadOnly);
        }
    }
}
