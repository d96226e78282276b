using System.Text.Json.Nodes;
using Extract.Review;

namespace Extract.Tests.Review.Serving;

/// <summary>What a person can do with a record beside settling it.</summary>
public sealed class DecidingTests
{
    private static string[] Ids(JsonNode page) => [.. page["items"]!.AsArray().Select(item => (string)item!["id"]!)];

    private static string Of(string saved, string field) => (string)JsonNode.Parse(saved)![field]!;

    [Fact]
    public async Task A_decision_is_taken_back_and_made_again()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b")], "Ana");
        var (_, saved) = await site.Post("/decisions", """{"id":"a","status":"rejected","changes":[],"seen":null}""");
        Assert.Equal(1, (int)JsonNode.Parse(saved)!["left"]!);
        Assert.Equal(["a"], Ids(await site.Get("/queue?view=settled")));
        var decision = Of(saved, "decision");
        var (status, undone) = await site.Post("/undo", $$"""{"decision":"{{decision}}"}""");
        Assert.Equal((200, "a"), (status, (string)JsonNode.Parse(undone)!["records"]![0]!));
        Assert.Equal(["a", "b"], Ids(await site.Get("/queue")));
        Assert.Equal(409, (await site.Post("/undo", $$"""{"decision":"{{decision}}"}""")).Status);
        var history = (await site.Get("/records/a"))["history"]!.AsArray();
        Assert.Equal(["rejected True", "undone False"], history.Select(line => $"{line!["status"]} {(bool)line["undone"]!}"));
        Assert.Equal(200, (await site.Post("/decisions", $$"""{"id":"a","status":"rejected","changes":[],"seen":"{{history[1]!["id"]}}"}""")).Status);
    }

    [Fact]
    public async Task What_nobody_can_tell_goes_to_the_end_with_its_note()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b")], "Ana");
        Assert.Equal(200, (await site.Post("/decisions", """{"id":"a","status":"unsure","changes":[],"note":"two years?","seen":null}""")).Status);
        Assert.Equal(["b", "a"], Ids(await site.Get("/queue")));
        Assert.Equal(["a"], Ids(await site.Get("/queue?view=unsure")));
        Assert.Equal("two years?", (string)(await site.Get("/records/a"))["history"]![0]!["note"]!);
    }

    [Fact]
    public async Task A_record_is_found_by_what_it_was_corrected_to()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a")], "Ana");
        await site.Post("/decisions", """{"id":"a","status":"reviewed","changes":[{"op":"replace","path":"/title","value":"Quokka day"},{"op":"replace","path":"/cities/0/country","value":"CH"}],"seen":null}""");
        Assert.Equal(["a"], Ids(await site.Get("/queue?view=all&q=quokka&country=CH&reviewer=Ana&status=reviewed")));
        Assert.Empty(Ids(await site.Get("/queue?view=all&country=FR")));
        Assert.Equal("Quokka day", (string)(await site.Get("/records/a"))["record"]!["title"]!);
        Assert.Equal("Open day", (string)(await site.Get("/records/a"))["base"]!["title"]!);
    }

    [Fact]
    public async Task What_the_program_got_wrong_keeps_nobody_from_rejecting_the_record_but_from_accepting_it()
    {
        var wrong = DoubtfulRecord.Of("a");
        await using var site = await ReviewSite.StartAsync([wrong with { Dates = [wrong.Dates[0] with { From = null, To = null }] }], "Ana");
        Assert.Equal(400, (await site.Post("/decisions", """{"id":"a","status":"reviewed","changes":[],"seen":null}""")).Status);
        Assert.Equal(200, (await site.Post("/decisions", """{"id":"a","status":"rejected","changes":[],"seen":null}""")).Status);
    }

    private static Record Long() => DoubtfulRecord.Of("a") with { Title = "Two days", Text = "Open day on 3 May in Lyon. Closed day on 4 May in Lyon.", End = 55 };

    [Fact]
    public async Task A_split_makes_a_record_that_waits_beside_it_and_goes_when_it_is_taken_back()
    {
        var time = new MovingTime();
        await using var site = await ReviewSite.StartAsync([Long(), DoubtfulRecord.Of("z") with { Source = new() { Id = "other", Sha256 = "00" } }], "Ana", time: time);
        var (status, text) = await site.Post("/splits", """{"id":"a","at":[27],"seen":null}""");
        Assert.True(status == 200, text);
        var part = (string)JsonNode.Parse(text)!["records"]![1]!;
        Assert.Equal(new[] { "a", part, "z" }.Order(StringComparer.Ordinal), Ids(await site.Get("/queue")).Order(StringComparer.Ordinal));
        var shown = await site.Get($"/records/{part}");
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(("Closed day on 4 May in Lyon.", "a"), ((string)shown["record"]!["text"]!, (string)shown["previous"]!));
        var (decided, saved) = await site.Post("/decisions", $$"""{"id":"{{part}}","status":"reviewed","changes":[],"seen":null}""");
        Assert.True(decided == 200, saved);
        Assert.Equal(["a", "z"], Ids(await site.Get("/queue")).Order(StringComparer.Ordinal));
        var undo = $$"""{"decision":"{{Of(text, "decision")}}"}""";
        Assert.Equal((409, "Ana has decided since on what this made (“Closed day on 4 May in Lyon.”). Take that back first."), await site.Post("/undo", undo));
        Assert.Equal(200, (await site.Post("/undo", $$"""{"decision":"{{Of(saved, "decision")}}"}""")).Status);
        Assert.Equal(200, (await site.Post("/undo", undo)).Status);
        Assert.Equal(["a", "z"], Ids(await site.Get("/queue?view=all")).Order(StringComparer.Ordinal));
        Assert.Equal(55, (int)(await site.Get("/records/a"))["record"]!["end"]!);
    }

    [Fact]
    public async Task Neighbours_are_merged_and_parted_again_as_a_whole()
    {
        var second = DoubtfulRecord.Of("b") with { Start = 26, End = 52, Dates = [], Cities = [], Questions = [] };
        var time = new MovingTime();
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), second], "Ana", time: time);
        var (status, text) = await site.Post("/merges", """{"id":"b","with":"a","seen":null}""");
        Assert.True(status == 200, text);
        Assert.Equal("a", Of(text, "record"));
        Assert.Equal(["a"], Ids(await site.Get("/queue")));
        Assert.Equal((0, 52), ((int)(await site.Get("/records/a"))["record"]!["start"]!, (int)(await site.Get("/records/a"))["record"]!["end"]!));
        time.Advance(TimeSpan.FromSeconds(1));
        var seen = (string)(await site.Get("/records/a"))["history"]!.AsArray()[^1]!["id"]!;
        var (decided, saved) = await site.Post("/decisions", $$"""{"id":"a","status":"reviewed","changes":[{"op":"replace","path":"/title","value":"Both"}],"seen":"{{seen}}"}""");
        Assert.True(decided == 200, saved);
        var undo = $$"""{"decision":"{{Of(text, "decision")}}"}""";
        Assert.Equal(409, (await site.Post("/undo", undo)).Status);
        Assert.Equal(200, (await site.Post("/undo", $$"""{"decision":"{{Of(saved, "decision")}}"}""")).Status);
        Assert.Equal(200, (await site.Post("/undo", undo)).Status);
        Assert.Equal(["a", "b"], Ids(await site.Get("/queue")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_answer_is_offered_for_all_that_share_it_taken_but_for_some_and_taken_back_as_a_whole()
    {
        var records = Enumerable.Range(0, 4).Select(i => DoubtfulRecord.Of($"r{i}") with { Organizations = [new() { Text = "UNODC", Name = "UNODC", Role = "organizer", By = "test", Confidence = 0.5 }] });
        await using var site = await ReviewSite.StartAsync(records, "Ana");
        const string change = """{"id":"r0","status":"reviewed","changes":[{"op":"replace","path":"/organizations/0/name","value":"United Nations Office on Drugs and Crime"}],"seen":null}""";
        Assert.Equal(200, (await site.Post("/decisions", change)).Status);
        var offer = JsonNode.Parse((await site.Post("/alike", change)).Text)!["offers"]!.AsArray().Single(offer => (int)offer!["count"]! == 3)!;
        var taken = JsonNode.Parse(change)!.AsObject();
        (taken["key"], taken["except"]) = ((string)offer["key"]!, new JsonArray("r3"));
        var (status, batch) = await site.Post("/batches", taken.ToJsonString());
        Assert.True(status == 200, batch);
        Assert.Equal(2, (int)JsonNode.Parse(batch)!["count"]!);
        Assert.Equal("United Nations Office on Drugs and Crime", (string)(await site.Get("/records/r1"))["record"]!["organizations"]![0]!["name"]!);
        Assert.Equal("UNODC", (string)(await site.Get("/records/r3"))["record"]!["organizations"]![0]!["name"]!);
        await site.Post("/undo", $$"""{"decision":"{{Of(batch, "batch")}}"}""");
        Assert.Equal("UNODC", (string)(await site.Get("/records/r1"))["record"]!["organizations"]![0]!["name"]!);
        Assert.Equal("reviewed", DecisionFiles.Load(site.Reviews).Apply(records.First()).Status);
    }
}
