using System.Text;
using System.Text.Json.Nodes;
using Extract.Review;
using Microsoft.Data.Sqlite;

namespace Extract.Tests.Review.Serving;

/// <summary>What goes wrong is said where somebody sees it, and costs no decision.</summary>
public sealed class FaultTests
{
    private sealed class Unlucky : IDocuments
    {
        public string? Text(Record record) => throw new InvalidOperationException("two\nlines.");

        public bool HasPage(Record record) => false;

        public Task<string?> PageAsync(Record record, CancellationToken cancellation) => Task.FromResult<string?>(null);
    }

    [Fact]
    public async Task What_nobody_expected_is_one_line_in_the_window_and_a_sentence_on_the_page()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a")], "Ana", with: options => options with { Documents = new Unlucky() });
        await ReviewSite.IndexedAsync(site.Client);
        var failed = await Assert.ThrowsAsync<HttpRequestException>(() => site.Get("/records/a"));
        Assert.Equal((500, "The server failed at this, and its window says why. Load the page again; what was shown as saved is on the disk."), ((int)failed.StatusCode!, failed.Message));
        Assert.Equal(["extract: review: GET /records/a failed: InvalidOperationException: two lines. Please report this line in the project's issues, with what was done on the page."], site.Told);
    }

    [Fact]
    public async Task What_is_on_the_disk_is_confirmed_also_where_the_index_cannot_follow()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b")], "Ana");
        Break(site.Folder["out/records.jsonl"], RecordJson.ToJson(DoubtfulRecord.Of("b")));
        DecisionFiles.Append(site.Reviews, new("Ben", new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero), "reviewed", [], DoubtfulRecord.Of("b")));
        var (status, text) = await site.Post("/decisions", """{"id":"a","status":"reviewed","changes":[],"seen":null}""");
        Assert.True(status == 200, text);
        Assert.True(DecisionFiles.Load(site.Reviews).Holds("a"));
    }

    [Fact]
    public async Task What_is_on_the_disk_is_confirmed_also_where_nobody_can_say_how_many_are_left()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b")], "Ana");
        using (var database = new SqliteConnection($"Data Source={site.Folder["out/review.db"]};Pooling=False"))
        {
            database.Open();
            using var drop = database.CreateCommand();
            drop.CommandText = "DROP TABLE counts";
            drop.ExecuteNonQuery();
        }
        var (status, text) = await site.Post("/decisions", """{"id":"a","status":"reviewed","changes":[],"seen":null}""");
        Assert.True(status == 200, text);
        Assert.Null(JsonNode.Parse(text)!["left"]);
        Assert.Single(File.ReadLines(Path.Combine(site.Reviews, "ana.jsonl")));
    }

    // Another run's bytes in the place of a line, in a file that looks as it did.
    private static void Break(string file, string line)
    {
        var (text, written) = (File.ReadAllText(file), File.GetLastWriteTimeUtc(file));
        using (var open = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            open.Position = Encoding.UTF8.GetByteCount(text.AsSpan(0, text.IndexOf(line, StringComparison.Ordinal)));
            open.Write(Encoding.UTF8.GetBytes(new string('x', 20)));
        }
        File.SetLastWriteTimeUtc(file, written);
    }

    [Theory]
    [InlineData("replace", "/dates/0/fromTime", "\"9pm\"", "“9pm” is no time of day. Write it as 09:30 or 21:00.")]
    [InlineData("add", "/dates/-", """{"text":"4 May","start":0,"end":5,"from":"2024-05-04","to":"2024-05-04","toTime":"24:30","role":"event","confidence":1,"by":"reviewer"}""", "“24:30” is no time of day. Write it as 09:30 or 21:00.")]
    [InlineData("replace", "/dates/0/from", "\"3 May\"", "“3 May” is no day. Write it as 2018-06-01.")]
    public async Task A_day_or_time_that_is_none_is_refused_in_our_words(string operation, string path, string value, string words)
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a")], "Ana");
        var body = new JsonObject { ["id"] = "a", ["status"] = "reviewed", ["seen"] = null, ["changes"] = new JsonArray(new JsonObject { ["op"] = operation, ["path"] = path, ["value"] = JsonNode.Parse(value) }) };
        Assert.Equal((400, words), await site.Post("/decisions", body.ToJsonString()));
    }
}
