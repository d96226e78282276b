using System.Text.Json.Nodes;
using Extract.Review;
using Extract.Review.Shaping;

namespace Extract.Tests.Run;

/// <summary>What people split, merged and took back, on the next run.</summary>
public sealed class SplitRunTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Parts_come_out_in_order_of_id_the_same_on_any_number_of_workers()
    {
        using var folder = Announcements.Folder(12).With("pipeline.yml", "fetch:\n  sources: [texts]\npublish:\n  csv: out/records.csv\n");
        folder.Run();
        var shown = Records(folder);
        var splits = shown.Take(8).Select(record => Splitting.Of(record, [record.Start + record.Text.IndexOf("It is organized", StringComparison.Ordinal)], "ana", At)).ToArray();
        DecisionFiles.AppendAll(folder["reviews"], splits);
        DecisionFiles.Append(folder["reviews"], new("ana", At.AddMinutes(1), "rejected", [], splits[0].Made[0]));
        var summary = JsonNode.Parse(folder.Run("--json").Out)!;
        var records = Records(folder);
        Assert.Equal(records.Select(record => record.Id).Order(StringComparer.Ordinal), records.Select(record => record.Id));
        Assert.Equal((20, 20, 1, 0), (records.Length, (int)summary["announcements"]!, (int)summary["rejected"]!, (int)summary["decisionsWithoutRecord"]!));
        Assert.Equal(8, records.Count(record => record.Text.StartsWith("It is organized by", StringComparison.Ordinal)));
        Assert.Equal(20, folder.Lines("out/records.csv").Count(line => line.Contains(",needs-review,", StringComparison.Ordinal) || line.Contains(",accepted,", StringComparison.Ordinal)) + 1);

        var bytes = File.ReadAllBytes(folder["out/records.jsonl"]);
        folder.Run("report");
        Assert.Contains("8 more records were made by people who split others.", File.ReadAllText(folder["out/report.html"]), StringComparison.Ordinal);
        folder.Run("run", "--workers", "1", "--state", "other");
        Assert.Equal(bytes, File.ReadAllBytes(folder["out/records.jsonl"]));

        DecisionFiles.AppendAll(folder["reviews"], [.. splits.Select(split => Decision.Undoing(split.Id, "ana", At.AddMinutes(2)))]);
        summary = JsonNode.Parse(folder.Run("--json").Out)!;
        Assert.Equal(shown.Select(record => record.Text), Records(folder).Select(record => record.Text));
        // The rejected part is no record any more, and its decision is told of and kept.
        Assert.Equal(1, (int)summary["decisionsWithoutRecord"]!);
    }

    private static Record[] Records(TemporaryFolder folder) => [.. folder.Lines("out/records.jsonl").Select(RecordJson.FromJson)];
}
