using System.Text.Json.Nodes;

namespace Extract.Tests.Review.Serving;

/// <summary>What waits, in which order, and how it is filtered and searched.</summary>
public sealed class QueueTests
{
    private static string[] Ids(JsonNode page) => [.. page["items"]!.AsArray().Select(item => (string)item!["id"]!)];

    private static IEnumerable<Record> Records() =>
    [
        DoubtfulRecord.Of("a") with { Confidence = 0.9, Title = "Käse fair", Source = new() { Id = "https://one.example/a", Uri = "https://one.example/a", Sha256 = "00" } },
        DoubtfulRecord.Of("b") with { Confidence = 0.5, Topics = [new("crime", 1, "test", [])], Source = new() { Id = "texts/b.txt", Uri = "texts/b.txt", Sha256 = "00" } },
        DoubtfulRecord.Of("c") with { Confidence = 0.35, Cities = [], Questions = [new("/cities", "In which city?", [])] },
        DoubtfulRecord.Of("d", "accepted") with { Confidence = 0.97, EventType = new("seminar", 1, "test") },
    ];

    [Fact]
    public async Task What_is_uncertain_comes_first_and_what_is_accepted_is_in_all()
    {
        await using var site = await ReviewSite.StartAsync(Records(), "Ana");
        var open = await site.Get("/queue");
        Assert.Equal(["b", "c", "a"], Ids(open));
        Assert.Equal((3, false, 3), ((int)open["total"]!, (bool)open["more"]!, (int)open["left"]!));
        Assert.Equal(["b", "c", "a", "d"], Ids(await site.Get("/queue?view=all")));
    }

    [Fact]
    public async Task What_many_share_comes_before_what_is_as_uncertain()
    {
        var shared = Enumerable.Range(0, 4).Select(i => DoubtfulRecord.Of($"s{i}") with { Confidence = 0.6 });
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("alone") with { Questions = [new("/dates/0/from", "Is the year 2011?", ["2011", "2012"])] }, .. shared], "Ana");
        Assert.Equal(["s0", "s1", "s2", "s3", "alone"], Ids(await site.Get("/queue")));
    }

    [Theory]
    [InlineData("source=one.example", "a")]
    [InlineData("source=texts", "b")]
    [InlineData("field=cities", "c")]
    [InlineData("confidence=0.5-0.6", "b")]
    [InlineData("confidence=0.3-0.6", "b,c")]
    [InlineData("topic=crime", "b")]
    [InlineData("view=all&type=seminar", "d")]
    [InlineData("country=FR", "b,a")]
    [InlineData("month=2024-05&source=one.example", "a")]
    [InlineData("month=2024-06", "")]
    [InlineData("view=all&status=accepted", "d")]
    [InlineData("q=kase", "a")]
    [InlineData("q=K%C3%84SE+fair", "a")]
    [InlineData("q=lyon+fair", "a")]
    [InlineData("q=%22open-day%22+NOT", "")]
    [InlineData("q=_waits", "")]
    [InlineData("view=settled", "")]
    public async Task Filters_and_words_narrow_it(string query, string expected)
    {
        await using var site = await ReviewSite.StartAsync(Records(), "Ana");
        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), Ids(await site.Get("/queue?" + query)));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap()
    {
        await using var site = await ReviewSite.StartAsync(Enumerable.Range(0, 7).Select(i => DoubtfulRecord.Of($"r{i}")), "Ana");
        var (ids, next) = (new List<string>(), "");
        do
        {
            var page = await site.Get($"/queue?limit=3&after={next}");
            ids.AddRange(Ids(page));
            next = (string?)page["next"];
        }
        while (next is not null);
        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"r{i}"), ids);
    }

    [Fact]
    public async Task Facets_count_what_can_be_filtered_by()
    {
        await using var site = await ReviewSite.StartAsync(Records(), "Ana");
        var facets = await site.Get("/facets?view=all");
        Assert.Equal(("FR", 3), ((string)facets["country"]![0]!["value"]!, (int)facets["country"]![0]!["count"]!));
        Assert.Equal(["festival", "seminar"], facets["type"]!.AsArray().Select(value => (string)value!["value"]!));
        Assert.Equal(["texts"], (await site.Get("/facets?topic=crime"))["source"]!.AsArray().Select(value => (string)value!["value"]!));
        Assert.Equal(3, (int)(await site.Get("/facets"))["type"]![0]!["count"]!);
    }

    [Fact]
    public async Task An_unknown_view_is_told()
    {
        await using var site = await ReviewSite.StartAsync(Records(), "Ana");
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => site.Get("/queue?view=mine"));
        Assert.Contains("no view “mine”", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pace_is_the_median_of_todays_gaps_and_pauses_do_not_count()
    {
        var time = new MovingTime();
        await using var site = await ReviewSite.StartAsync(Enumerable.Range(0, 6).Select(i => DoubtfulRecord.Of($"r{i}")), "Ana", time: time);
        foreach (var (record, seconds) in new[] { ("r0", 10), ("r1", 20), ("r2", 1200), ("r3", 30), ("r4", 0) })
        {
            Assert.Equal(200, (await site.Post("/decisions", $$"""{"id":"{{record}}","status":"reviewed","changes":[],"seen":null}""")).Status);
            time.Advance(TimeSpan.FromSeconds(seconds));
        }
        var pace = (await site.Get("/queue"))["pace"]!;
        Assert.Equal((5, 20d, 20d), ((int)pace["today"]!, (double)pace["secondsEach"]!, (double)pace["secondsLeft"]!));
    }
}
