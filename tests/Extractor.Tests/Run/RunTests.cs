using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Extract.Review;

namespace Extract.Tests.Run;

/// <summary>The batch in the real program: the same bytes by any number of workers, resumed or not, and decisions that hold.</summary>
public sealed class RunTests
{
    [Fact]
    public void One_worker_and_eight_give_the_same_bytes()
    {
        using var folder = Announcements.Folder(40);
        folder.Run("run", "texts", "--workers", "1", "--state", "one");
        var one = File.ReadAllBytes(folder["out/records.jsonl"]);
        folder.Run("run", "texts", "--workers", "8", "--state", "eight");
        Assert.NotEmpty(one);
        Assert.Equal(one, File.ReadAllBytes(folder["out/records.jsonl"]));
    }

    [Theory]
    [InlineData("a;b")]
    [InlineData("a=b 'c'")]
    public void The_state_may_stand_in_a_folder_of_any_name(string name)
    {
        using var folder = new TemporaryFolder();
        using (Extract.Run.State.Open(folder[name], new("r", "f", "m"), TimeProvider.System))
        using (var reader = new Extract.Run.StateReader(folder[name], new("r", "f", "m")))
            Assert.Null(reader.Find("a", "b"));
        Assert.True(Extract.Commands.OwnForm.OfState(folder[name + "/state.db"]));
    }

    [Fact]
    public void What_was_dropped_is_readable_in_the_ledger()
    {
        using var folder = new TemporaryFolder();
        using var state = Extract.Run.State.Open(folder.Path, new("r", "f", "m"), TimeProvider.System);
        state.Put(new("a", "a", "c", 1, Extract.Run.Outcome.Dropped, "no café", [], [new(null, "no café")]));
        Assert.Equal("""[{"start":null,"end":null,"why":"no café"}]""", Assert.Single(state.Documents(Extract.Link.LinkPlan.None)).Dropped);
    }

    [Fact]
    public void A_second_run_does_nothing_again_and_changes_nothing()
    {
        using var folder = Announcements.Folder(5).With("pipeline.yml", "fetch:\n  sources: [texts]\npublish:\n  csv: out/records.csv\n  sqlite: out/records.sqlite\n");
        folder.Run();
        var first = Outputs(folder);
        var second = JsonNode.Parse(folder.Run("--json").Out)!;
        Assert.Equal((5, 5), ((int)second["documents"]!, (int)second["unchanged"]!));
        Assert.Equal(first, Outputs(folder));
    }

    [Fact]
    public void A_changed_document_is_done_again_and_a_removed_one_is_gone()
    {
        using var folder = Announcements.Folder(3);
        folder.Run("run", "texts");
        folder.With("texts/001.txt", Announcements.Text(99));
        File.Delete(folder["texts/002.txt"]);
        var again = JsonNode.Parse(folder.Run("run", "texts", "--json").Out)!;
        Assert.Equal((2, 1), ((int)again["documents"]!, (int)again["unchanged"]!));
        Assert.Contains(folder.Lines("out/records.jsonl"), line => line.Contains("number 99", StringComparison.Ordinal));
        Assert.DoesNotContain(folder.Lines("out/records.jsonl"), line => line.Contains("number 2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Interrupted_it_says_so_and_the_next_run_gives_the_same_bytes(string signal)
    {
        ExtractProgram.NeedsSignal(signal);
        using var folder = Announcements.Folder(400);
        folder.Run("run", "texts", "--state", "whole");
        var whole = await File.ReadAllBytesAsync(folder["out/records.jsonl"], TestContext.Current.CancellationToken);
        File.Delete(folder["out/records.jsonl"]);

        using var process = ExtractProgram.Start(folder.Path, [], "run", "texts", "--workers", "1", "--state", "cut", "--verbose");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        for (var seen = 0; seen < 10 && await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line;)
            if (line.Contains(" score ", StringComparison.Ordinal) || line.Contains("score", StringComparison.Ordinal)) seen++;
        Process.Start("kill", ["-" + signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])!.WaitForExit();
        var ran = ExtractProgram.Finish(process, output, process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));

        Assert.Equal(130, ran.Status);
        Assert.EndsWith("extract: interrupted. What is done is kept; the same command goes on from there.\n", ran.Talk, StringComparison.Ordinal);
        var resumed = JsonNode.Parse(folder.Run("run", "texts", "--state", "cut", "--json").Out)!;
        Assert.InRange((int)resumed["unchanged"]!, 1, 399);
        Assert.Equal(whole, await File.ReadAllBytesAsync(folder["out/records.jsonl"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_decision_holds_on_the_next_run_and_a_rejected_record_goes_to_json_lines_only()
    {
        using var folder = Announcements.Folder(3).With("pipeline.yml", "fetch:\n  sources: [texts]\npublish:\n  csv: out/records.csv\n");
        folder.Run();
        var shown = folder.Lines("out/records.jsonl").Select(RecordJson.FromJson).ToArray();
        var at = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        DecisionFiles.Append(folder["reviews"], new("ana", at, "reviewed", [new("replace", "/title", JsonSerializer.SerializeToElement("A better title"))], shown[0]));
        DecisionFiles.Append(folder["reviews"], new("ana", at, "rejected", [], shown[1]));
        var summary = JsonNode.Parse(folder.Run("--json").Out)!;
        var records = folder.Lines("out/records.jsonl").Select(RecordJson.FromJson).ToArray();
        Assert.Equal(("A better title", "reviewed", 2), (records[0].Title, records[0].Status, records[0].Revision));
        Assert.Equal("rejected", records[1].Status);
        Assert.Equal((1, 1, 1), ((int)summary["reviewed"]!, (int)summary["rejected"]!, (int)summary["needsReview"]! + (int)summary["accepted"]!));
        Assert.DoesNotContain(records[1].Id, File.ReadAllText(folder["out/records.csv"]), StringComparison.Ordinal);
        Assert.Contains(records[0].Id, File.ReadAllText(folder["out/records.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_announcement_in_two_files_becomes_one_record()
    {
        using var folder = Announcements.Folder(2).With("texts/zz.txt", Announcements.Text(1));
        var summary = JsonNode.Parse(folder.Run("run", "texts", "--json").Out)!;
        Assert.Equal((3, 2, 1, 1), ((int)summary["documents"]!, (int)summary["withRecords"]!, (int)summary["duplicates"]!, (int)summary["linked"]!));
        var records = folder.Lines("out/records.jsonl").Select(RecordJson.FromJson).ToArray();
        Assert.Equal(2, records.Length);
        Assert.Single(records, record => record.AlsoIn.Length == 1);
        Assert.Single(folder.Lines("out/ledger.jsonl"), line => line.Contains("\"duplicate\"", StringComparison.Ordinal));
    }

    [Fact]
    public void What_waits_says_for_what_and_the_summary_why_nothing_is_accepted()
    {
        using var folder = Announcements.Folder(3).With("pipeline.yml", "fetch:\n  sources: [texts]\nscore:\n  acceptError: 0\n");
        var ran = folder.Run();
        Assert.Contains("accepted     0   these models do not bear acceptError: 0 yet, only 0.", ran.Talk, StringComparison.Ordinal);
        var records = folder.Lines("out/records.jsonl").Select(RecordJson.FromJson).ToArray();
        Assert.All(records, record => Assert.NotEmpty(record.Questions));
        Assert.All(records.Where(record => record.Questions[0].Ask.Contains("It waits because", StringComparison.Ordinal)),
            record => Assert.Matches("dates.event 0\\.\\d\\d, cities.venue 0\\.\\d\\d; together 0\\.\\d{3}, and no confidence bears this acceptError yet\\.$", record.Questions[0].Ask));
    }

    [Fact]
    public void A_run_over_less_says_what_its_files_hold_no_more()
    {
        using var folder = Announcements.Folder(4);
        folder.Run("run", "texts");
        var less = folder.Run("run", "texts/001.txt", "texts/002.txt");
        Assert.Matches("left out +2 +documents of the run before", less.Talk);
        Assert.Equal(4, (int)JsonNode.Parse(folder.Run("run", "texts", "--json").Out)!["unchanged"]!);
    }

    [Fact]
    public void A_sample_is_spread_over_all_sources()
    {
        using var folder = Announcements.Folder(30);
        for (var i = 0; i < 3; i++) folder.With($"other/{i}.txt", Announcements.Text(500 + i));
        folder.Run("run", "texts", "other", "--sample", "10");
        var inputs = folder.Lines("out/sample/ledger.jsonl").Select(line => (string)JsonNode.Parse(line)!["input"]!).ToArray();
        Assert.Equal(["0.txt", "000.txt", "004.txt", "008.txt", "012.txt", "017.txt", "021.txt", "025.txt", "1.txt", "2.txt"], inputs);
    }

    [Fact]
    public void A_sample_costs_nothing_of_what_a_whole_run_wrote()
    {
        using var folder = Announcements.Folder(6).With("pipeline.yml", "fetch:\n  sources: [.]\npublish:\n  csv: out/records.csv\n");
        folder.Run("run");
        var before = Directory.GetFiles(folder["out"], "records.*").Order().Select(File.ReadAllText).ToArray();
        Assert.Equal(0, folder.Run("run", "--sample", "2").Status);
        Assert.Equal(before, Directory.GetFiles(folder["out"], "records.*").Order().Select(File.ReadAllText));
        Assert.Equal(2, folder.Lines("out/sample/records.jsonl").Length);
        Assert.True(File.Exists(folder["out/sample/records.csv"]));
        // Neither is a source of the other.
        Assert.Equal(6, (int)JsonNode.Parse(folder.Run("run", "--json").Out)!["unchanged"]!);
    }

    [Fact]
    public void A_second_run_on_the_same_state_says_so_and_leaves()
    {
        using var folder = Announcements.Folder(1);
        Directory.CreateDirectory(folder["out"]);
        using var held = new FileStream(folder["out/state.lock"], FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        var ran = folder.Run("run", "texts");
        Assert.Equal(2, ran.Status);
        Assert.Equal($"extract: {folder["out"]}: another run is at work with this state. Wait for it, or give --state another folder.\n", ran.Talk);
    }

    [Fact]
    public void A_state_that_is_broken_is_told_and_nothing_is_lost_by_deleting_it()
    {
        using var folder = Announcements.Folder(2);
        folder.Run("run", "texts");
        var before = File.ReadAllBytes(folder["out/records.jsonl"]);
        File.WriteAllText(folder["out/state.db"], "this is no database, and long enough to be looked at as one would be");
        var ran = folder.Run("run", "texts");
        Assert.Equal(2, ran.Status);
        Assert.StartsWith($"extract: {folder["out/state.db"]}: the state cannot be used: ", ran.Talk, StringComparison.Ordinal);
        Assert.EndsWith("Delete it; the next run does the work again, and no decision is lost.\n", ran.Talk, StringComparison.Ordinal);
        File.Delete(folder["out/state.db"]);
        Assert.Equal(0, folder.Run("run", "texts").Status);
        Assert.Equal(before, File.ReadAllBytes(folder["out/records.jsonl"]));
    }

    [Fact]
    public void The_log_tells_every_stage_of_every_document_when_asked_and_stays_quiet_otherwise()
    {
        using var folder = Announcements.Folder(1);
        var verbose = folder.Run("run", "texts", "--verbose").Talk;
        foreach (var stage in new[] { "fetch", "read", "tag", "split", "resolve", "score" })
            Assert.Contains($" DBG {stage} 000.txt: ", verbose, StringComparison.Ordinal);
        Assert.Contains(" DBG score 000.txt: ", string.Concat(Directory.EnumerateFiles(folder["out"], "extract*.log").Select(File.ReadAllText)), StringComparison.Ordinal);
        Assert.Equal("", folder.Run("run", "texts", "--quiet").Talk);
    }

    [Fact]
    public void A_secret_reaches_neither_log_nor_ledger_nor_records()
    {
        using var folder = new TemporaryFolder().With("texts-s3cret/a.txt", Announcements.Text(1))
            .With("pipeline.yml", "fetch:\n  sources: ['texts-${TOKEN}', 'http://127.0.0.1:9/?key=${TOKEN}']\n  retries: 0\n");
        var ran = ExtractProgram.RunWith(folder.Path, [("TOKEN", "s3cret")], "run", "--verbose");
        Assert.DoesNotContain("s3cret", ran.Out + ran.Talk, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder["out"]))
            Assert.DoesNotContain("s3cret", File.ReadAllText(file, System.Text.Encoding.Latin1), StringComparison.Ordinal);
        Assert.Contains("texts-${TOKEN}/a.txt", File.ReadAllText(folder["out/ledger.jsonl"]), StringComparison.Ordinal);
    }

    private static string Outputs(TemporaryFolder folder) =>
        string.Concat(new[] { "records.jsonl", "records.csv", "records.sqlite", "ledger.jsonl" }.Select(name => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(folder["out/" + name])))));
}
