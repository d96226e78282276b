using System.Text.Json.Nodes;
using Extract.Run;

namespace Extract.Tests.Run;

/// <summary><c>status</c> beside a run that is at work, after one that was stopped, and after its end.</summary>
public sealed class StatusTests
{
    [Fact]
    public async Task Beside_a_run_at_work_it_says_how_far_that_is()
    {
        using var folder = Announcements.Folder(1500);
        using var process = ExtractProgram.Start(folder.Path, [], "run", "texts", "--workers", "1", "--verbose");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        for (var seen = 0; seen < 20 && await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line;)
            if (line.Contains(" DBG score ", StringComparison.Ordinal)) seen++;
        var talk = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var ran = folder.Run("status", "texts", "--json");
        var text = folder.Run("status", "texts").Out;
        process.Kill();
        ExtractProgram.Finish(process, output, talk);

        var at = JsonNode.Parse(ran.Out)!;
        Assert.Equal((0, true, "fetch–score"), (ran.Status, (bool)at["atWork"]!, (string)at["stage"]!));
        Assert.InRange((int)at["ended"]!, 1, 1500);
        Assert.Equal((int)at["ended"]!, (int)at["withRecords"]! + (int)at["duplicates"]! + (int)at["dropped"]! + (int)at["failed"]!);
        Assert.StartsWith("  run            1, at work for ", text, StringComparison.Ordinal);
        Assert.Contains("  stage          fetch–score\n", text, StringComparison.Ordinal);
        Assert.Contains("stopped before its end, last seen at 2", folder.Run("status", "texts").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void After_its_end_it_has_the_sums_of_the_ledger()
    {
        using var folder = Announcements.Folder(3).With("texts/zz.txt", Announcements.Text(1)).With("texts/none.txt", "").With("texts/broken.pdf", "x");
        folder.Run("run", "texts", "--quiet");
        Assert.Matches(@"^  run            1, done at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\n  documents      6 of 6   3 with records, 1 duplicates, 1 dropped, 1 failed\n$", folder.Run("status", "texts").Out);
        folder.Run("run", "texts", "--quiet");
        Assert.Contains("\n  unchanged      5   done by an earlier run and taken over\n", folder.Run("status", "texts").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_state_it_says_so()
    {
        using var folder = Announcements.Folder(1);
        var ran = folder.Run("status", "texts");
        Assert.Equal((2, $"extract: {folder["out"]}: there is no state of a run here. Name the pipeline file whose run is meant, or give --state.\n"), (ran.Status, ran.Talk));
    }

    [Fact]
    public void The_time_left_is_told_by_the_rate_of_late()
    {
        var time = new SteppedTime();
        var watch = new Watch(new NoProgress(), _ => 1000, time);
        for (var i = 0; i < 500; i++) watch.Ended(new(new("a", "a", "a"), Outcome.Records, null));
        time.Step(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 60; i++)
        {
            time.Step(TimeSpan.FromSeconds(1));
            watch.Ended(new(new("a", "a", "a"), Outcome.Dropped, null));
        }
        Assert.Equal((560, 1000, 500, 60), (watch.Headway.Done, watch.Headway.Total, watch.Headway.Records, watch.Headway.Dropped));
        Assert.Equal(1, watch.Headway.Rate, 2);
        Assert.InRange(watch.Headway.TimeLeft!.Value.TotalSeconds, 430, 450);
        Assert.Equal("fetch–score: 560 of about 1000 documents so far, 0 failed, 1.0 a second, 0.00 MB/s, about 7 min left", Messages.Progress(watch.Headway));
        Assert.Null(new Watch(new NoProgress(), _ => null, time).Headway.TimeLeft);
    }

    private sealed class SteppedTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Step(TimeSpan by) => _ticks += by.Ticks;
    }
}
