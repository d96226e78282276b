using System.Net;

namespace Extract.Tests.Review.Serving;

/// <summary>Who may ask where others can reach the page.</summary>
public sealed class AccessTests
{
    private const string Token = "0123456789abcdef-token";

    private static async Task<HttpResponseMessage> Ask(HttpClient client, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static HttpClient Client(ReviewSite site) => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(site.Address) };

    [Fact]
    public async Task The_token_opens_the_page_once_and_a_cookie_that_no_script_reads_keeps_it_open()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a")], "Ana", with: options => options with { Token = Token });
        using var client = Client(site);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(client, "/queue")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(client, "/?token=wrong")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(client, "/queue", ("Cookie", "extract-review=wrong"))).StatusCode);
        using var opened = await Ask(client, "/?token=" + Token);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (opened.StatusCode, opened.Headers.Location!.ToString()));
        var cookie = Assert.Single(opened.Headers.GetValues("Set-Cookie"));
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Ask(client, "/queue", ("Cookie", cookie.Split(';')[0]), ("Host", "review.example"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(client, "/queue", ("Cookie", cookie.Split(';')[0]), ("Origin", "https://evil.example"))).StatusCode);
    }

    [Fact]
    public async Task The_proxy_names_the_reviewer_and_must_do_so_on_every_request()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a")], with: options => options with { Token = Token, ProxyHeader = "X-Remote-User" });
        using var client = Client(site);
        var cookie = ("Cookie", "extract-review=" + Token);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(client, "/me", cookie)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(client, "/me", cookie, ("X-Extract-Reviewer", "Eve"))).StatusCode);
        using var me = await Ask(client, "/me", cookie, ("X-Remote-User", "Ana"), ("X-Extract-Reviewer", "Eve"));
        Assert.Contains("\"reviewer\":\"Ana\",\"fixed\":true", await me.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.0.5/32", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.0/8", HttpStatusCode.OK)]
    public async Task Who_passes_the_proxy_by_is_refused_whatever_they_send(string proxies, HttpStatusCode expected)
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a")], with: options => options with { Token = Token, ProxyHeader = "X-Remote-User", Proxies = [IPNetwork.Parse(proxies)] });
        using var client = Client(site);
        using var me = await Ask(client, "/me", ("Cookie", "extract-review=" + Token), ("X-Remote-User", "Ana"));
        Assert.Equal(expected, me.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK, (await Ask(client, "/?token=" + Token)).StatusCode == HttpStatusCode.Redirect);
        if (expected != HttpStatusCode.OK) Assert.Equal("Open the page at the proxy's address: 127.0.0.1 is none of “review: proxies”.", await me.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("review:\n  listen: 0.0.0.0\n", "pipeline.yml:2:11: review: listen: 0.0.0.0 can be reached from other machines")]
    [InlineData("review:\n  listen: somewhere\n", "pipeline.yml:2:11: review: listen: “somewhere” is no address")]
    [InlineData("review:\n  token: short\n", "pipeline.yml:2:10: review: token: the token must have 16 characters or more")]
    [InlineData("review:\n  key: key.pem\n", "pipeline.yml:2:8: review: key: a key needs its certificate")]
    [InlineData("review:\n  certificate: none.pem\n", "pipeline.yml:2:16: review: certificate: none.pem has no certificate")]
    [InlineData("review:\n  proxyHeader: \"a b\"\n", "pipeline.yml:2:16: review: proxyHeader: “a b” is no name of a header")]
    [InlineData("review:\n  listen: 0.0.0.0\n  proxyHeader: X-Remote-User\n", "pipeline.yml:3:16: review: proxyHeader: 0.0.0.0 can be reached from other machines, and who comes past the proxy could name any reviewer")]
    [InlineData("review:\n  proxyHeader: X-Remote-User\n  proxies: [10.0.0.5, proxy.example]\n", "review: proxies: “proxy.example” is neither an address nor a network")]
    [InlineData("review:\n  proxies: [10.0.0.5]\n", "pipeline.yml:2:12: review: proxies: these need the header")]
    [InlineData("review:\n  second: 2\n", "pipeline.yml:2:11: review: second: a number from 0 to 1 is expected")]
    public void What_would_let_others_in_is_refused_in_one_line(string pipeline, string words)
    {
        using var folder = new TemporaryFolder().With("pipeline.yml", pipeline).With("out/records.jsonl", "");
        var ran = folder.Run("review", "--port", "0");
        Assert.Equal(2, ran.Status);
        Assert.Contains(words, ran.Talk, StringComparison.Ordinal);
        Assert.Single(ran.Talk.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
