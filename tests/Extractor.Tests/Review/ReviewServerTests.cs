using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Extract.Review;

namespace Extract.Tests.Review;

public sealed partial class ReviewServerTests : IAsyncLifetime
{
    private ReviewSite _site = null!;
    private HttpClient _client = null!;
    private string _folder = "";

    public async ValueTask InitializeAsync()
    {
        _site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b"), DoubtfulRecord.Of("c", "accepted")], "Ana");
        (_client, _folder) = (_site.Client, _site.Reviews);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<HttpResponseMessage> Decide(string body, string? token = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/decisions") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Extract-Token", token ?? await Token());
        if (origin is not null) request.Headers.Add("Origin", origin);
        return await _client.SendAsync(request, Cancellation);
    }

    private async Task<string> Token() => TokenOf().Match(await _client.GetStringAsync("/", Cancellation)).Groups[1].Value;

    [GeneratedRegex("name=\"token\" content=\"([0-9a-f]{32})\"")]
    private static partial Regex TokenOf();

    [Fact]
    public async Task What_waits_is_listed_and_what_is_accepted_is_not()
    {
        var waiting = JsonNode.Parse(await _client.GetStringAsync("/queue", Cancellation))!["items"]!.AsArray();
        Assert.Equal(["a", "b"], waiting.Select(item => (string)item!["id"]!));
        Assert.Equal("Is the year 2024?", (string)waiting[0]!["ask"]!);
    }

    [Fact]
    public async Task A_correction_is_on_the_disk_before_it_is_confirmed_and_holds_on_the_next_run()
    {
        using var answer = await Decide("""{"id":"a","status":"reviewed","changes":[{"op":"replace","path":"/dates/0/from","value":"2025-05-03"},{"op":"replace","path":"/dates/0/to","value":"2025-05-03"}]}""");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var decided = DecisionFiles.Load(_folder).Apply(DoubtfulRecord.Of("a"));
        Assert.Equal("reviewed", decided.Status);
        Assert.Equal(new DateOnly(2025, 5, 3), decided.Dates[0].From);
        Assert.Equal("Ana", decided.Review!.By);
        Assert.DoesNotContain("\"a\"", await _client.GetStringAsync("/queue", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejection_holds_on_the_next_run()
    {
        using var answer = await Decide("""{"id":"b","status":"rejected","changes":[]}""");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("rejected", DecisionFiles.Load(_folder).Apply(DoubtfulRecord.Of("b")).Status);
    }

    [Theory]
    [InlineData("""{"id":"a","status":"reviewed","changes":[{"op":"replace","path":"/dates/0/from","value":"2025-05-04"}]}""", "ends before it begins")]
    [InlineData("""{"id":"a","status":"reviewed","changes":[{"op":"replace","path":"/cities/0/country","value":"France"}]}""", "country code")]
    [InlineData("""{"id":"a","status":"reviewed","changes":[{"op":"add","path":"/dates/-","value":{"text":"x","from":"10/03/18","to":null,"role":"event","by":"review"}}]}""", "“10/03/18” is no day.")]
    [InlineData("""{"id":"a","status":"reviewed","changes":[{"op":"replace","path":"/dates/0/start","value":"early"}]}""", "no record")]
    [InlineData("""{"id":"a","status":"reviewed","changes":[{"op":"replace","path":"/cities/0/name","value":null}]}""", "name or label is empty")]
    [InlineData("""{"id":"a","status":"reviewed","changes":[{"op":"replace","path":"/cities/0/role","value":"place"}]}""", "no role")]
    [InlineData("""{"id":"a","status":"reviewed","changes":[{"op":"replace","path":"/dates/0/from","value":"tomorrow"}]}""", "“tomorrow” is no day.")]
    [InlineData("""{"id":"a","status":"reviewed","changes":[{"op":"replace","path":"/dates/0/role","value":"deadline"},{"op":"replace","path":"/dates/0/to","value":"2024-05-04"}]}""", "“3 May” is a deadline")]
    [InlineData("""{"id":"a","status":"reviewed","changes":[{"op":"replace","path":"/dates/0/role","value":"deadline"},{"op":"replace","path":"/dates/0/from","value":null}]}""", "“3 May” is a deadline")]
    [InlineData("""{"id":"a","status":"reviewed","changes":[{"op":"replace","path":"/eventStatus","value":"over"}]}""", "no status “over”")]
    [InlineData("""{"id":"a","status":"perhaps","changes":[]}""", "no decision")]
    [InlineData("""nonsense""", "no decision")]
    public async Task A_correction_that_breaks_the_record_is_refused_in_words(string body, string words)
    {
        using var answer = await Decide(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Empty(DecisionFiles.Load(_folder).Records);
    }

    [Fact]
    public async Task A_decision_from_elsewhere_is_refused()
    {
        const string body = """{"id":"a","status":"rejected","changes":[]}""";
        using var withoutToken = await Decide(body, token: "0");
        using var fromElsewhere = await Decide(body, origin: "http://evil.example");
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (withoutToken.StatusCode, fromElsewhere.StatusCode));
        Assert.Contains("Load the page again", await withoutToken.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Empty(DecisionFiles.Load(_folder).Records);
    }

    [Fact]
    public async Task A_request_by_a_name_that_is_not_loopback_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/queue");
        request.Headers.Host = "evil.example";
        using var answer = await _client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_page_may_load_nothing_from_elsewhere()
    {
        using var answer = await _client.GetAsync("/", Cancellation);
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("http", (await answer.Content.ReadAsStringAsync(Cancellation)).Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
