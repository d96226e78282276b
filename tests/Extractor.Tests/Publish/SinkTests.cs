using Extract.Publish;
using Microsoft.Data.Sqlite;

namespace Extract.Tests.Publish;

/// <summary>The sinks: whole, the same bytes for the same records, and nothing by halves.</summary>
public sealed class SinkTests
{
    private static readonly Record[] Records = [SomeRecord.Of("1"), SomeRecord.Of("2", title: "=SUM(A1); \"x\"") with { Online = true, Dates = [], Cities = [] }];

    public static TheoryData<string> Names => ["records.jsonl", "records.csv", "records.sqlite"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Writing_twice_changes_nothing(string name)
    {
        using var folder = new TemporaryFolder();
        await Sink(folder[name]).WriteAsync(Stream(Records), TestContext.Current.CancellationToken);
        var first = await File.ReadAllBytesAsync(folder[name], TestContext.Current.CancellationToken);
        await Sink(folder[name]).WriteAsync(Stream(Records), TestContext.Current.CancellationToken);
        Assert.Equal(first, await File.ReadAllBytesAsync(folder[name], TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Where_writing_fails_the_old_file_stays(string name)
    {
        using var folder = new TemporaryFolder();
        await Sink(folder[name]).WriteAsync(Stream(Records), TestContext.Current.CancellationToken);
        var before = await File.ReadAllBytesAsync(folder[name], TestContext.Current.CancellationToken);
        var e = await Assert.ThrowsAsync<SettingsException>(() => Sink(folder[name]).WriteAsync(Failing(), TestContext.Current.CancellationToken));
        Assert.Equal($"{folder[name]}: it cannot be written: the disk is full. Nothing of it was changed; mend that and run again.", e.Message);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder[name], TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Json_lines_are_the_records()
    {
        using var folder = new TemporaryFolder();
        await Sink(folder["records.jsonl"]).WriteAsync(Stream(Records), TestContext.Current.CancellationToken);
        var text = await File.ReadAllTextAsync(folder["records.jsonl"], TestContext.Current.CancellationToken);
        Assert.Equal(string.Concat(Records.Select(record => RecordJson.ToJson(record) + "\n")), text);
        Assert.Contains('é', text);
    }

    [Fact]
    public async Task The_table_has_a_row_a_record_and_a_cell_a_column()
    {
        using var folder = new TemporaryFolder();
        await Sink(folder["records.csv"]).WriteAsync(Stream(Records), TestContext.Current.CancellationToken);
        var rows = Rows(await File.ReadAllTextAsync(folder["records.csv"], TestContext.Current.CancellationToken));
        Assert.Equal(CsvColumns.All.Select(column => column.Name), rows[0]);
        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.Equal(CsvColumns.All.Length, row.Count));
        Assert.Equal([Records[0].Text, "'" + Records[1].Text], rows.Skip(1).Select(row => row[^1]));
        Assert.Equal(["2018-06-28", "09:00", "Zagreb", "true"], [Cell(rows, 1, "from"), Cell(rows, 1, "fromTime"), Cell(rows, 1, "city"), Cell(rows, 2, "online")]);
    }

    [Fact]
    public async Task A_spreadsheet_runs_nothing_that_a_page_wrote_and_numbers_stay_numbers()
    {
        using var folder = new TemporaryFolder();
        var south = SomeRecord.Of("1", title: "=HYPERLINK(\"https://example.org\")");
        await Sink(folder["records.csv"]).WriteAsync(Stream([south with { Cities = [south.Cities[0] with { Latitude = -33.9 }] }]), TestContext.Current.CancellationToken);
        var rows = Rows(await File.ReadAllTextAsync(folder["records.csv"], TestContext.Current.CancellationToken));
        Assert.Equal(["'=HYPERLINK(\"https://example.org\")", "-33.9"], [Cell(rows, 1, "title"), Cell(rows, 1, "latitude")]);
    }

    [Theory]
    [InlineData("a;b")]
    [InlineData("a=b 'c' \"d\"")]
    [InlineData("a#b?c%20d")]
    public async Task A_database_may_stand_in_a_folder_of_any_name(string name)
    {
        using var folder = new TemporaryFolder();
        await Sink(folder[name + "/records.sqlite"]).WriteAsync(Stream(Records), TestContext.Current.CancellationToken);
        Assert.True(File.Exists(folder[name + "/records.sqlite"]));
        Assert.True(Extract.Commands.OwnForm.OfSqlite(folder[name + "/records.sqlite"]));
    }

    [Fact]
    public async Task The_database_has_a_row_a_finding()
    {
        using var folder = new TemporaryFolder();
        await Sink(folder["records.sqlite"]).WriteAsync(Stream(Records), TestContext.Current.CancellationToken);
        using var database = new SqliteConnection($"Data Source={folder["records.sqlite"]};Pooling=False;Mode=ReadOnly");
        database.Open();
        Assert.Equal("2 1 1 2 2", Ask(database, "SELECT (SELECT count(*) FROM records) || ' ' || (SELECT count(*) FROM dates) || ' ' || (SELECT count(*) FROM cities) || ' ' || " +
            "(SELECT count(*) FROM organizations) || ' ' || (SELECT count(*) FROM topics)"));
        Assert.Equal("Workshop on birds", Ask(database, "SELECT title FROM records JOIN dates ON record = id WHERE \"from\" = '2018-06-28' AND fromTime = '09:00'"));
        Assert.Equal(RecordJson.ToJson(Records[1]), Ask(database, "SELECT json FROM records WHERE id = '2'"));
    }

    private static ISink Sink(string path) => Path.GetExtension(path) switch { ".csv" => new CsvSink(path), ".sqlite" => new SqliteSink(path), _ => new JsonLinesSink(path) };

    private static async IAsyncEnumerable<Record> Stream(IEnumerable<Record> records)
    {
        await Task.CompletedTask;
        foreach (var record in records) yield return record;
    }

    // ENOSPC, as the system gives it.
    private static async IAsyncEnumerable<Record> Failing()
    {
        await Task.CompletedTask;
        yield return Records[0];
        throw new IOException("No space left on device", 28);
    }

    private static string Cell(List<List<string>> rows, int row, string column) => rows[row][rows[0].IndexOf(column)];

    // A reader of its own: RFC 4180, quotes doubled, so that the writer's package does not judge itself.
    private static List<List<string>> Rows(string csv)
    {
        List<List<string>> rows = [[]];
        var (cell, quoted) = (new System.Text.StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            if (csv[i] == '"' && quoted && i + 1 < csv.Length && csv[i + 1] == '"') cell.Append(csv[i++]);
            else if (csv[i] == '"') quoted = !quoted;
            else if (!quoted && csv[i] is ',' or '\n' && !quoted)
            {
                rows[^1].Add(cell.ToString());
                cell.Clear();
                if (csv[i] == '\n') rows.Add([]);
            }
            else cell.Append(csv[i]);
        }
        rows.RemoveAt(rows.Count - 1);
        return rows;
    }

    private static string? Ask(SqliteConnection database, string question)
    {
        using var command = database.CreateCommand();
        command.CommandText = question;
        return (string?)command.ExecuteScalar();
    }
}
