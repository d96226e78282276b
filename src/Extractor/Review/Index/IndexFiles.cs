using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Extract.Review.Index;

/// <summary>The files of the index: what is damaged is made anew, since it can be.</summary>
internal static class IndexFiles
{
    /// <summary>True where the file itself is at fault.</summary>
    public static bool IsDamage(SqliteException e) => e.SqliteErrorCode is SQLITE_CORRUPT or SQLITE_NOTADB or SQLITE_FORMAT || (e.SqliteErrorCode == SQLITE_ERROR && e.Message.Contains("no such", StringComparison.Ordinal));

    /// <summary>Opens a database, made anew where it is damaged. Throws <see cref="SettingsException"/> where it cannot be written.</summary>
    public static T Open<T>(string path, Func<string, T> open, Action<string> tell)
    {
        try
        {
            try
            {
                return open(path);
            }
            catch (SqliteException e) when (IsDamage(e))
            {
                tell(Messages.IndexDamaged(path));
                Delete(path);
                return open(path);
            }
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(Messages.CannotWrite(path, e), e);
        }
    }

    /// <summary>Deletes a database with what SQLite keeps beside it.</summary>
    public static void Delete(string path)
    {
        foreach (var file in new[] { path, path + "-wal", path + "-shm" }) File.Delete(file);
    }

    // The thread waits: the log's lock is held meanwhile, over which nothing can be awaited.
    /// <summary>The right to make a database anew, waited for as long as another process may need; null where that has taken too long.</summary>
    public static FileStream? LockSoon(string path)
    {
        for (var i = 0; i < 200; i++)
        {
            if (Lock(path) is { } mine) return mine;
            Thread.Sleep(50);
        }
        return null;
    }

    /// <summary>One process makes an index at a time: the right to, or null while another has it. The system lets go of it when its holder ends, however it ends.</summary>
    public static FileStream? Lock(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
