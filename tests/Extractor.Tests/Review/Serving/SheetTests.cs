using System.Text;
using System.Text.Json.Nodes;
using Extract.Review;

namespace Extract.Tests.Review.Serving;

/// <summary>Out to a spreadsheet and back.</summary>
public sealed class SheetTests
{
    [Fact]
    public async Task A_table_goes_out_is_looked_at_taken_and_taken_back_as_a_whole()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b"), DoubtfulRecord.Of("c", "accepted")], "Ana");
        var csv = Encoding.UTF8.GetString(await site.Client.GetByteArrayAsync("/sheet.csv", TestContext.Current.CancellationToken));
        Assert.Equal(3, csv.TrimEnd().Split('\n').Length);
        var corrected = csv.Replace("Open day,", "Open house,", StringComparison.Ordinal);
        Assert.NotEqual(csv, corrected);

        var dry = JsonNode.Parse((await site.Post("/sheet?dry=true", corrected)).Text)!;
        Assert.Equal((2, null), ((int)dry["count"]!, (string?)dry["batch"]));
        Assert.Empty(DecisionFiles.Load(site.Reviews).Records);

        var taken = JsonNode.Parse((await site.Post("/sheet?dry=false", corrected)).Text)!;
        Assert.Equal("Open house", DecisionFiles.Load(site.Reviews).Apply(DoubtfulRecord.Of("b")).Title);
        Assert.Equal(200, (await site.Post("/undo", $$"""{"decision":"{{taken["batch"]}}"}""")).Status);
        Assert.Equal("Open day", DecisionFiles.Load(site.Reviews).Apply(DoubtfulRecord.Of("b")).Title);
    }

    [Fact]
    public async Task A_table_may_be_larger_than_other_requests_and_has_a_limit_of_its_own()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a")], "Ana");
        Assert.Equal((400, Messages.SheetHasNoId), await site.Post("/sheet?dry=true", new string('x', 31_000_000)));
        await using var small = await ReviewSite.StartAsync([DoubtfulRecord.Of("a")], "Ana", with: options => options with { LargestSheet = 1000 });
        Assert.Equal((413, "The table has more than 1,000 bytes. Export fewer records at a time, by a search or a filter, or leave only the changed rows in it."), await small.Post("/sheet?dry=true", new string('x', 1001)));
        // Who asks before sending hears the answer for sure.
        site.Client.DefaultRequestHeaders.ExpectContinue = true;
        Assert.Equal((413, Messages.TooMuchAtOnce), await site.Post("/decisions", "{\"id\":\"" + new string('x', 31_000_000)));
    }

    [Fact]
    public async Task A_plain_link_says_whose_eyes_the_table_is_for_where_anybody_may_say_so()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a")], second: 1);
        Assert.Equal(200, (await site.Post("/decisions", """{"id":"a","status":"reviewed","changes":[{"op":"replace","path":"/title","value":"Open house"}],"seen":null}""", "Zoë")).Status);
        async Task<bool> Shows(ReviewSite at, string query) => (await at.Client.GetStringAsync("/sheet.csv?view=all" + query, TestContext.Current.CancellationToken)).Contains("Open house", StringComparison.Ordinal);
        Assert.Equal((false, false, true), (await Shows(site, ""), await Shows(site, "&as=Ben"), await Shows(site, "&as=Zo%C3%AB")));
        await using var fixedTo = await ReviewSite.StartAsync([], "Ben", second: 1, folder: site.Folder);
        Assert.False(await Shows(fixedTo, "&as=Zo%C3%AB"));
        await using var proxied = await ReviewSite.StartAsync([], second: 1, folder: site.Folder, with: options => options with { ProxyHeader = "X-Remote-User" });
        proxied.Client.DefaultRequestHeaders.Add("X-Remote-User", "Ben");
        await ReviewSite.IndexedAsync(proxied.Client);
        Assert.False(await Shows(proxied, "&as=Zo%C3%AB"));
    }

    [Fact]
    public async Task What_somebody_is_at_now_is_left_alone()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b")]);
        var csv = (await site.Client.GetStringAsync("/sheet.csv", TestContext.Current.CancellationToken)).Replace("Open day,", "Open house,", StringComparison.Ordinal);
        await site.Post("/claims", """{"id":"a"}""", "Ben");
        var dry = JsonNode.Parse((await site.Post("/sheet?dry=true", csv, "Ana")).Text)!;
        Assert.Equal(1, (int)dry["count"]!);
        Assert.Contains(dry["rows"]!.AsArray(), row => (string)row!["id"]! == "a" && ((string?)row["fault"])?.StartsWith("Ben is at this record", StringComparison.Ordinal) == true);
    }
}
