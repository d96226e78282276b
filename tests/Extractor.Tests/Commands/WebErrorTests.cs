using Extract.Tests.Fetch;
using Extract.Tests.Run;

namespace Extract.Tests.Commands;

/// <summary>Web addresses that fail, through the real program: one clear line each, and the rest goes on.</summary>
public sealed class WebErrorTests
{
    [Fact]
    public async Task Pages_that_are_missing_slow_or_private_are_named_and_the_good_one_gives_its_record()
    {
        await using var server = (await WebServer.StartAsync())
            .On("/good", $"<html><body><main><h1>Conference</h1><p>{Announcements.Text(1)}</p></main></body></html>")
            .On("/slow", context => Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted))
            .OnRedirect("/away", "http://localhost:1/secret");
        using var folder = new TemporaryFolder().With("pipeline.yml",
            $"fetch:\n  sources: ['{server.Address}/good', '{server.Address}/gone', '{server.Address}/slow', '{server.Address}/away']\n  allowPrivate: ['{server.Authority}']\n  timeout: 2\n  retries: 0\n");
        var ran = folder.Run();
        Assert.Equal(1, ran.Status);
        Assert.Equal(
        [
            $"extract: {server.Address}/away: it leads to localhost:1, a private address (127.0.0.1). If you trust it, add 'localhost:1' to 'fetch: allowPrivate'.",
            $"extract: {server.Address}/gone: the server answers 404 (not found). Check the address, or take it out of the sources.",
            $"extract: {server.Address}/slow: it did not answer within 2 seconds. Run again later, or raise 'fetch: timeout'.",
        ], ran.Talk.Split('\n').Where(line => line.StartsWith("extract: http", StringComparison.Ordinal)).Select(line => line.Replace("(::1)", "(127.0.0.1)", StringComparison.Ordinal)));
        var record = RecordJson.FromJson(Assert.Single(folder.Lines("out/records.jsonl")));
        Assert.Equal(($"{server.Address}/good", true), (record.Source.Id, record.Source.Retrieved is not null));
    }

    [Fact]
    public async Task A_private_address_is_not_asked_unless_it_is_named()
    {
        await using var server = (await WebServer.StartAsync()).On("/page", "<p>secret</p>");
        using var folder = new TemporaryFolder();
        var ran = folder.Run("run", server.Address + "/page");
        Assert.Equal(1, ran.Status);
        Assert.Contains($"extract: {server.Address}/page: it leads to {server.Authority}, a private address (127.0.0.1). If you trust it, add '{server.Authority}' to 'fetch: allowPrivate'.\n", ran.Talk, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }
}
