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
