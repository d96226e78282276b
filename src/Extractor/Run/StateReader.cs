using Microsoft.Data.Sqlite;

namespace Extract.Run;

/// <summary>A worker's own look at the state: is a document as it was when it was done?</summary>
internal sealed class StateReader : IDisposable
{
    private readonly SqliteConnection _database;
    private readonly SqliteCommand _unchanged;

    public StateReader(string folder, string madeBy)
    {
        _database = SqliteFile.Open(State.Database(folder), SqliteOpenMode.ReadOnly);
        _unchanged = _database.CreateCommand();
        _unchanged.CommandText = StateSchema.Unchanged;
        _unchanged.Parameters.Add("$input", SqliteType.Text);
        _unchanged.Parameters.Add("$content", SqliteType.Text);
        _unchanged.Parameters.AddWithValue("$madeBy", madeBy);
    }

    /// <summary>How the document ended where it was done from the same content by the same program, rules and models; else null.</summary>
    public Outcome? Unchanged(string input, string content)
    {
        (_unchanged.Parameters["$input"].Value, _unchanged.Parameters["$content"].Value) = (input, content);
        return _unchanged.ExecuteScalar() is string outcome ? Enum.Parse<Outcome>(outcome, ignoreCase: true) : null;
    }

    public void Dispose()
    {
        _unchanged.Dispose();
        _database.Dispose();
    }
}
