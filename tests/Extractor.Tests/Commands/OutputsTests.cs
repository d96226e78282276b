using System.Security.Cryptography;
using Extract.Tests.Run;
using Microsoft.Data.Sqlite;

namespace Extract.Tests.Commands;

/// <summary>No output may cost the user a file: each such setting is refused with its place before anything is read, and every file stays as it was.</summary>
public sealed class OutputsTests
{
    [Theory]
    // a source, named as it is, through a link to its folder, through a link to itself
    [InlineData("texts/000.txt", "jsonl: texts/000.txt", "4:10: publish: jsonl: “{}/texts/000.txt” is a source, and the run would write over it. Name another file.")]
    [InlineData("texts/000.txt", "csv: linked/000.txt", "4:8: publish: csv: “{}/linked/000.txt” is a source, and the run would write over it. Name another file.")]
    [InlineData("link.txt", "sqlite: texts/000.txt", "4:11: publish: sqlite: “{}/texts/000.txt” is a source, and the run would write over it. Name another file.")]
    // what lies in a source folder, or anywhere, and was written by nobody of ours
    [InlineData("texts", "jsonl: texts/000.txt", "4:10: publish: jsonl: “{}/texts/000.txt” is there already, and this program did not write it. Move it away, or name another file.")]
    [InlineData("texts", "csv: linked/000.txt", "4:8: publish: csv: “{}/linked/000.txt” is there already, and this program did not write it. Move it away, or name another file.")]
    [InlineData("texts", "csv: pipeline.yml", "4:8: publish: csv: “{}/pipeline.yml” is there already, and this program did not write it. Move it away, or name another file.")]
    [InlineData("texts", "sqlite: others.db", "4:11: publish: sqlite: “{}/others.db” is there already, and this program did not write it. Move it away, or name another file.")]
    [InlineData("texts", "csv: /dev/null", "4:8: publish: csv: “/dev/null” is there already, and this program did not write it. Move it away, or name another file.")]
    [InlineData("texts", "jsonl: own/records.jsonl", "4:10: publish: jsonl: the ledger (“{}/own/ledger.jsonl”) is there already, and this program did not write it. Move it away, or name another file.")]
    // two in one
    [InlineData("texts", "csv: a.out\n  sqlite: a.out", "5:11: publish: sqlite: “{}/a.out” is where publish: csv goes. Give each a file of its own.")]
    [InlineData("texts", "jsonl: out/state.db", "4:10: publish: jsonl: the state (“{}/out/state.db”) is where publish: jsonl goes. Give each a file of its own.")]
    // no file
    [InlineData("texts", "jsonl: /", "4:10: publish: jsonl: “/” is a folder. Name a file in it.")]
    [InlineData("texts", "csv: own", "4:8: publish: csv: “{}/own” is a folder. Name a file in it.")]
    [InlineData("texts", "csv: new/", "4:8: publish: csv: “{}/new/” is a folder. Name a file in it.")]
    [InlineData("texts", "jsonl: pipeline.yml/x.jsonl", "4:10: publish: jsonl: “{}/pipeline.yml” is a file. Name a folder.")]
    public void A_run_that_would_write_over_something_is_refused(string source, string publish, string expected)
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("paths are written as Unix has them");
        using var folder = Filled().With("pipeline.yml", $"fetch:\n  sources: [{source}]\npublish:\n  {publish}\n");
        var before = Contents(folder);
        foreach (var command in new[] { "run", "check" })
        {
            var ran = folder.Run(command);
            Assert.Equal((2, $"extract: pipeline.yml:{expected.Replace("{}", folder.Path, StringComparison.Ordinal)}\n"), (ran.Status, ran.Talk));
            Assert.Equal(before, Contents(folder));
        }
    }

    [Theory]
    [InlineData("review:\n  decisions: texts", "4:14: review: decisions: “{}/texts” holds the source “{}/texts”. Name a folder of its own.")]
    [InlineData("review:\n  decisions: pipeline.yml", "4:14: review: decisions: “{}/pipeline.yml” is a file. Name a folder.")]
    [InlineData("review:\n  decisions: out", "4:14: review: decisions: “{}/out” holds “{}/out/records.jsonl”. Name a folder of its own.")]
    [InlineData("score:\n  models: .", "4:11: score: models: “{}” holds the source “{}/texts”. Name a folder of its own.")]
    public void A_folder_of_the_programs_own_holds_nothing_else(string section, string expected)
    {
        using var folder = Filled().With("pipeline.yml", $"fetch:\n  sources: [texts]\n{section}\n");
        var ran = folder.Run();
        Assert.Equal((2, $"extract: pipeline.yml:{expected.Replace("{}", folder.Path, StringComparison.Ordinal)}\n"), (ran.Status, ran.Talk));
    }

    [Theory]
    [InlineData("--state: “{}/texts/000.txt” is a file. Name a folder.", "run", "texts", "--state", "texts/000.txt")]
    [InlineData("--state: the log (“{}/own/extract.log”) is there already, and this program did not write it. Move it away, or name another file.", "run", "texts", "--state", "own")]
    [InlineData("--html: “texts/000.txt” is there already, and this program did not write it. Move it away, or name another file.", "explain", "texts/000.txt", "--html", "texts/000.txt")]
    [InlineData("--save: “texts/000.txt” is there already, and this program did not write it. Move it away, or name another file.", "evaluate", "texts", "--save", "texts/000.txt")]
    [InlineData("--report: “texts/000.txt” is there already, and this program did not write it. Move it away, or name another file.", "evaluate", "texts", "--report", "texts/000.txt")]
    public void So_is_an_option(string expected, params string[] arguments)
    {
        using var folder = Filled();
        var before = Contents(folder);
        var ran = folder.Run(arguments);
        Assert.Equal((2, $"extract: {expected.Replace("{}", folder.Path, StringComparison.Ordinal)}\n"), (ran.Status, ran.Talk));
        Assert.Equal(before, Contents(folder));
    }

    [Fact]
    public void The_records_of_the_last_run_are_no_source_of_the_next()
    {
        using var folder = Announcements.Folder(1);
        folder.Run("run", "texts");
        var before = File.ReadAllBytes(folder["out/records.jsonl"]);
        Assert.Equal(2, folder.Run("run", "out/records.jsonl").Status);
        Assert.Equal(before, File.ReadAllBytes(folder["out/records.jsonl"]));
    }

    [Fact]
    public void What_a_run_wrote_the_next_one_writes_again_wherever_it_stands()
    {
        using var folder = Announcements.Folder(2).With("pipeline.yml", "publish:\n  jsonl: texts/records.jsonl\n  csv: texts/records.csv\n  sqlite: records.sqlite\n");
        foreach (var _ in new[] { 1, 2 })
        {
            var ran = folder.Run();
            Assert.Equal(0, ran.Status);
            Assert.Contains("documents      2 ", ran.Talk, StringComparison.Ordinal);
        }
        Assert.Equal(["extract.log", "ledger.jsonl", "records.csv", "records.jsonl", "state.db", "state.lock"],
            Directory.GetFiles(folder["texts"]).Select(file => Path.GetFileName(file)!).Where(name => !name.EndsWith(".txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(0, folder.Run("check").Status);
        Assert.Equal(10, Directory.GetFileSystemEntries(folder.Path).Length + Directory.GetFiles(folder["texts"]).Length - 1);
    }

    [Fact]
    public void All_that_a_run_writes_counts_from_the_pipeline_file_and_is_named_as_one_can_open_it()
    {
        using var folder = new TemporaryFolder().With("there/texts/a.txt", Announcements.Text(1)).With("there/pipeline.yml", "fetch:\n  sources: [texts]\n");
        var ran = folder.Run("run", "there/pipeline.yml");
        Assert.Equal(["there"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
        foreach (var name in new[] { "records.jsonl", "ledger.jsonl" })
        {
            Assert.True(File.Exists(folder["there/out/" + name]), name);
            Assert.Contains(Path.Combine("there", "out", name) + "\n", ran.Talk, StringComparison.Ordinal);
        }
    }

    private static TemporaryFolder Filled()
    {
        var folder = Announcements.Folder(2).With("own/ledger.jsonl", "mine\n").With("own/extract.log", "mine\n");
        Directory.CreateSymbolicLink(folder["linked"], folder["texts"]);
        File.CreateSymbolicLink(folder["link.txt"], folder["texts/000.txt"]);
        using var database = new SqliteConnection($"Data Source={folder["others.db"]};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "CREATE TABLE records (id TEXT); CREATE TABLE mine (id TEXT);";
        command.ExecuteNonQuery();
        return folder;
    }

    private static string Contents(TemporaryFolder folder) => string.Join('\n', Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(file => $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"));
}
