using System.Text.Json;
using Extract.Review;

namespace Extract.Tests.Review;

/// <summary>What holds of the decisions on a record: what was taken back, left open, could not be told.</summary>
public sealed class DecisionFoldTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void What_was_taken_back_holds_no_more_and_the_one_before_it_does()
    {
        var shown = DoubtfulRecord.Of("1");
        var (first, second) = (Made(shown, "reviewed", 0, Replace("/title", "A")), Made(shown, "rejected", 1));
        var decisions = Kept(first, second, Decision.Undoing(second.Id, "ben", At.AddMinutes(2)));
        Assert.Equal(("A", "reviewed", 4), (decisions.Apply(shown).Title, decisions.Apply(shown).Status, decisions.Apply(shown).Revision));
        Assert.Equal([false, true, false], decisions.History("1").Select(decisions.IsUndone));
        Assert.Equal(first.Id, decisions.Holding("1")!.Id);
    }

    [Fact]
    public void A_record_of_which_all_was_taken_back_is_as_the_program_made_it_and_what_was_done_is_counted()
    {
        var shown = DoubtfulRecord.Of("1");
        var only = Made(shown, "reviewed", 0, Replace("/title", "A"));
        var decisions = Kept(only, Decision.Undoing(only.Id, "ana", At.AddMinutes(1)));
        Assert.Equal(("Open day", "needs-review", 3), (decisions.Apply(shown).Title, decisions.Apply(shown).Status, decisions.Apply(shown).Revision));
        Assert.Empty(decisions.Records);
        Assert.Empty(decisions.Decided);
        Assert.False(decisions.Holds("1"));
        // A run between the two wrote it as decided: the record of the program is in the decision.
        Assert.Equal(("Open day", "needs-review"), (decisions.Apply(Kept(only).Apply(shown)).Title, decisions.Apply(Kept(only).Apply(shown)).Status));
    }

    [Fact]
    public void A_batch_is_taken_back_by_one_line()
    {
        var batch = Decision.NewId();
        var all = new[] { "1", "2", "3" }.Select(id => Made(DoubtfulRecord.Of(id), "open", 0, Replace("/title", "A")) with { Batch = batch }).ToArray();
        var decisions = Kept([.. all, Made(DoubtfulRecord.Of("4"), "rejected", 1), Decision.Undoing(batch, "ana", At.AddMinutes(2))]);
        Assert.Equal(["4"], decisions.Records);
        Assert.All(all, one => Assert.Equal(("Open day", 3), (decisions.Apply(one.Record!).Title, decisions.Apply(one.Record!).Revision)));
    }

    [Fact]
    public void What_leaves_a_record_open_answers_the_questions_of_its_fields_and_no_others()
    {
        var shown = DoubtfulRecord.Of("1") with { Questions = [new("/dates/0/from", "Is the year 2024?", []), new("/cities/0/geonameId", "Which Lyon?", [])] };
        var open = Kept(Made(shown, "open", 0, Replace("/dates/0/from", "2025-05-03"), Replace("/dates/0/to", "2025-05-03"))).Apply(shown);
        Assert.Equal(("needs-review", "/cities/0/geonameId"), (open.Status, Assert.Single(open.Questions).Field));
        Assert.Equal(new DateOnly(2025, 5, 3), open.Dates[0].From);
        var settled = Kept(Made(open, "open", 1, Replace("/cities/0/geonameId", 7))).Apply(shown);
        Assert.Equal(("reviewed", 2025), (settled.Status, settled.Dates[0].From!.Value.Year));
    }

    [Theory]
    [InlineData("remove", "/dates/0", "/dates/0/from")]
    [InlineData("add", "/dates/0", "/dates/2/from")]
    [InlineData("add", "/dates/-", "/dates/1/from")]
    [InlineData("remove", "/cities/0", "/dates/1/from")]
    [InlineData("remove", "/dates/1", null)]
    [InlineData("replace", "/dates/1/from", null)]
    [InlineData("replace", "/dates", null)]
    [InlineData("replace", "/dates/1/role", "/dates/1/from")]
    public void A_question_follows_its_value(string operation, string path, string? left)
    {
        var shown = DoubtfulRecord.Of("1");
        shown = shown with { Dates = [shown.Dates[0], shown.Dates[0]], Questions = [new("/dates/1/from", "Is the year 2024?", [])] };
        var date = JsonSerializer.SerializeToElement(JsonDocument.Parse(RecordJson.ToJson(shown)).RootElement.GetProperty("dates")[0]);
        JsonElement? value = operation == "remove" ? null
            : path is "/dates" ? JsonSerializer.SerializeToElement(new[] { date }) : operation == "add" ? date : JsonSerializer.SerializeToElement(path.EndsWith("role", StringComparison.Ordinal) ? "other" : "2024-05-04");
        Assert.Equal(left, Made(shown, "open", 0, new PatchOperation(operation, path, value)).Decided().Questions.SingleOrDefault()?.Field);
    }

    [Fact]
    public void Who_cannot_tell_changes_nothing_and_takes_no_decision_away()
    {
        var shown = DoubtfulRecord.Of("1");
        var decisions = Kept(Made(shown, "unsure", 1) with { Note = "two years are possible" });
        Assert.Equal(("needs-review", "Open day", 2), (decisions.Apply(shown).Status, decisions.Apply(shown).Title, decisions.Apply(shown).Revision));
        Assert.Null(decisions.Holding("1"));
        Assert.Equal("two years are possible", Assert.Single(decisions.History("1")).Note);
        Assert.Equal("rejected", Kept(Made(shown, "rejected", 0), Made(shown, "unsure", 1)).Apply(shown).Status);
    }

    [Fact]
    public void A_record_that_a_run_wrote_as_decided_takes_the_next_decision()
    {
        var made = DoubtfulRecord.Of("1");
        var first = Made(made, "open", 0, Replace("/cities/0/name", "Lyons"));
        var written = RecordJson.FromJson(RecordJson.ToJson(Kept(first).Apply(made)));
        var decisions = Kept(first, Made(written, "reviewed", 1, Replace("/title", "B")));
        foreach (var record in new[] { made, written, decisions.Apply(made) })
            Assert.Equal(("B", "Lyons", "reviewed", 3), (decisions.Apply(record).Title, decisions.Apply(record).Cities[0].Name, decisions.Apply(record).Status, decisions.Apply(record).Revision));
        Assert.Equal([decisions.Holding("1")!.Id], decisions.BuiltOn(first.Id).Select(decision => decision.Id));
        Assert.Empty(decisions.BuiltOn(decisions.Holding("1")!.Id));
        Assert.Equal(("Open day", "Lyon", null), (decisions.Base(written).Title, decisions.Base(written).Cities[0].Name, decisions.Base(written).Review));
    }

    [Fact]
    public void Only_what_a_person_has_settled_teaches()
    {
        var decisions = Kept(Made(DoubtfulRecord.Of("1"), "open", 0, Replace("/dates/0/from", "2024-05-03")), Made(DoubtfulRecord.Of("2"), "rejected", 0) with { Into = "1" },
            Made(DoubtfulRecord.Of("3"), "reviewed", 0), Made(DoubtfulRecord.Of("4"), "rejected", 0), Made(DoubtfulRecord.Of("5"), "unsure", 0));
        Assert.Equal("reviewed", decisions.Apply(DoubtfulRecord.Of("1")).Status);
        Assert.Equal(["3", "4"], decisions.Decided.Select(record => record.Id));
    }

    [Fact]
    public void A_line_of_an_older_version_is_read_and_has_a_name()
    {
        var line = "{\"by\":\"ana\",\"at\":\"2026-01-02T03:04:05Z\",\"status\":\"rejected\",\"changes\":[],\"record\":" + RecordJson.ToJson(DoubtfulRecord.Of("1")) + "}";
        var (once, again) = (DecisionJson.FromLine(line), DecisionJson.FromLine(line));
        Assert.Equal((once.Id, 18), (again.Id, once.Id.Length));
        Assert.NotEqual(once.Id, DecisionJson.FromLine(line.Replace("05Z", "06Z", StringComparison.Ordinal)).Id);
    }

    [Fact]
    public void All_of_a_decision_comes_back_from_its_line()
    {
        var decision = Made(DoubtfulRecord.Of("1"), "open", 0, Replace("/title", "A")) with { At = At.AddMilliseconds(7), Note = "n", Batch = "b", Made = [DoubtfulRecord.Of("2")], Into = "3", Undoes = "4" };
        var back = DecisionJson.FromLine(DecisionJson.ToLine(decision));
        Assert.Equal((decision.Id, decision.At, "n", "b", "2", "3", "4"), (back.Id, back.At, back.Note, back.Batch, Assert.Single(back.Made).Id, back.Into, back.Undoes));
        Assert.Null(DecisionJson.FromLine(DecisionJson.ToLine(Decision.Undoing("x", "ana", At))).Record);
    }

    private static Decisions Kept(params Decision[] decisions)
    {
        using var folder = new TemporaryFolder();
        foreach (var group in decisions.GroupBy(decision => decision.By)) DecisionFiles.AppendAll(folder.Path, [.. group]);
        return DecisionFiles.Load(folder.Path);
    }

    private static Decision Made(Record shown, string status, int minute, params PatchOperation[] changes) => new("ana", At.AddMinutes(minute), status, [.. changes], shown);

    private static PatchOperation Replace<T>(string path, T value) => new("replace", path, JsonSerializer.SerializeToElement(value));
}
