using Microsoft.Data.Sqlite;

namespace Extract.Run;

/// <summary>The texts of documents as the state keeps them, from outside, also while a run is at work.</summary>
internal static class StateTexts
{
    /// <summary>The text of a source's document as it was last read; null where there is none, or the state cannot be read.</summary>
    public static string? Find(string folder, string source)
    {
        if (!File.Exists(State.Database(folder))) return null;
        try
        {
            using var database = SqliteFile.Open(State.Database(folder), SqliteOpenMode.ReadOnly);
            using var command = database.CreateCommand();
            command.CommandText = StateSchema.TextOfSource;
            command.Parameters.AddWithValue("$source", source);
            return command.ExecuteScalar() is byte[] bytes ? DocumentBytes.Text(bytes) : null;
        }
        catch (Exception e) when (e is SqliteException or IOException or InvalidDataException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
