using Microsoft.Data.Sqlite;

namespace Extract;

/// <summary>SQLite databases by their files, whatever characters stand in the names.</summary>
internal static class SqliteFile
{
    /// <summary>An open connection that nothing else shares. Throws <see cref="SqliteException"/> where the file cannot be opened.</summary>
    public static SqliteConnection Open(string path, SqliteOpenMode mode = SqliteOpenMode.ReadWriteCreate)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
