using Extract.Commands;
using Extract.Review;
using Extract.Run;

namespace Extract.Tests.Run;

/// <summary>People decide while a run is at work.</summary>
public sealed class DecidedMeanwhileTests
{
    [Fact]
    public async Task What_is_decided_while_a_run_is_at_work_is_in_what_it_writes()
    {
        using var folder = Announcements.Folder(2).With("pipeline.yml", "fetch:\n  sources: [texts]\n");
        var job = new RunJob(SettingsFile.Load(folder["pipeline.yml"]), null, 1, null);
        var (output, cancellation) = (new RunOutput(false, Verbosity.Quiet), TestContext.Current.CancellationToken);
        Assert.Equal(0, await job.RunAsync(output, TimeProvider.System, cancellation));
        var shown = Records(folder)[0];
        var time = new BusyTime(() => DecisionFiles.Append(folder["reviews"], new("ana", new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "rejected", [], shown)));
        Assert.Equal(0, await job.RunAsync(output, time, cancellation));
        Assert.Equal("rejected", Records(folder)[0].Status);
    }

    private static Record[] Records(TemporaryFolder folder) => [.. folder.Lines("out/records.jsonl").Select(RecordJson.FromJson)];

    /// <summary>A clock that is first asked for the time once the run is under way, and something happens then.</summary>
    private sealed class BusyTime(Action happens) : TimeProvider
    {
        private bool _isUnderWay;

        public override DateTimeOffset GetUtcNow()
        {
            if (!_isUnderWay) happens();
            _isUnderWay = true;
            return base.GetUtcNow();
        }
    }
}
