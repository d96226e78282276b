using Extract.Run;
using Serilog.Events;
using Serilog.Parsing;

namespace Extract.Tests.Run;

/// <summary>The log's lines.</summary>
public sealed class RunLogTests
{
    [Fact]
    public void Times_are_those_of_UTC_wherever_the_program_runs()
    {
        using var folder = new TemporaryFolder();
        using (var log = RunLog.Create(folder["log"], Verbosity.Quiet, Secrets.None))
            log.Write(new LogEvent(new DateTimeOffset(2018, 6, 1, 9, 0, 0, TimeSpan.FromHours(2)), LogEventLevel.Information, null, new MessageTemplateParser().Parse("run"), []));
        Assert.StartsWith("2018-06-01T07:00:00.000Z INF run", File.ReadAllText(folder["log"]), StringComparison.Ordinal);
    }
}
