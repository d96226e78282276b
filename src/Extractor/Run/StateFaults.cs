using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Extract.Run;

/// <summary>
/// What can be wrong with a state's file, and what to do: whether to delete it (it is damaged), or to leave it and mend something else (the disk is
/// full, it may not be written, another program holds it).
/// </summary>
internal static class StateFaults
{
    // A full check reads the whole file. SQLite itself refuses a longer one that was cut short, since the first page says how many there are.
    private const long MostChecked = 256 << 20;
    private const long Full = 64 << 10;

    /// <summary>The one line for what SQLite says of the state of a folder.</summary>
    public static SettingsException Of(string folder, SqliteException e)
    {
        var file = State.Database(folder);
        return new(e.SqliteErrorCode switch
        {
            SQLITE_FULL => Messages.StateFull(file),
            SQLITE_IOERR => IsFull(folder) ? Messages.StateFull(file) : Messages.StateDisk(file, Said(e)),
            SQLITE_READONLY or SQLITE_CANTOPEN or SQLITE_PERM or SQLITE_AUTH => Messages.StateReadOnly(file),
            SQLITE_BUSY or SQLITE_LOCKED => Messages.StateBusy(file),
            _ => Messages.StateUnusable(file, Said(e)),
        }, e);
    }

    /// <summary>The same for what does not hang together any more.</summary>
    public static SettingsException Damaged(string folder, Exception? e = null) => new(Messages.StateUnusable(State.Database(folder), Messages.Damaged), e!);

    /// <summary>Throws where the pages do not hang together: a lost page would be a lost record that counts as done.</summary>
    public static void Verify(SqliteConnection database, string folder)
    {
        if (new FileInfo(State.Database(folder)).Length > MostChecked) return;
        using var check = database.CreateCommand();
        check.CommandText = "PRAGMA quick_check(1)";
        if (check.ExecuteScalar() is not "ok") throw Damaged(folder);
    }

    private static string Said(SqliteException e) => e.Message.ReplaceLineEndings(" ").TrimEnd('.');

    private static bool IsFull(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace < Full;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
