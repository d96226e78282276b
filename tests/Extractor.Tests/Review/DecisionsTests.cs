using System.Text.Json;
using Extract.Review;

namespace Extract.Tests.Review;

/// <summary>People's decisions: kept, read and applied.</summary>
public sealed class DecisionsTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void A_correction_holds_over_whatever_the_program_says_now()
    {
        var shown = SomeRecord.Of("1");
        var decided = Kept(Decision(shown, "reviewed", Replace("/cities/0/name", "Split"), new("remove", "/topics/0", null))).Apply(shown with { Cities = [], Confidence = 0.1, Status = "needs-review" });
        Assert.Equal("Split", Assert.Single(decided.Cities).Name);
        Assert.Empty(decided.Topics);
        Assert.Equal(("reviewed", 2, "ana"), (decided.Status, decided.Revision, decided.Review!.By));
        Assert.Equal(At, decided.Review.At);
        Assert.Equal(2, decided.Review.Changes.Length);
    }

    [Theory]
    [InlineData("[{\"op\":\"remove\",\"path\":\"\"}]", "", "its change “remove ” does not fit the record")]
    [InlineData("[]", "\"by\":\"ana\",", "“by”, “at” (a time)")]
    public void A_line_that_says_what_cannot_be_done_is_told_and_ends_nothing(string changes, string more, string words)
    {
        var line = "{" + more + "\"id\":\"1\",\"by\":\"ana\",\"at\":\"2026-01-02T03:04:05Z\",\"status\":\"reviewed\",\"changes\":" + changes + ",\"record\":" + RecordJson.ToJson(SomeRecord.Of("1")) + "}";
        Assert.Contains(words, Assert.Throws<InvalidDataException>(() => DecisionJson.FromLine(line)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rejection_holds()
    {
        var shown = SomeRecord.Of("1");
        Assert.Equal("rejected", Kept(Decision(shown, "rejected")).Apply(shown).Status);
    }

    [Fact]
    public void Values_move_with_their_announcement()
    {
        var shown = SomeRecord.Of("1");
        var decided = Kept(Decision(shown, "reviewed")).Apply(shown with { Start = shown.Start + 5, End = shown.End + 5 });
        Assert.Equal(15, decided.Start);
        Assert.Equal(25, decided.Dates[0].Start);
        Assert.Equal([55, 65], decided.Dates[0].Also!.Value[0]);
        Assert.Equal([17, 23], decided.Topics[0].Evidence[0]);
    }

    [Fact]
    public void Where_the_text_has_changed_the_reviewer_is_asked_again()
    {
        var record = Kept(Decision(SomeRecord.Of("1"), "reviewed", Replace("/title", "X"))).Apply(SomeRecord.Of("1") with { Text = "other words" });
        Assert.Equal(("needs-review", "Workshop on birds", 2), (record.Status, record.Title, record.Revision));
        Assert.Equal("The text has changed since ana decided on 2026-01-02. Does the decision still hold?", record.Questions[0].Ask);
    }

    [Fact]
    public void What_was_decided_waits_no_more_until_its_text_changes()
    {
        var shown = SomeRecord.Of("1") with { Status = "needs-review" };
        var decisions = Kept(Decision(shown, "reviewed"));
        Assert.True(decisions.Settle(shown));
        var changed = decisions.Apply(shown with { Text = "other words" });
        Assert.False(decisions.Settle(changed));
        Assert.Equal("/text", changed.Questions[0].Field);
        Assert.True(Kept(Decision(shown, "reviewed"), Decision(changed, "reviewed") with { At = At.AddDays(1) }).Settle(changed));
    }

    [Fact]
    public void The_last_decision_on_a_record_holds()
    {
        var shown = SomeRecord.Of("1");
        var first = Decision(shown, "rejected");
        var decisions = Kept(first with { At = At.AddDays(1), Status = "reviewed" }, first);
        Assert.Equal(("reviewed", 3), (decisions.Apply(shown).Status, decisions.Apply(shown).Revision));
        Assert.Equal(3, Assert.Single(decisions.Decided).Revision);
    }

    [Fact]
    public void A_line_that_was_cut_off_was_never_confirmed()
    {
        using var folder = new TemporaryFolder();
        DecisionFiles.Append(folder.Path, Decision(SomeRecord.Of("1"), "rejected"));
        File.AppendAllText(folder["ana.jsonl"], "{\"by\":\"ana\",\"at\":\"20");
        var told = new List<string>();
        Assert.Equal(["1"], DecisionFiles.Load(folder.Path, told.Add).Records);
        Assert.StartsWith($"extract: {folder["ana.jsonl"]}:2: this last line is cut off.", Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_decided_after_a_torn_write_stands_on_a_line_of_its_own()
    {
        using var folder = new TemporaryFolder();
        DecisionFiles.Append(folder.Path, Decision(SomeRecord.Of("1"), "rejected"));
        File.AppendAllText(folder["ana.jsonl"], "{\"by\":\"ana\",\"at\":\"20");
        DecisionFiles.Append(folder.Path, Decision(SomeRecord.Of("2"), "rejected"));
        Assert.Equal(["1", "2"], DecisionFiles.Load(folder.Path).Records);
    }

    [Fact]
    public void A_whole_line_without_its_end_is_a_decision_and_stays_one()
    {
        using var folder = new TemporaryFolder();
        DecisionFiles.Append(folder.Path, Decision(SomeRecord.Of("1"), "rejected"));
        File.WriteAllText(folder["ana.jsonl"], File.ReadAllText(folder["ana.jsonl"]).TrimEnd('\n'));
        Assert.Equal(["1"], DecisionFiles.Load(folder.Path).Records);
        DecisionFiles.Append(folder.Path, Decision(SomeRecord.Of("2"), "rejected"));
        Assert.Equal(["1", "2"], DecisionFiles.Load(folder.Path).Records);
    }

    private static readonly Decision[] Three = [.. new[] { "1", "2", "3" }.Select(id => Decision(SomeRecord.Of(id), "rejected") with { Batch = "b" })];

    [Fact]
    public void A_batch_that_cannot_be_written_whole_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        DecisionFiles.Append(folder.Path, Decision(SomeRecord.Of("0"), "rejected"));
        File.AppendAllText(folder["ana.jsonl"], "{\"by\":\"ana\"");
        // As on a disk that is full after the second line.
        Assert.Throws<IOException>(() => DecisionFiles.AppendHeld(folder.Path, Three, (stream, lines) =>
        {
            stream.Write(lines.AsSpan(0, lines.AsSpan().LastIndexOf("{\"id\""u8)));
            throw new IOException("full");
        }));
        Assert.Single(folder.Lines("ana.jsonl"));
        DecisionFiles.AppendAll(folder.Path, Three);
        Assert.Equal(["0", "1", "2", "3"], DecisionFiles.Load(folder.Path).Records);
    }

    [Fact]
    public void A_batch_of_which_lines_are_missing_is_left_out_and_told()
    {
        using var folder = new TemporaryFolder();
        DecisionFiles.AppendAll(folder.Path, [.. Three, Decision(SomeRecord.Of("4"), "rejected")]);
        Assert.Equal(["1", "2", "3", "4"], DecisionFiles.Load(folder.Path).Records);
        var lines = folder.Lines("ana.jsonl");
        Assert.Equal([3, 3, 3, 1], lines.Select(line => DecisionJson.FromLine(line).Of));
        File.WriteAllLines(folder["ana.jsonl"], [lines[0], lines[1], lines[3], lines[0]]);
        var told = new List<string>();
        Assert.Equal(["4"], DecisionFiles.Load(folder.Path, told.Add).Records);
        Assert.Equal($"extract: {folder["ana.jsonl"]}:1: of 3 decisions that were made at once only 2 are there: whoever wrote them was cut off before they were confirmed, and they are left out. Take their lines out, or restore the file from version control.", told[0]);
        Assert.Equal(2, told.Count);
        // As older versions wrote them.
        File.WriteAllLines(folder["ana.jsonl"], [lines[0].Replace(",\"of\":3", "", StringComparison.Ordinal)]);
        Assert.Equal(["1"], DecisionFiles.Load(folder.Path, told.Add).Records);
    }

    [Fact]
    public void One_writes_into_the_folder_at_a_time_and_its_lock_is_no_decision()
    {
        using var folder = new TemporaryFolder();
        using (DecisionLock.Take(folder.Path))
            Assert.StartsWith("somebody else is writing decisions now", Assert.Throws<IOException>(() => DecisionFiles.AppendAll(folder.Path, Three)).Message, StringComparison.Ordinal);
        Assert.Equal([".lock"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
        Assert.Empty(DecisionFiles.Load(folder.Path).Records);
        DecisionFiles.AppendAll(folder.Path, Three);
        Assert.Equal(["1", "2", "3"], DecisionFiles.Load(folder.Path).Records);
    }

    [Theory]
    [InlineData("{\"by\":\"ana\"}\n", "“by”, “at” (a time)")]
    [InlineData("{\"by\":\"ana\",\"at\":\"yesterday\",\"status\":\"reviewed\",\"changes\":[],\"record\":{}}\n", "“by”, “at” (a time)")]
    [InlineData("no json\n", "it is no JSON. Take the line out")]
    [InlineData("[]\n", "“by”, “at” (a time)")]
    public void A_line_that_is_no_decision_is_told_with_its_place(string line, string why)
    {
        using var folder = new TemporaryFolder();
        DecisionFiles.Append(folder.Path, Decision(SomeRecord.Of("1"), "rejected"));
        File.AppendAllText(folder["ana.jsonl"], line);
        var e = Assert.Throws<SettingsException>(() => DecisionFiles.Load(folder.Path));
        Assert.StartsWith($"{folder["ana.jsonl"]}:2:1: this is no decision: {why}", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_that_does_not_fit_is_no_decision()
    {
        Assert.Throws<InvalidDataException>(() => Decision(SomeRecord.Of("1"), "reviewed", Replace("/cities/7/name", "Split")).Decided());
        Assert.Throws<InvalidDataException>(() => Decision(SomeRecord.Of("1"), "reviewed", Replace("/dates/0/from", "soon")).Decided());
    }

    private static Decisions Kept(params Decision[] decisions)
    {
        using var folder = new TemporaryFolder();
        foreach (var decision in decisions) DecisionFiles.Append(folder.Path, decision);
        return DecisionFiles.Load(folder.Path);
    }

    private static Decision Decision(Record shown, string status, params PatchOperation[] changes) => new("ana", At, status, [.. changes], shown);

    private static PatchOperation Replace(string path, string value) => new("replace", path, JsonSerializer.SerializeToElement(value));
}
