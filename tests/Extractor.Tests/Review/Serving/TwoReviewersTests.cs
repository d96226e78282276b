using System.Text.Json.Nodes;
using Extract.Review;

namespace Extract.Tests.Review.Serving;

/// <summary>Several people at once: nobody's decision is overwritten, and a second reader reads without the first one's answer.</summary>
public sealed class TwoReviewersTests
{
    private static string Decide(string id, string? seen, string title = "Open day", string status = "reviewed") =>
        new JsonObject { ["id"] = id, ["status"] = status, ["changes"] = title == "Open day" ? new JsonArray() : new JsonArray(new JsonObject { ["op"] = "replace", ["path"] = "/title", ["value"] = title }), ["seen"] = seen }.ToJsonString();

    private static async Task<string[]> Open(ReviewSite site, string reviewer) => [.. (await site.Get("/queue", reviewer))["items"]!.AsArray().Select(item => (string)item!["id"]!)];

    [Fact]
    public async Task Who_says_no_name_may_look_and_not_decide()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a")]);
        Assert.Null((string?)(await site.Get("/me"))["reviewer"]);
        Assert.Equal("Zoë", (string?)(await site.Get("/me", "Zoë"))["reviewer"]);
        var (status, text) = await site.Post("/decisions", Decide("a", null));
        Assert.Equal((400, "Who decides is not known. Write your name first."), (status, text));
        Assert.Equal(200, (await site.Post("/decisions", Decide("a", null), "Zoë")).Status);
        Assert.Equal("Zoë", DecisionFiles.Load(site.Reviews).Apply(DoubtfulRecord.Of("a")).Review!.By);
    }

    [Fact]
    public async Task A_claim_keeps_a_record_from_others_until_it_lapses()
    {
        var time = new MovingTime();
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b")], time: time);
        Assert.True((bool)(await site.Get("/records/a?claim=1", "Ana"))["claim"]!["mine"]!);
        Assert.Equal(["b"], await Open(site, "Ben"));
        Assert.Equal(["a", "b"], await Open(site, "Ana"));
        Assert.Equal((409, "Ana is at this record now. Take the next one; what Ana leaves undone comes back."), await site.Post("/decisions", Decide("a", null), "Ben"));
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(200, (await site.Post("/claims", """{"id":"a"}""", "Ana")).Status);
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(409, (await site.Post("/claims", """{"id":"a"}""", "Ben")).Status);
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(["a", "b"], await Open(site, "Ben"));
        Assert.Equal(200, (await site.Post("/decisions", Decide("a", null), "Ben")).Status);
    }

    [Fact]
    public async Task What_is_let_go_comes_back_at_once()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a")]);
        await site.Post("/claims", """{"id":"a"}""", "Ana");
        Assert.Empty(await Open(site, "Ben"));
        await site.Post("/claims/release", """{"id":"a"}""", "Ana");
        Assert.Equal(["a"], await Open(site, "Ben"));
    }

    [Fact]
    public async Task A_decision_on_what_somebody_decided_meanwhile_is_refused_and_nothing_is_saved()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a")]);
        var (_, saved) = await site.Post("/decisions", Decide("a", null, "Ana's"), "Ana");
        var (status, text) = await site.Post("/decisions", Decide("a", null, "Ben's"), "Ben");
        Assert.Equal(409, status);
        Assert.StartsWith("Ana decided on this record since", text, StringComparison.Ordinal);
        Assert.Equal("Ana's", DecisionFiles.Load(site.Reviews).Apply(DoubtfulRecord.Of("a")).Title);
        Assert.Equal(200, (await site.Post("/decisions", Decide("a", (string)JsonNode.Parse(saved)!["decision"]!, "Ben's"), "Ben")).Status);
    }

    [Fact]
    public async Task Two_servers_on_one_folder_see_each_others_claims_and_decisions()
    {
        await using var one = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b")]);
        await using var other = await ReviewSite.StartAsync([], folder: one.Folder);
        await one.Get("/records/a?claim=1", "Ana");
        Assert.Equal(["b"], await Open(other, "Ben"));
        Assert.Equal(200, (await one.Post("/decisions", Decide("a", null), "Ana")).Status);
        Assert.Equal(409, (await other.Post("/decisions", Decide("a", null), "Ben")).Status);
        Assert.Equal(["b"], await Open(other, "Ben"));
        Assert.Single((await other.Get("/records/a", "Ben"))["history"]!.AsArray());
    }

    [Fact]
    public async Task The_second_reader_reads_blind_and_what_differs_is_settled_by_a_third_decision()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b")], second: 1);
        Assert.Equal(200, (await site.Post("/decisions", Decide("a", null, "Ana's"), "Ana")).Status);
        Assert.Equal(["b"], await Open(site, "Ana"));
        Assert.Equal(["a", "b"], (await Open(site, "Ben")).Order(StringComparer.Ordinal));
        var shown = await site.Get("/records/a", "Ben");
        Assert.Equal(("Open day", 0, 0), ((string)shown["record"]!["title"]!, shown["history"]!.AsArray().Count, shown["others"]!.AsArray().Count));
        Assert.Equal(200, (await site.Post("/decisions", Decide("a", null, "Ben's"), "Ben")).Status);

        Assert.Equal("a", (string)(await site.Get("/queue?view=differences", "Cem"))["items"]![0]!["id"]!);
        var both = await site.Get("/records/a?view=differences", "Cem");
        Assert.Equal(["Ana's", "Ben's"], both["others"]!.AsArray().Select(reading => (string)reading!["record"]!["title"]!));
        var agreement = await site.Get("/agreement");
        Assert.Equal((1, 1), ((int)agreement["both"]!, (int)agreement["differences"]!));
        Assert.Equal((0, 1), Field(agreement, "title"));
        Assert.Equal((1, 1), Field(agreement, "venue"));

        Assert.Equal(200, (await site.Post("/decisions", Decide("a", (string)both["history"]![1]!["id"]!, "Both"), "Cem")).Status);
        Assert.Empty((await site.Get("/queue?view=differences", "Cem"))["items"]!.AsArray());
        Assert.Equal("Both", DecisionFiles.Load(site.Reviews).Apply(DoubtfulRecord.Of("a")).Title);
    }

    [Fact]
    public async Task What_a_second_reader_cannot_tell_goes_to_the_end_and_stays_unseen_to_them_in_the_list()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b")], second: 1);
        Assert.Equal(200, (await site.Post("/decisions", Decide("a", null, "Ana's"), "Ana")).Status);
        async Task<JsonNode> Item(string reviewer, string view) => (await site.Get("/queue?view=" + view, reviewer))["items"]!.AsArray().Single(item => (string)item!["id"]! == "a")!;
        Assert.Equal(["a", "b"], await Open(site, "Ben"));
        foreach (var view in new[] { "open", "all", "settled" }) Assert.Equal(("Open day", "needs-review", "Is the year 2024?"), ((string)(await Item("Ben", view))["title"]!, (string)(await Item("Ben", view))["status"]!, (string)(await Item("Ben", view))["ask"]!));
        Assert.Equal("Ana's", (string)(await Item("Ana", "all"))["title"]!);

        Assert.Equal(200, (await site.Post("/decisions", Decide("a", null, status: "unsure"), "Ben")).Status);
        Assert.Equal(["b", "a"], await Open(site, "Ben"));
        Assert.Equal(["b", "a"], await Open(site, "Cem"));
        Assert.Equal(["b"], await Open(site, "Ana"));
        Assert.Equal("Open day", (string)(await Item("Ben", "unsure"))["title"]!);
        Assert.Empty((await site.Get("/queue?view=unsure", "Ana"))["items"]!.AsArray());
        var seen = (string)(await site.Get("/records/a", "Ben"))["history"]!.AsArray().Last()!["id"]!;
        Assert.Equal(200, (await site.Post("/decisions", Decide("a", seen, "Ben's"), "Ben")).Status);
        Assert.Equal("a", (string)(await site.Get("/queue?view=differences", "Cem"))["items"]![0]!["id"]!);
        Assert.Empty((await site.Get("/queue?view=unsure", "Cem"))["items"]!.AsArray());
    }

    private static (int, int) Field(JsonNode agreement, string name)
    {
        var field = agreement["fields"]!.AsArray().Single(field => (string)field!["field"]! == name)!;
        return ((int)field["agree"]!, (int)field["of"]!);
    }
}
