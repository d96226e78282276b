using Microsoft.Data.Sqlite;

namespace Extract.Review.Index;

/// <summary>One connection to a database of the review, with its commands kept. Not thread-safe.</summary>
internal sealed class Database : IDisposable
{
    // Several processes may be at work; SQLite waits so long for one that writes.
    private const string Mode = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000; PRAGMA cache_size = -16000;";
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private SqliteTransaction? _transaction;

    /// <summary>Opens or makes a database. Throws <see cref="SqliteException"/> where the file is none.</summary>
    public Database(string path, string tables)
    {
        _connection = SqliteFile.Open(path);
        try
        {
            Run(Mode);
            if (tables.Length > 0) Run(tables);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement and says how many rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Command(sql, values).ExecuteNonQuery();

    /// <summary>The first value of the first row, or null.</summary>
    public object? Value(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Command(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>The rows, one after the other as they are asked for; to be disposed before the same statement runs again.</summary>
    public SqliteDataReader Rows(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Command(sql, values).ExecuteReader();

    /// <summary>Does something wholly or not at all. It begins as a writer: whoever else writes waits.</summary>
    public T Write<T>(Func<T> act)
    {
        if (_transaction is not null) return act();
        using var transaction = _transaction = _connection.BeginTransaction(deferred: false);
        try
        {
            var result = act();
            transaction.Commit();
            return result;
        }
        finally
        {
            _transaction = null;
        }
    }

    /// <inheritdoc cref="Write{T}"/>
    public void Write(Action act) => Write(() =>
    {
        act();
        return true;
    });

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _commands[sql] = _connection.CreateCommand();
#pragma warning disable CA2100 // The constants of the schemas only; every value is a parameter.
            command.CommandText = sql;
#pragma warning restore CA2100
        }
        command.Transaction = _transaction;
        for (var i = 0; i < values.Length; i++)
        {
            if (command.Parameters.Count <= i) command.Parameters.AddWithValue(values[i].Name, values[i].Value ?? DBNull.Value);
            else command.Parameters[i].Value = values[i].Value ?? DBNull.Value;
        }
        return command;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        _connection.Dispose();
    }
}
