using Extract.Review;
using Extract.Review.Index;
using Microsoft.Data.Sqlite;

namespace Extract.Tests.Review.Index;

/// <summary>The index follows what it is made from, and can go at any time.</summary>
public sealed class IndexTests
{
    private static async Task<string[]> Open(ReviewSite site) => [.. (await site.Get("/queue"))["items"]!.AsArray().Select(item => (string)item!["id"]!)];

    private static async Task Becomes(ReviewSite site, params string[] ids)
    {
        for (var i = 0; i < 200 && !(await Open(site)).SequenceEqual(ids); i++) await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Equal(ids, await Open(site));
    }

    private static Decision Settled(string id) => new("Ben", new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero), "reviewed", [], DoubtfulRecord.Of(id));

    [Fact]
    public async Task It_is_made_anew_when_a_run_has_written_other_records()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b")], "Ana");
        ReviewSite.Write(site.Folder, [DoubtfulRecord.Of("b"), DoubtfulRecord.Of("c"), DoubtfulRecord.Of("d")]);
        await Becomes(site, "b", "c", "d");
        Assert.Equal(200, (await site.Post("/decisions", """{"id":"c","status":"reviewed","changes":[],"seen":null}""")).Status);
        Assert.Equal(["b", "d"], await Open(site));
    }

    [Fact]
    public async Task What_another_program_writes_into_the_folder_of_decisions_is_seen()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b")], "Ana");
        DecisionFiles.Append(site.Reviews, Settled("a"));
        await Becomes(site, "b");
        File.Delete(Path.Combine(site.Reviews, "ben.jsonl"));
        await Becomes(site, "a", "b");
    }

    [Fact]
    public async Task What_was_decided_before_the_index_was_made_counts()
    {
        using var folder = new TemporaryFolder();
        DecisionFiles.Append(folder["reviews"], Settled("a"));
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b")], "Ana", folder: folder);
        Assert.Equal(["b"], await Open(site));
        Assert.Equal(1, (int)(await site.Get("/queue"))["left"]!);
    }

    [Fact]
    public async Task What_somebody_could_not_tell_stays_at_the_end_when_the_index_is_made_anew()
    {
        using var folder = new TemporaryFolder();
        DecisionFiles.Append(folder["reviews"], Settled("a") with { Status = "unsure" });
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b"), DoubtfulRecord.Of("c")], "Ana", folder: folder);
        Assert.Equal(["b", "c", "a"], await Open(site));
    }

    [Theory]
    [InlineData("review.db")]
    [InlineData("decided.db")]
    public async Task What_is_damaged_is_made_anew_and_told(string file)
    {
        using var folder = new TemporaryFolder();
        await using (var before = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b")], "Ana", folder: folder))
            Assert.Equal(200, (await before.Post("/decisions", """{"id":"a","status":"reviewed","changes":[],"seen":null}""")).Status);
        foreach (var beside in Directory.GetFiles(folder["out"], file + "-*")) File.Delete(beside);
        folder.With("out/" + file, new string('x', 5000));
        await using var site = await ReviewSite.StartAsync([], "Ana", folder: folder);
        await Becomes(site, "b");
        Assert.Contains(site.Told, line => line.Contains(file + ": is damaged, and is made anew", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Decisions_whose_index_is_damaged_while_it_is_served_are_read_anew_and_nothing_else_is()
    {
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b"), DoubtfulRecord.Of("c")], "Ana");
        Assert.Equal(200, (await site.Post("/decisions", """{"id":"a","status":"reviewed","changes":[],"seen":null}""")).Status);
        using (var database = new SqliteConnection($"Data Source={site.Folder["out/decided.db"]};Pooling=False"))
        {
            database.Open();
            using var drop = database.CreateCommand();
            drop.CommandText = "DROP TABLE lines";
            drop.ExecuteNonQuery();
        }
        // Whoever asks just then is told to ask again.
        var status = 503;
        for (var i = 0; i < 10 && status == 503; i++) (status, _) = await site.Post("/decisions", """{"id":"b","status":"reviewed","changes":[],"seen":null}""");
        Assert.Equal(200, status);
        await Becomes(site, "c");
        Assert.Equal(["a", "b"], DecisionFiles.Load(site.Reviews).Records.Order(StringComparer.Ordinal));
        Assert.Equal(2, File.ReadLines(Path.Combine(site.Reviews, "ana.jsonl")).Count());
        Assert.Single(site.Told, line => line.Contains("decided.db: is damaged, and is made anew", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Told, line => line.Contains("review.db", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_shares_a_folder_goes_on_together_when_the_index_of_decisions_is_deleted()
    {
        await using var one = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b"), DoubtfulRecord.Of("c")]);
        Assert.Equal(200, (await one.Post("/decisions", """{"id":"a","status":"reviewed","changes":[],"seen":null}""", "Ana")).Status);
        foreach (var file in Directory.GetFiles(one.Folder["out"], "decided.db*")) File.Delete(file);
        await using var other = await ReviewSite.StartAsync([], folder: one.Folder);
        // Until the first one takes the file that the second has made, each would hold claims of its own.
        var status = 200;
        for (var i = 0; i < 100 && status == 200; i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await one.Post("/claims", """{"id":"b"}""", "Ana");
            (status, _) = await other.Post("/claims", """{"id":"b"}""", "Ben");
            if (status == 200) await other.Post("/claims/release", """{"id":"b"}""", "Ben");
        }
        Assert.Equal(409, status);
        await Becomes(other, "c");
    }

    [Fact]
    public async Task What_is_gone_is_made_anew()
    {
        using var folder = new TemporaryFolder();
        await using (var before = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b")], "Ana", folder: folder))
            Assert.Equal(200, (await before.Post("/decisions", """{"id":"a","status":"reviewed","changes":[],"seen":null}""")).Status);
        foreach (var file in Directory.GetFiles(folder["out"], "*.db*")) File.Delete(file);
        await using var site = await ReviewSite.StartAsync([], "Ana", folder: folder);
        Assert.Equal(["b"], await Open(site));
    }

    [Fact]
    public async Task A_line_that_is_no_record_is_told_and_the_others_are_served()
    {
        using var folder = new TemporaryFolder().With("out/records.jsonl", RecordJson.ToJson(DoubtfulRecord.Of("a")) + "\nnonsense\n" + RecordJson.ToJson(DoubtfulRecord.Of("b")));
        await using var site = await ReviewSite.StartAsync([], "Ana", folder: folder);
        Assert.Equal(["a", "b"], await Open(site));
        Assert.Contains(site.Told, line => line.Contains("is no record", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_that_is_no_decision_is_told_and_the_others_hold()
    {
        using var folder = new TemporaryFolder();
        DecisionFiles.Append(folder["reviews"], Settled("a"));
        await File.AppendAllTextAsync(folder["reviews/ben.jsonl"], "{\"by\":\"Ben\"}\n", TestContext.Current.CancellationToken);
        await using var site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b")], "Ana", folder: folder);
        await Becomes(site, "b");
        Assert.Contains(site.Told, line => line.Contains("ben.jsonl", StringComparison.Ordinal) && line.Contains("is no decision", StringComparison.Ordinal));
    }

    [Fact]
    public void A_batch_counts_once_all_of_it_is_there_however_long_it_is()
    {
        using var folder = new TemporaryFolder();
        var told = new List<string>();
        using var log = new DecisionLog(folder["decided.db"], folder["reviews"], told.Add);
        var batch = new[] { "a", "b", "c" }.Select(id => Settled(id) with { Batch = "x", Record = DoubtfulRecord.Of(id) with { Text = new string('x', 2 << 20) } }).ToArray();
        DecisionFiles.Append(folder["reviews"], Settled("0"));
        DecisionFiles.AppendAll(folder["reviews"], batch);
        var file = folder["reviews/ben.jsonl"];
        var lines = File.ReadAllLines(file);
        Assert.True(log.CatchUp());
        Assert.Equal(["0", "a", "b", "c"], log.Decided().Order(StringComparer.Ordinal));
        Assert.Empty(told);

        // Killed in the middle, which is looked at once; and somebody decides on.
        File.WriteAllText(file, string.Join('\n', lines[0], lines[1], lines[2], lines[3][..1000]));
        log.CatchUp();
        Assert.Equal(["0"], log.Decided());
        Assert.False(log.CatchUp());
        Assert.Equal("extract: ben.jsonl: byte " + (lines[0].Length + 1) + ": of 3 decisions that were made at once only 2 are there", Assert.Single(told).Split(" are there")[0] + " are there");
        DecisionFiles.Append(folder["reviews"], Settled("d"));
        Assert.True(log.CatchUp());
        Assert.Equal(["0", "d"], log.Decided().Order(StringComparer.Ordinal));
        Assert.Single(told);
        DecisionFiles.AppendAll(folder["reviews"], batch);
        Assert.True(log.CatchUp());
        Assert.Equal(5, log.Decided().Count);
    }

    [Fact]
    public void While_it_is_made_it_says_how_far_it_follows_the_decisions()
    {
        using var folder = new TemporaryFolder();
        ReviewSite.Write(folder, [DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b")]);
        DecisionFiles.Append(folder["reviews"], Settled("a"));
        using var log = new DecisionLog(folder["out/decided.db"], folder["reviews"], _ => { });
        log.CatchUp();
        using var database = new Database(folder["out/review.db"], IndexSchema.Tables);
        using var file = new RecordsFile(folder["out/records.jsonl"]);
        var said = new List<string?>();
        new IndexBuilder(database, file, new(log, 0), _ => said.Add((string?)database.Value(IndexSchema.Meta, ("$key", "decisions"))), _ => { }).Build(TestContext.Current.CancellationToken);
        Assert.NotEmpty(said);
        Assert.All(said, mark => Assert.Equal("1", mark));
    }

    [Fact]
    public async Task A_part_that_the_run_has_written_since_is_there_once()
    {
        using var folder = new TemporaryFolder();
        var whole = DoubtfulRecord.Of("a") with { Title = "Two days", Text = "Open day on 3 May in Lyon. Closed day on 4 May in Lyon.", End = 55 };
        await using (var before = await ReviewSite.StartAsync([whole], "Ana", folder: folder))
            Assert.Equal(200, (await before.Post("/splits", """{"id":"a","at":[27],"seen":null}""")).Status);
        ReviewSite.Write(folder, DecisionFiles.Load(folder["reviews"]).ApplyAll(whole));
        await using var site = await ReviewSite.StartAsync([], "Ana", folder: folder);
        var ids = await Open(site);
        Assert.Equal((2, 2), (ids.Length, ids.Distinct().Count()));
    }
}
