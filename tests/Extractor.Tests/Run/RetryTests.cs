using System.Text.Json.Nodes;

namespace Extract.Tests.Run;

/// <summary><c>retry</c> in the real program: what failed, and nothing else, is taken up with the settings that hold now.</summary>
public sealed class RetryTests
{
    private const string Settings = "fetch:\n  sources: [texts]\nread:\n  maxBytes: ";

    // Two short ones, and one that is more than 1,000 bytes.
    private static TemporaryFolder Folder() => Announcements.Folder(2).With("texts/long.txt", Announcements.Text(7) + new string('\n', 2000)).With("pipeline.yml", Settings + "1000\n");

    [Fact]
    public void What_was_too_much_is_taken_up_when_the_limit_is_raised_and_the_rest_is_not_looked_at()
    {
        using var folder = Folder();
        Assert.Equal(1, folder.Run("--quiet").Status);
        folder.With("pipeline.yml", Settings + "100000\n");
        // Changed meanwhile: a run would see it, a retry does not look.
        folder.With("texts/000.txt", Announcements.Text(50));
        var ran = folder.Run("retry", "--json", "--verbose");
        var summary = JsonNode.Parse(ran.Out)!;
        Assert.Equal((0, 3, 3, 2, 0), (ran.Status, (int)summary["documents"]!, (int)summary["withRecords"]!, (int)summary["unchanged"]!, (int)summary["failed"]!));
        Assert.DoesNotContain("DBG read texts/00", ran.Talk, StringComparison.Ordinal);
        Assert.Contains("DBG read texts/long.txt", ran.Talk, StringComparison.Ordinal);
        Assert.Equal(3, folder.Lines("out/records.jsonl").Length);
        Assert.DoesNotContain(folder.Lines("out/records.jsonl"), line => line.Contains("number 50", StringComparison.Ordinal));
    }

    [Fact]
    public void A_limit_that_was_raised_costs_the_next_run_nothing_of_what_is_done()
    {
        using var folder = Folder();
        folder.Run("--quiet");
        folder.With("pipeline.yml", Settings + "100000\n");
        var summary = JsonNode.Parse(folder.Run("--json").Out)!;
        Assert.Equal((3, 2), ((int)summary["withRecords"]!, (int)summary["unchanged"]!));
        using var anew = Folder();
        anew.With("pipeline.yml", Settings + "100000\n").Run("--quiet");
        Assert.Equal(File.ReadAllBytes(anew["out/records.jsonl"]), File.ReadAllBytes(folder["out/records.jsonl"]));
    }

    [Fact]
    public void What_fails_again_is_told_again_and_what_is_gone_is_no_part_of_it()
    {
        using var folder = Folder().With("texts/longer.txt", new string('x', 3000));
        folder.Run("--quiet");
        File.Delete(folder["texts/longer.txt"]);
        var again = folder.Run("retry", "--quiet");
        Assert.Equal((1, true), (again.Status, again.Talk.StartsWith("extract: texts/long.txt: 2,", StringComparison.Ordinal)));
        Assert.Single(again.Talk.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(3, folder.Lines("out/ledger.jsonl").Length);
    }

    [Fact]
    public void What_was_done_stays_as_it_was_found_also_where_its_file_is_gone()
    {
        using var folder = Folder();
        folder.Run("--quiet");
        File.Delete(folder["texts/000.txt"]);
        var summary = JsonNode.Parse(folder.Run("retry", "--json").Out)!;
        Assert.Equal((3, 2), ((int)summary["documents"]!, (int)summary["withRecords"]!));
        Assert.Equal(2, (int)JsonNode.Parse(folder.Run("--json").Out)!["documents"]!);
    }

    [Fact]
    public void Without_a_run_that_came_to_its_end_there_is_nothing_to_take_up()
    {
        using var folder = Folder();
        var none = folder.Run("retry");
        Assert.Equal((2, $"extract: {folder["out"]}: there is no state of a run here. Name the pipeline file whose run is meant, or give --state.\n"), (none.Status, none.Talk));
        using (var state = Extract.Run.State.Open(folder["out"], new("r", "f", "m"), TimeProvider.System))
            Assert.Equal(1, state.Run);
        var cut = folder.Run("retry");
        Assert.Equal((2, $"extract: {folder["out"]}: the last run did not come to its end. “extract run” goes on with it, and takes up again what failed.\n"), (cut.Status, cut.Talk));
    }
}
