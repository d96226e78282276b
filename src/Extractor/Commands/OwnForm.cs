using System.Text;
using Extract.Publish;
using Microsoft.Data.Sqlite;

namespace Extract.Commands;

/// <summary>Does a file look like one that this program wrote? An empty one, and one that is not there, holds nothing that could be lost.</summary>
internal static class OwnForm
{
    public static bool OfRecords(string path) => Begins(path, "{\"schema\":");

    public static bool OfCsv(string path) => Begins(path, string.Join(',', CsvColumns.All.Take(3).Select(column => column.Name)) + ",");

    public static bool OfSqlite(string path) => HasTables(path, ["records", "dates", "cities", "organizations", "topics"], unreadable: false);

    public static bool OfLedger(string path) => Begins(path, "{\"input\":");

    /// <summary>A database that cannot be read passes: the state says so itself, and writes nothing.</summary>
    public static bool OfState(string path) => HasTables(path, ["runs", "documents", "records", "texts", "pages"], unreadable: true);

    public static bool OfExplanation(string path) => Begins(path, Explaining.ExplanationPage.Head);

    public static bool OfReport(string path) => Begins(path, Evaluating.Reporting.ReportPage.Head);

    /// <summary>The page of <c>extract report</c>.</summary>
    public static bool OfRunReport(string path) => Begins(path, RunReporting.RunReport.Head);

    // "2018-06-01T09:00:00.000Z INF run 1 of …"
    public static bool OfLog(string path) => Start(path, 25) is { } start && (start.Length == 0 || (start.Length == 25 && start[10] == 'T' && start[23] == 'Z'));

    private static bool Begins(string path, string words) => Start(path, Encoding.UTF8.GetByteCount(words)) is { } start && (start.Length == 0 || start == words);

    // Null where it cannot be read: then nobody knows what it is.
    private static string? Start(string path, int bytes)
    {
        if (!File.Exists(path)) return "";
        try
        {
            using var file = File.OpenRead(path);
            var start = new byte[bytes];
            return Encoding.UTF8.GetString(start, 0, file.ReadAtLeast(start, bytes, throwOnEndOfStream: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // These tables and no other: one that somebody added would be gone after the run.
    private static bool HasTables(string path, string[] tables, bool unreadable)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0) return true;
        try
        {
            // Immutable: a look at it leaves no files beside it.
            using var database = SqliteFile.Open(new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1", SqliteOpenMode.ReadOnly);
            using var command = database.CreateCommand();
            command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
            using var rows = command.ExecuteReader();
            while (rows.Read())
                if (!tables.Contains(rows.GetString(0))) return false;
            return true;
        }
        catch (SqliteException)
        {
            return unreadable;
        }
    }
}
