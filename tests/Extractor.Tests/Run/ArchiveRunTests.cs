using System.Text.Json.Nodes;
using Extract.Tests.Fetch.Containers;
using static Extract.Tests.Fetch.Containers.SomeArchive;

namespace Extract.Tests.Run;

/// <summary>Archives in the real program: resumed, sampled, explained, and each of their entries in the ledger.</summary>
public sealed class ArchiveRunTests
{
    private static byte[] Pages(int first, int count) => Zip([.. Enumerable.Range(first, count).Select(i => ($"{i:000}.txt", Utf8(Announcements.Text(i))))]);

    private static string[] Inputs(TemporaryFolder folder, string ledger = "out/ledger.jsonl") => [.. folder.Lines(ledger).Select(line => (string)JsonNode.Parse(line)!["input"]!)];

    [Fact]
    public void An_archive_is_as_its_files_are_and_an_unchanged_one_is_not_done_again()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.zip"], Pages(0, 5));
        var first = JsonNode.Parse(folder.Run("run", "a.zip", "--json").Out)!;
        Assert.Equal((5, 5, 0), ((int)first["documents"]!, (int)first["withRecords"]!, (int)first["unchanged"]!));
        var records = File.ReadAllBytes(folder["out/records.jsonl"]);
        Assert.Equal(5, (int)JsonNode.Parse(folder.Run("run", "a.zip", "--json").Out)!["unchanged"]!);
        Assert.Equal(records, File.ReadAllBytes(folder["out/records.jsonl"]));
        File.WriteAllBytes(folder["a.zip"], Zip(("000.txt", Utf8(Announcements.Text(0))), ("001.txt", Utf8(Announcements.Text(99))), ("logo.png", Utf8("x"))));
        var changed = JsonNode.Parse(folder.Run("run", "a.zip", "--json").Out)!;
        Assert.Equal((3, 1, 1), ((int)changed["documents"]!, (int)changed["unchanged"]!, (int)changed["dropped"]!));
        Assert.Equal(["a.zip!/000.txt", "a.zip!/001.txt", "a.zip!/logo.png"], Inputs(folder));
    }

    [Fact]
    public void A_sample_is_spread_within_archives_too()
    {
        using var folder = new TemporaryFolder().With("x.txt", Announcements.Text(500));
        File.WriteAllBytes(folder["a.zip"], Pages(0, 30));
        folder.Run("run", "a.zip", "x.txt", "--sample", "4");
        Assert.Equal(["a.zip!/000.txt", "a.zip!/010.txt", "a.zip!/020.txt", "x.txt"], Inputs(folder, "out/sample/ledger.jsonl"));
        var request = SomeWarc.Record("request", "https://h/", Utf8("GET / HTTP/1.1"));
        File.WriteAllBytes(folder["a.warc"], SomeWarc.Joined([.. Enumerable.Range(1, 8).SelectMany(i => new[] { request, SomeWarc.Page($"https://h/{i}", Announcements.Text(i), "text/plain") })]));
        folder.Run("run", "a.warc", "--sample", "2", "--state", "other");
        Assert.Equal(["a.warc!/https://h/1", "a.warc!/https://h/5"], Inputs(folder, "out/sample/ledger.jsonl"));
    }

    [Fact]
    public void A_page_captured_twice_gives_each_announcement_once()
    {
        using var folder = new TemporaryFolder();
        var (early, late) = (Announcements.Text(1), Announcements.Text(2));
        File.WriteAllBytes(folder["a.warc.gz"], SomeWarc.Packed(SomeWarc.Page("https://h/a", early, "text/plain"), SomeWarc.Page("https://h/a", early, "text/plain"), SomeWarc.Page("https://h/a", late, "text/plain")));
        var summary = JsonNode.Parse(folder.Run("run", "a.warc.gz", "--json").Out)!;
        var records = folder.Lines("out/records.jsonl").Select(RecordJson.FromJson).ToArray();
        Assert.Equal((3, 2, 1), ((int)summary["documents"]!, (int)summary["withRecords"]!, (int)summary["duplicates"]!));
        Assert.Equal(2, records.Length);
        Assert.All(records, record => Assert.Equal(("https://h/a", new DateTimeOffset(2018, 6, 4, 10, 11, 12, TimeSpan.Zero)), (record.Source.Id, record.Source.Retrieved)));
    }

    [Fact]
    public void One_place_of_an_archive_can_be_run_and_explained_by_its_name()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.zip"], Zip(("b.zip", Pages(0, 3))));
        folder.Run("run", "a.zip!/b.zip!/001.txt");
        Assert.Equal(["a.zip!/b.zip!/001.txt"], Inputs(folder));
        Assert.Contains("a.zip!/b.zip!/002.txt", folder.Run("explain", "a.zip!/b.zip!/002.txt").Out, StringComparison.Ordinal);
        var missing = folder.Run("explain", "a.zip!/none.txt");
        Assert.Equal((1, "extract: a.zip!/none.txt: there is no such place in the archive. A run over the whole archive lists all of its places in ledger.jsonl.\n"), (missing.Status, missing.Talk));
    }

    [Fact]
    public void Of_an_archive_one_document_is_explained_and_the_others_are_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.zip"], Zip([("logo.png", Utf8("x")), .. Enumerable.Range(0, 3).Select(i => ($"{i}.txt", Utf8(Announcements.Text(i))))]));
        var explained = folder.Run("explain", "a.zip");
        Assert.Equal((0, "extract: a.zip: it holds several documents; this is a.zip!/0.txt. To see another, name it: 'a.zip!/logo.png', 'a.zip!/1.txt', 'a.zip!/2.txt'.\n"), (explained.Status, explained.Talk));
        File.WriteAllBytes(folder["b.zip"], Pages(0, 20));
        Assert.EndsWith("'b.zip!/010.txt', …\n", folder.Run("explain", "b.zip").Talk, StringComparison.Ordinal);
        Assert.Equal("", folder.Run("explain", "b.zip!/007.txt").Talk);
    }

    [Fact]
    public void Lines_of_a_file_give_the_records_that_pipe_gives()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 3).Select(i => $"{{\"id\": \"{i}\", \"text\": {System.Text.Json.JsonSerializer.Serialize(Announcements.Text(i))}}}"));
        using var folder = new TemporaryFolder().With("a.jsonl", lines);
        folder.Run("run", "a.jsonl");
        var run = folder.Lines("out/records.jsonl").Select(RecordJson.FromJson).OrderBy(record => record.Title, StringComparer.Ordinal);
        var pipe = ExtractProgram.Feed(folder.Path, lines, "pipe").Lines.Select(RecordJson.FromJson).OrderBy(record => record.Title, StringComparer.Ordinal);
        Assert.Equal(pipe.Select(record => (record.Title, record.Text, record.Confidence)), run.Select(record => (record.Title, record.Text, record.Confidence)));
        Assert.Equal(["a.jsonl!/1", "a.jsonl!/2", "a.jsonl!/3"], Inputs(folder));
    }
}
