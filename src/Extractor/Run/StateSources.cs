using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Extract.Run;

/// <summary>What the state keeps of sources, looked up from outside, also while a run is at work; null where there is none, or the state cannot be read.</summary>
internal static class StateSources
{
    /// <summary>The text of a source's document as it was last read.</summary>
    public static string? Text(string folder, string source) => Ask(folder, StateSchema.TextOfSource, source, row => DocumentBytes.Text((byte[])row[0]));

    /// <summary>By what name the source was last listed: its address, or the archive that holds it with its place there.</summary>
    public static string? Input(string folder, string source) => Ask(folder, StateSchema.InputOfSource, source, row => row.GetString(0));

    /// <summary>True where the page of a source is kept.</summary>
    public static bool HasPage(string folder, string source) => Ask(folder, StateSchema.PageOfSource, source, _ => source) is not null;

    /// <summary>The page of a source as it was fetched from the web, its bytes and what its server said of them.</summary>
    public static Source? Page(string folder, string source) => Ask(folder, StateSchema.PageOfSource, source, row =>
    {
        var bytes = PageBytes.From((byte[])row[2]);
        return new Source { Id = source, Uri = source, MediaType = row.GetString(0), Charset = row.IsDBNull(1) ? null : row.GetString(1), Bytes = bytes, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
    });

    private static T? Ask<T>(string folder, string sql, string source, Func<SqliteDataReader, T> read) where T : class
    {
        if (!File.Exists(State.Database(folder))) return null;
        try
        {
            using var database = SqliteFile.Open(State.Database(folder), SqliteOpenMode.ReadOnly);
            using var command = database.CreateCommand();
#pragma warning disable CA2100 // The constants of StateSchema only.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.Parameters.AddWithValue("$source", source);
            using var row = command.ExecuteReader();
            return row.Read() ? read(row) : null;
        }
        catch (Exception e) when (e is SqliteException or IOException or InvalidDataException or InvalidOperationException or InvalidCastException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
