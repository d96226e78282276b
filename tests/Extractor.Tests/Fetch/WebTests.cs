using System.Net;
using System.Net.Sockets;
using System.Text;
using Extract.Fetch;

namespace Extract.Tests.Fetch;

public class WebTests
{
    private static readonly TimeSpan NoTimeout = TimeSpan.FromSeconds(77);

    private static FetchSettings Settings(WebServer server, params string[] sources) =>
        new() { Sources = [.. sources], AllowPrivate = [server.Authority], Timeout = 77, Retries = 2 };

    private static async Task<List<(Input Input, FetchResult Result)>> FetchAsync(FetchSettings settings, TimeProvider? time = null, long maxBytes = 1_000_000)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var fetcher = new Fetcher(settings, Path.GetTempPath(), maxBytes, new HashSet<string>(), time ?? new QuickClock(QuickClock.Start, NoTimeout));
        var results = new List<(Input, FetchResult)>();
        await foreach (var input in fetcher.InputsAsync(cancellation)) results.Add((input, await fetcher.FetchAsync(input, cancellation)));
        return results;
    }

    private static async Task<FetchResult> FetchOneAsync(FetchSettings settings, TimeProvider? time = null, long maxBytes = 1_000_000) => Assert.Single(await FetchAsync(settings, time, maxBytes)).Result;

    [Fact]
    public async Task A_page_is_a_source_with_its_final_address_type_charset_and_time()
    {
        await using var server = (await WebServer.StartAsync()).OnRedirect("/old", "/new").On("/new", "<p>é</p>", "text/html; charset=ISO-8859-1");
        var source = (await FetchOneAsync(Settings(server, server.Address + "/old#part"))).Source!;
        Assert.Equal((server.Address + "/new", "text/html", "ISO-8859-1", QuickClock.Start), (source.Id, source.MediaType, source.Charset, source.Retrieved));
        Assert.Equal(64, source.Sha256.Length);
    }

    [Fact]
    public async Task A_page_named_by_itself_is_asked_for_once()
    {
        await using var server = (await WebServer.StartAsync()).On("/page", "<p>x</p>");
        await FetchOneAsync(Settings(server, server.Address + "/page"));
        Assert.Equal(["/robots.txt", "/page"], server.Asked);
    }

    [Theory]
    [InlineData(404, "the server answers 404 (not found). Check the address, or take it out of the sources.", 1)]
    [InlineData(403, "the server answers 403 (forbidden). If you have access, give what it asks for in 'fetch: headers'.", 1)]
    [InlineData(503, "the server answers 503 (unavailable). Run again later.", 3)]
    public async Task A_refusal_is_a_fault_and_what_may_pass_is_tried_again(int status, string says, int times)
    {
        await using var server = (await WebServer.StartAsync()).OnStatus("/page", status);
        var fault = (await FetchOneAsync(Settings(server, server.Address + "/page"))).Fault!;
        Assert.Equal($"{server.Address}/page: {says}", fault.ToString());
        Assert.Equal(times, server.Asked.Count(path => path == "/page"));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Fri, 01 May 2026 12:00:09 GMT", 9)]
    public async Task The_wait_that_a_server_asks_for_is_kept(string retryAfter, int seconds)
    {
        var clock = new QuickClock(QuickClock.Start, NoTimeout);
        await using var server = await WebServer.StartAsync();
        server.On("/page", async context =>
        {
            if (server.Asked.Count(path => path == "/page") > 1) { await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, "text"); return; }
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = retryAfter;
        });
        Assert.NotNull((await FetchOneAsync(Settings(server, server.Address + "/page"), clock)).Source);
        Assert.Equal([TimeSpan.FromSeconds(seconds)], clock.Waits);
    }

    [Fact]
    public async Task A_server_that_wants_much_patience_is_left_for_the_next_run()
    {
        await using var server = (await WebServer.StartAsync()).OnStatus("/page", 503, "3600");
        var fault = (await FetchOneAsync(Settings(server, server.Address + "/page"))).Fault!;
        Assert.EndsWith("It asks to wait 3,600 seconds: run again after that.", fault.ToString(), StringComparison.Ordinal);
        Assert.Single(server.Asked, path => path == "/page");
    }

    [Fact]
    public async Task Pauses_grow_and_are_jittered()
    {
        var clock = new QuickClock(QuickClock.Start, NoTimeout);
        await using var server = (await WebServer.StartAsync()).OnStatus("/page", 500);
        await FetchOneAsync(Settings(server, server.Address + "/page") with { Retries = 4 }, clock);
        Assert.Equal(4, clock.Waits.Count);
        Assert.All(clock.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(30)));
        Assert.True(clock.Waits.Max() > clock.Waits.Min());
    }

    [Fact]
    public async Task A_server_that_does_not_answer_times_out()
    {
        await using var server = (await WebServer.StartAsync()).On("/page", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var fault = (await FetchOneAsync(Settings(server, server.Address + "/page") with { Timeout = 1, Retries = 0 }, TimeProvider.System)).Fault!;
        Assert.Equal($"{server.Address}/page: it did not answer within 1 seconds. Run again later, or raise 'fetch: timeout'.", fault.ToString());
    }

    [Fact]
    public async Task A_private_address_is_refused_unless_allowed_and_a_redirect_does_not_widen_what_is()
    {
        await using var inside = (await WebServer.StartAsync()).On("/secret", "inside");
        await using var server = (await WebServer.StartAsync()).OnRedirect("/page", inside.Address + "/secret");
        var fault = (await FetchOneAsync(Settings(server, server.Address + "/page"))).Fault!;
        Assert.Equal($"{server.Address}/page: it leads to {inside.Authority}, a private address (127.0.0.1). If you trust it, add '{inside.Authority}' to 'fetch: allowPrivate'.", fault.ToString());
        Assert.Empty(inside.Asked);
        Assert.Contains("a private address", (await FetchOneAsync(Settings(server, $"http://localhost:{new Uri(inside.Address).Port}/secret"))).Fault!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2606:4700::1111", true)]
    public void Addresses_of_the_public_internet(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_page_over_the_limit_is_not_read_to_its_end()
    {
        await using var server = (await WebServer.StartAsync()).On("/page", new string('x', 5000));
        var fault = (await FetchOneAsync(Settings(server, server.Address + "/page"), maxBytes: 1000)).Fault!;
        Assert.Equal($"{server.Address}/page: it is larger than the limit of 1,000 bytes. Raise 'read: maxBytes', or take it out of the sources.", fault.ToString());
    }

    [Fact]
    public async Task Redirects_without_end_and_to_other_schemes_are_faults()
    {
        await using var server = (await WebServer.StartAsync()).OnRedirect("/loop", "/loop").OnRedirect("/file", "file:///etc/passwd");
        var results = await FetchAsync(Settings(server, server.Address + "/loop", server.Address + "/file"));
        Assert.Equal([$"{server.Address}/loop: it redirects more than 10 times. Give the address that a browser ends at.",
            $"{server.Address}/file: it leads to a file: address, which is not followed. Check the address in a browser."], results.Select(result => result.Result.Fault!.ToString()));
    }

    [Fact]
    public async Task No_connection_no_host_and_no_tls_are_faults()
    {
        await using var server = await WebServer.StartAsync();
        var closed = $"127.0.0.1:{FreePort()}";
        var settings = Settings(server, $"http://{closed}/", $"https://{server.Authority}/", "http://no-such-host.invalid/") with { AllowPrivate = [server.Authority, closed], Retries = 0 };
        var results = await FetchAsync(settings);
        Assert.Contains("no connection could be made", results[0].Result.Fault!.What, StringComparison.Ordinal);
        Assert.Contains("no secure connection could be made", results[1].Result.Fault!.What, StringComparison.Ordinal);
        Assert.Contains("its host does not exist", results[2].Result.Fault!.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_run_takes_no_more_pages_than_it_may()
    {
        await using var server = (await WebServer.StartAsync()).On("/a", "a").On("/b", "b");
        var results = await FetchAsync(Settings(server, server.Address + "/a", server.Address + "/b") with { MaxPages = 1 });
        Assert.NotNull(results[0].Result.Source);
        Assert.Equal($"{server.Address}/b: it was not fetched: the run has taken its 1 pages from the web. Raise 'fetch: maxPages', or name fewer sources.", results[1].Result.Fault!.ToString());
    }

    [Fact]
    public async Task Headers_go_to_hosts_that_the_sources_name_and_not_where_they_lead_to()
    {
        string? named = null, led = null;
        await using var other = (await WebServer.StartAsync()).On("/x", context => { led = context.Request.Headers.Authorization; return Task.CompletedTask; });
        await using var server = await WebServer.StartAsync();
        server.On("/page", context => { named = context.Request.Headers.Authorization; context.Response.Redirect(other.Address + "/x"); return Task.CompletedTask; });
        var settings = Settings(server, server.Address + "/page");
        await FetchOneAsync(settings with { AllowPrivate = [server.Authority, other.Authority], Headers = settings.Headers.Add("Authorization", "Bearer secret") });
        Assert.Equal(("Bearer secret", ""), (named, led ?? ""));
    }

    [Fact]
    public async Task Robots_txt_is_honoured()
    {
        await using var server = (await WebServer.StartAsync()).On("/robots.txt", "User-agent: *\nDisallow: /private/\n", "text/plain").On("/private/x", "x").On("/x", "x");
        var results = await FetchAsync(Settings(server, server.Address + "/private/x", server.Address + "/x"));
        Assert.Equal($"{server.Address}/private/x: its robots.txt asks programs not to fetch it. Ask the site for permission or a feed, or save the page as a file.", results[0].Result.Fault!.ToString());
        Assert.NotNull(results[1].Result.Source);
        Assert.Equal(["/robots.txt", "/x"], server.Asked);
    }

    [Fact]
    public async Task A_byte_order_mark_opens_no_door_and_robots_txt_without_end_closes_all()
    {
        await using var server = (await WebServer.StartAsync()).On("/robots.txt", "\uFEFFUser-agent: *\nDisallow: /private/\n", "text/plain").On("/private/x", "x");
        Assert.Contains("asks programs not to fetch it", (await FetchOneAsync(Settings(server, server.Address + "/private/x"))).Fault!.What, StringComparison.Ordinal);
        await using var endless = (await WebServer.StartAsync()).On("/robots.txt", new string('#', 5000), "text/plain").On("/x", "x");
        Assert.Contains("robots.txt is too long", (await FetchOneAsync(Settings(endless, endless.Address + "/x"), maxBytes: 1000)).Fault!.What, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_an_address_holds_no_password() =>
        Assert.Equal(("https://h.example/a@b", "https://h.example/"), (Extract.Fetch.WebClient.WithoutUser("https://me:s3cret@h.example/a@b"), Extract.Fetch.WebClient.WithoutUser("https://h.example/")));

    [Fact]
    public async Task Items_of_a_feed_are_fetched_unless_the_feed_holds_them_whole()
    {
        await using var server = await WebServer.StartAsync();
        var whole = string.Concat(Enumerable.Repeat("<p>The school takes place in Split.</p>", 20));
        server.On("/one", "<p>One</p>").On("/feed", $"""
            <?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title><link>{server.Address}</link>
            <item><title>One</title><link>/one</link><pubDate>Mon, 04 Jun 2018 23:30:00 +0200</pubDate></item>
            <item><title>Two &amp; a half</title><link>{server.Address}/two</link><pubDate>Tue, 05 Jun 2018 01:00:00 EST</pubDate><content:encoded><![CDATA[{whole}]]></content:encoded></item>
            </channel></rss>
            """, "text/xml");
        var results = await FetchAsync(Settings(server, server.Address + "/feed"));
        Assert.Equal([(server.Address + "/one", new DateOnly(2018, 6, 4)), (server.Address + "/two", new DateOnly(2018, 6, 5))], results.Select(result => (result.Result.Source!.Id, result.Result.Source!.Published!.Value)));
        Assert.StartsWith("<article><h1>Two &amp; a half</h1>", Encoding.UTF8.GetString(results[1].Result.Source!.Bytes.Span), StringComparison.Ordinal);
        Assert.DoesNotContain("/two", server.Asked);
    }

    [Fact]
    public async Task Atom_is_read_and_a_broken_feed_is_a_fault()
    {
        await using var server = await WebServer.StartAsync();
        server.On("/one", "<p>One</p>").On("/broken", "<rss version='2.0'><channel><item>", "application/rss+xml")
            .On("/atom", $"<feed xmlns='http://www.w3.org/2005/Atom'><title>News</title><entry><title>One</title><link href='{server.Address}/one'/><published>2018-06-04T10:00:00Z</published></entry></feed>", "application/atom+xml");
        var results = await FetchAsync(Settings(server, server.Address + "/atom", server.Address + "/broken"));
        Assert.Equal((server.Address + "/one", new DateOnly(2018, 6, 4)), (results[0].Result.Source!.Id, results[0].Result.Source!.Published));
        Assert.Equal($"{server.Address}/broken: the feed cannot be read: it is no well-formed RSS or Atom. Name the pages themselves, or tell the site.", results[1].Result.Fault!.ToString());
    }

    private static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
