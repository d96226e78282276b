using System.Net;
using System.Text.Json.Nodes;
using Extract.Tests.Fetch;
using Extract.Tests.Fetch.Containers;

namespace Extract.Tests.Review.Serving;

/// <summary>The document around a record and its page as it was fetched, in the real program after a real run.</summary>
public sealed class OriginalTests
{
    private const string Page = "<html><head><title>Events</title><script>alert(1)</script></head><body><h1>Workshop on birds</h1><p>The workshop on birds takes place on 3 May 2018 in Zagreb, organized by the Ministry of the Interior.</p>"
        + "<h1>Conference on frogs</h1><p>The conference on frogs takes place on 5 June 2018 in Vienna, organized by the Ministry of Health.</p></body></html>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_shown_with_its_values_marked_and_nothing_in_it_that_acts()
    {
        using var folder = new TemporaryFolder().With("pages/events.html", Page).With("pipeline.yml", "fetch:\n  sources: [pages]\n");
        Assert.Equal(0, folder.Run("run").Status);
        using var process = ExtractProgram.Start(folder.Path, [], "review", "--port", "0", "--reviewer", "ana");
        try
        {
            var said = (await process.StandardError.ReadLineAsync(Cancellation))!;
            using var client = await ClientAsync(said);
            var items = JsonNode.Parse(await client.GetStringAsync("/queue?view=all", Cancellation))!["items"]!.AsArray();
            Assert.NotEmpty(items);
            var id = (string)items[0]!["id"]!;
            var shown = JsonNode.Parse(await client.GetStringAsync($"/records/{id}", Cancellation))!;
            Assert.True((bool)shown["hasOriginal"]!);
            if (items.Count > 1) Assert.NotEqual("", (string)shown["before"]! + (string)shown["after"]!);
            using var original = await client.GetAsync($"/records/{id}/original", Cancellation);
            var html = await original.Content.ReadAsStringAsync(Cancellation);
            Assert.Contains("<mark class=", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
            Assert.StartsWith("sandbox; default-src 'none'", original.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

            // Without the page its text is shown; without the state nothing is.
            File.Delete(folder["pages/events.html"]);
            Assert.Contains("<mark id=\"record\">", await client.GetStringAsync($"/records/{id}/original", Cancellation), StringComparison.Ordinal);
            foreach (var file in Directory.GetFiles(folder["out"], "state.db*")) File.Delete(file);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/records/{id}/original", Cancellation)).StatusCode);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>What was fetched from the web is on no disk but the state's, and is not asked for again; a page of a web archive is called by its address and lies in the archive.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_of_the_web_is_shown_as_it_was_fetched(bool isArchived)
    {
        await using var server = await WebServer.StartAsync();
        server.On("/events", Page);
        using var folder = new TemporaryFolder().With("pipeline.yml", isArchived ? "fetch:\n  sources: [a.warc]\n" : $"fetch:\n  sources: ['{server.Address}/events']\n  allowPrivate: ['{server.Authority}']\n");
        if (isArchived) File.WriteAllBytes(folder["a.warc"], SomeWarc.Page("https://h/events", Page));
        Assert.Equal(0, folder.Run("run").Status);
        var asked = server.Asked.Count;
        using var process = ExtractProgram.Start(folder.Path, [], "review", "--port", "0", "--reviewer", "ana");
        try
        {
            using var client = await ClientAsync((await process.StandardError.ReadLineAsync(Cancellation))!);
            var id = (string)JsonNode.Parse(await client.GetStringAsync("/queue?view=all", Cancellation))!["items"]![0]!["id"]!;
            Assert.True((bool)JsonNode.Parse(await client.GetStringAsync($"/records/{id}", Cancellation))!["hasOriginal"]!);
            var html = await client.GetStringAsync($"/records/{id}/original", Cancellation);
            Assert.Contains("<h1>", html, StringComparison.Ordinal);
            Assert.Contains("<mark class=", html, StringComparison.Ordinal);
            Assert.Equal(asked, server.Asked.Count);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<HttpClient> ClientAsync(string said)
    {
        var client = new HttpClient { BaseAddress = new Uri(said.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal))) };
        await ReviewSite.IndexedAsync(client);
        return client;
    }
}
