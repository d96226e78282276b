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
    public async Task What_a_run_has_made_anew_since_it_was_shown_is_not_decided_on()
    {
        await using var site = await ReviewSite.StartAsync([Long(), DoubtfulRecord.Of("b") with { Start = 55, End = 81 }], "Ana");
        var print = (string)(await site.Get("/records/a"))["print"]!;
        Assert.Equal(16, print.Length);
        Assert.Equal(print, (string)(await site.Get("/records/a"))["print"]!);
        ReviewSite.Write(site.Folder, [Long() with { Dates = [Long().Dates[0] with { From = new(2025, 5, 3), To = new(2025, 5, 3) }] }, DoubtfulRecord.Of("b") with { Start = 55, End = 81 }]);
        await Becomes(site, "a", record => (string)record["dates"]![0]!["from"]! == "2025-05-03");
        foreach (var (path, more) in new[] { ("/decisions", """ "status":"reviewed","changes":[]"""), ("/splits", """ "at":[27]"""), ("/merges", """ "with":"b" """) })
            Assert.Equal((409, "The record has changed since you opened it: a run has made it anew. Look at it again before you decide; nothing was saved."),
                await site.Post(path, $$"""{"id":"a","seen":null,"print":"{{print}}",{{more}}}"""));
        Assert.False(Directory.Exists(site.Reviews) && Directory.EnumerateFiles(site.Reviews, "*.jsonl").Any());
        var now = (string)(await site.Get("/records/a"))["print"]!;
        Assert.Equal(200, (await site.Post("/decisions", $$"""{"id":"a","status":"reviewed","changes":[],"seen":null,"print":"{{now}}"}""")).Status);
    }

    // A run has written, and the index follows in a moment.
    private static async Task Becomes(ReviewSite site, string id, Func<JsonNode, bool> isSo)
    {
        for (var i = 0; i < 200; i++)
        {
            try
            {
                // This one may be indexed, and others not yet.
                if (isSo((await site.Get("/records/" + id))["record"]!)) { await ReviewSite.IndexedAsync(site.Client); return; }
            }
            catch (HttpRequestException)
            {
                // Not indexed yet.
            }
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        Assert.Fail("the index does not follow");
    }

    [Fact]
    public async Task What_was_confirmed_last_holds_also_where_the_clock_was_set_back()
    {
        var time = new MovingTime();
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a")], "Ana", time: time);
        var (_, first) = await site.Post("/decisions", """{"id":"a","status":"rejected","changes":[],"seen":null}""");
        time.Advance(TimeSpan.FromHours(-1));
        var (status, second) = await site.Post("/decisions", $$"""{"id":"a","status":"reviewed","changes":[],"seen":"{{Of(first, "decision")}}"}""");
        Assert.True(status == 200, second);
        Assert.Equal("reviewed", (string)(await site.Get("/records/a"))["record"]!["status"]!);
        await site.Post("/undo", $$"""{"decision":"{{Of(second, "decision")}}"}""");
        Assert.Equal(["rejected", "reviewed", "undone"], (await site.Get("/records/a"))["history"]!.AsArray().Select(line => (string)line!["status"]!));
        Assert.Equal("rejected", DecisionFiles.Load(site.Reviews).Apply(DoubtfulRecord.Of("a")).Status);
    }

    [Fact]
    public async Task A_part_that_went_back_into_its_whole_and_is_split_off_again_waits()
    {
        var whole = Long() with { Text = Long().Text.Remove(26, 1), End = 54 };
        await using var site = await ReviewSite.StartAsync([whole], "Ana");
        var parts = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var (split, text) = await site.Post("/splits", $$"""{"id":"a","at":[26],"seen":{{await Seen(site, "a")}}}""");
            Assert.True(split == 200, text);
            parts.Add((string)JsonNode.Parse(text)!["records"]![1]!);
            Assert.Equal("needs-review", (string)(await site.Get("/records/" + parts[i]))["record"]!["status"]!);
            Assert.Equal(new[] { "a", parts[i] }.Order(StringComparer.Ordinal), Ids(await site.Get("/queue")).Order(StringComparer.Ordinal));
            Assert.Equal(parts[i], (string)(await site.Get("/records/a"))["next"]!);
            if (i == 2) break;
            var (merged, words) = await site.Post("/merges", $$"""{"id":"a","with":"{{parts[i]}}","seen":{{await Seen(site, "a")}}}""");
            Assert.True(merged == 200, words);
        }
        Assert.Equal(3, parts.Distinct().Count());
        Assert.Equal([parts[2]], DecisionFiles.Load(site.Reviews).ApplyAll(whole).Where(record => record.Status == "needs-review").Select(record => record.Id).Except(["a"]));
    }

    private static async Task<string> Seen(ReviewSite site, string id) => (await site.Get("/records/" + id))["history"]!.AsArray() is [.., { } last] ? $"\"{last["id"]}\"" : "null";

    [Fact]
    public async Task What_went_into_another_record_is_stepped_over_and_merged_with_no_more()
    {
        await using var site = await ReviewSite.StartAsync(Enumerable.Range(0, 4).Select(i => DoubtfulRecord.Of("abcd"[i].ToString()) with { Start = 26 * i, End = 26 * (i + 1), Dates = [], Cities = [], Questions = [] }), "Ana");
        Assert.Equal(200, (await site.Post("/merges", """{"id":"a","with":"b","seen":null}""")).Status);
        Assert.Equal(("c", "a"), ((string)(await site.Get("/records/a"))["next"]!, (string)(await site.Get("/records/c"))["previous"]!));
        Assert.Equal((409, "“Open day” went into another record when the two were merged, and is none any more. Take that merge back first, or merge with what took it in."), await site.Post("/merges", """{"id":"c","with":"b","seen":null}"""));
        Assert.Equal(409, (await site.Post("/merges", $$"""{"id":"b","with":"c","seen":{{await Seen(site, "b")}}}""")).Status);
        var (status, text) = await site.Post("/merges", """{"id":"c","with":"a","seen":null}""");
        Assert.True(status == 200, text);
        Assert.Equal((0, 78, "d"), ((int)(await site.Get("/records/a"))["record"]!["start"]!, (int)(await site.Get("/records/a"))["record"]!["end"]!, (string)(await site.Get("/records/a"))["next"]!));
    }

    [Fact]
    public async Task Who_takes_a_batch_back_is_told_which_records_keep_it()
    {
        var records = Enumerable.Range(0, 3).Select(i => DoubtfulRecord.Of($"r{i}") with { Organizations = [new() { Text = "UNODC", Name = "UNODC", Role = "organizer", By = "test", Confidence = 0.5 }] });
        await using var site = await ReviewSite.StartAsync(records, "Ana");
        const string change = """{"id":"r0","status":"reviewed","changes":[{"op":"replace","path":"/organizations/0/name","value":"Office"}],"seen":null}""";
        await site.Post("/decisions", change);
        var taken = JsonNode.Parse(change)!.AsObject();
        taken["key"] = (string)JsonNode.Parse((await site.Post("/alike", change)).Text)!["offers"]![0]!["key"]!;
        var batch = Of((await site.Post("/batches", taken.ToJsonString())).Text, "batch");
        var (status, accepted) = await site.Post("/decisions", $$"""{"id":"r1","status":"reviewed","changes":[],"seen":{{await Seen(site, "r1")}}}""");
        Assert.True(status == 200, accepted);
        var undone = JsonNode.Parse((await site.Post("/undo", $$"""{"decision":"{{batch}}"}""")).Text)!;
        Assert.Equal((2, "r1"), (undone["records"]!.AsArray().Count, (string)Assert.Single(undone["kept"]!.AsArray())!));
        Assert.Equal(["Office", "UNODC"], new[] { await site.Get("/records/r1"), await site.Get("/records/r2") }.Select(shown => (string)shown["record"]!["organizations"]![0]!["name"]!));
        undone = JsonNode.Parse((await site.Post("/undo", $$"""{"decision":"{{Of(accepted, "decision")}}"}""")).Text)!;
        Assert.Empty(undone["kept"]!.AsArray());
    }

    [Fact]
    public async Task While_another_program_writes_decisions_none_is_saved_and_that_is_told()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a")], "Ana");
        const string decision = """{"id":"a","status":"rejected","changes":[],"seen":null}""";
        using (DecisionLock.Take(site.Reviews))
        {
            var (status, text) = await site.Post("/decisions", decision);
            Assert.Equal(500, status);
            Assert.Contains("somebody else is writing decisions now, and holds ", text, StringComparison.Ordinal);
        }
        Assert.Equal(200, (await site.Post("/decisions", decision)).Status);
        Assert.Equal(["a"], DecisionFiles.Load(site.Reviews).Records);
    }

    [Fact]
    public async Task Whether_a_decision_holds_for_changed_words_is_answered_by_a_choice()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a")], "Ana");
        await site.Post("/decisions", """{"id":"a","status":"reviewed","changes":[{"op":"replace","path":"/title","value":"Bees"}],"seen":null}""");
        ReviewSite.Write(site.Folder, [DoubtfulRecord.Of("a") with { Text = "Open day on 3 May in Lyon!" }]);
        await Becomes(site, "a", record => (string)record["status"]! == "needs-review");
        var shown = await site.Get("/records/a");
        Assert.Equal(["yes: what Ana decided", "no: what the program says now"], shown["record"]!["questions"]![0]!["choices"]!.AsArray().Select(choice => (string)choice!));
        Assert.Equal("Bees", (string)Assert.Single(shown["answers"]![0]![0]!.AsArray())!["value"]!);
        Assert.Empty(shown["answers"]![0]![1]!.AsArray());
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
