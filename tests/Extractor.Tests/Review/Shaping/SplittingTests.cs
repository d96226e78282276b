using Extract.Review;
using Extract.Review.Shaping;

namespace Extract.Tests.Review.Shaping;

/// <summary>One record that was two, and two that were one.</summary>
public sealed class SplittingTests
{
    private const string Bees = "Seminar on bees, 3 May 2024, Lyon, by Apis.";
    private const string Ants = "Workshop on ants\n4 June 2024, Lyon and Nice.";
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static Record Whole(int start = 0) => WordsRecord.Of("w", Bees + "\n\n" + Ants, start, title: "Seminar on bees")
        .On("3 May 2024", "2024-05-03").On("4 June 2024", "2024-06-04").In("Lyon", "FR", 1).In("Nice", "FR", 2).In("Paris", "FR", 3, "mentioned").By("Apis").About("animals", "bees", "ants").About("insects")
        .Asking("/dates/1/from").Asking("/dates").Asking("/cities/1/geonameId").Asking("/eventType");

    private static int Cut(Record whole) => whole.Start + whole.Text.IndexOf("Workshop", StringComparison.Ordinal);

    [Fact]
    public void Each_value_goes_to_the_part_in_which_it_stands()
    {
        var whole = Whole(100);
        var decisions = new Decisions([Splitting.Of(whole, [Cut(whole)], "ana", At)]);
        var parts = decisions.ApplyAll(whole).ToArray();
        Assert.Equal([Bees, Ants], parts.Select(part => part.Text));
        Assert.Equal([(100, 100 + Bees.Length), (Cut(whole), whole.End)], parts.Select(part => (part.Start, part.End)));
        Assert.Equal(["3 May 2024", "4 June 2024"], parts.Select(part => Assert.Single(part.Dates).Text));
        Assert.Equal([["Lyon", "Paris"], ["Lyon", "Nice", "Paris"]], parts.Select(part => part.Cities.Select(city => city.Name).ToArray()));
        Assert.Equal([1, 0], parts.Select(part => part.Organizations.Length));
        Assert.Equal([["animals", "insects"], ["animals", "insects"]], parts.Select(part => part.Topics.Select(topic => topic.Label).ToArray()));
        Assert.Equal(["bees", "ants"], parts.Select(part => part.Text[(part.Topics[0].Evidence[0][0] - part.Start)..(part.Topics[0].Evidence[0][1] - part.Start)]));
        Assert.All(parts, part => Assert.All(part.Cities.Where(city => city.Start is not null), city => Assert.Equal(city.Text, part.Text[(city.Start!.Value - part.Start)..(city.End!.Value - part.Start)])));
        Assert.All(parts, part => Assert.All(part.Cities, city => Assert.Null(city.Also)));
    }

    [Fact]
    public void Titles_questions_and_ids_are_those_of_the_parts()
    {
        var whole = Whole();
        var parts = new Decisions([Splitting.Of(whole, [Cut(whole)], "ana", At)]).ApplyAll(whole).ToArray();
        Assert.Equal(["Seminar on bees", "Workshop on ants"], parts.Select(part => part.Title));
        Assert.Equal([["/eventType", "/text"], ["/dates/0/from", "/cities/1/geonameId", "/eventType", "/text"]], parts.Select(part => part.Questions.Select(question => question.Field).ToArray()));
        Assert.All(parts, part => Assert.Equal(("needs-review", "ana"), (part.Status, part.Review!.By)));
        Assert.Equal((2, 1), (parts[0].Revision, parts[1].Revision));
        Assert.Equal("w", parts[0].Id);
        var again = Splitting.Of(Whole(7), [Cut(Whole(7))], "ben", At.AddDays(1));
        Assert.Equal((parts[1].Id, 24), (Assert.Single(again.Made).Id, parts[1].Id.Length));
        Assert.NotEqual(parts[1].Id, Assert.Single(Splitting.Of(whole, [Cut(whole) - 10], "ana", At).Made).Id);
    }

    [Fact]
    public void A_part_is_decided_on_and_moves_with_its_document()
    {
        var whole = Whole();
        var split = Splitting.Of(whole, [Cut(whole)], "ana", At);
        var shown = RecordJson.FromJson(RecordJson.ToJson(split.Made[0]));
        var first = new Decisions([split]).Apply(whole);
        Decision[] decided = [split, new("ana", At.AddMinutes(1), "reviewed", [new("remove", "/cities/2", null)], shown), new("ana", At.AddMinutes(2), "rejected", [], first)];
        var parts = new Decisions(decided).ApplyAll(Whole(30)).ToArray();
        Assert.Equal([("rejected", 3, 30), ("reviewed", 2, 30 + Cut(whole))], parts.Select(part => (part.Status, part.Revision, part.Start)));
        Assert.Equal(["Lyon", "Nice"], parts[1].Cities.Select(city => city.Name));
        Assert.Equal(30 + whole.Text.IndexOf("Nice", StringComparison.Ordinal), parts[1].Cities[1].Start);

        // One of the parts was decided on after the document had moved, and then it moved again.
        var moved = new Decisions([split]).Apply(Whole(30));
        parts = [.. new Decisions([split, new("ana", At.AddMinutes(1), "reviewed", [], RecordJson.FromJson(RecordJson.ToJson(moved)))]).ApplyAll(Whole(40))];
        Assert.Equal([(40, "Seminar on bees"), (40 + Cut(whole), "Workshop on ants")], parts.Select(part => (part.Start, part.Title)));
    }

    [Fact]
    public void A_part_that_is_settled_unchanged_within_the_second_of_its_split_is_settled()
    {
        var whole = Whole();
        var split = Splitting.Of(whole, [Cut(whole)], "ana", At);
        var shown = RecordJson.FromJson(RecordJson.ToJson(split.Made[0]));
        foreach (var status in new[] { "reviewed", "rejected" })
        {
            var decisions = new Decisions([split, new("ana", At.AddMilliseconds(300), status, [], shown)]);
            Assert.Equal((status, 2), (decisions.Apply(shown).Status, decisions.Apply(shown).Revision));
            Assert.Equal(status, decisions.ApplyAll(whole).Last().Status);
            Assert.True(decisions.Settle(RecordJson.FromJson(RecordJson.ToJson(decisions.Apply(shown)))));
        }
    }

    [Fact]
    public void What_is_split_off_where_a_decision_stands_on_the_part_is_another_record()
    {
        var whole = Whole();
        var (first, second) = (Splitting.Of(whole, [Cut(whole)], "ana", At).Made[0].Id, Splitting.Of(whole, [Cut(whole)], "ana", At, id => id == Splitting.Of(whole, [Cut(whole)], "ana", At).Made[0].Id).Made[0].Id);
        Assert.NotEqual(first, second);
        Assert.NotEqual(second, Splitting.Of(whole, [Cut(whole)], "ana", At, id => id == first || id == second).Made[0].Id);
        Assert.Equal(second, Splitting.Of(Whole(7), [Cut(Whole(7))], "ben", At, id => id == first).Made[0].Id);
    }

    [Fact]
    public void A_split_that_was_taken_back_leaves_the_whole_and_no_part()
    {
        var whole = Whole();
        var split = Splitting.Of(whole, [Cut(whole)], "ana", At);
        var standing = new Decisions([split]);
        var undone = new Decisions([split, Decision.Undoing(split.Id, "ana", At.AddMinutes(1))]);
        Assert.Equal([split.Made[0].Id], standing.Made.Select(made => made.Id));
        Assert.Equal(["w"], standing.Split);
        Assert.False(standing.IsGone(split.Made[0].Id));
        Assert.Empty(undone.Made);
        Assert.Empty(undone.Split);
        Assert.True(undone.IsGone(split.Made[0].Id));
        // What a run wrote between the two is the first part: the whole is in the decision.
        var written = RecordJson.FromJson(RecordJson.ToJson(standing.Apply(whole)));
        Assert.Equal((whole.Text, whole.Title, 3), (Assert.Single(undone.ApplyAll(written)).Text, undone.Apply(written).Title, undone.Apply(written).Revision));
        Assert.Equal((Bees, 2), (standing.Apply(written).Text, standing.ApplyAll(written).Count()));
    }

    [Fact]
    public void A_split_holds_as_long_as_the_text_is_the_one_that_was_split()
    {
        var whole = Whole();
        var other = whole with { Text = whole.Text.Replace("bees", "wasp", StringComparison.Ordinal) };
        var record = Assert.Single(new Decisions([Splitting.Of(whole, [Cut(whole)], "ana", At)]).ApplyAll(other));
        Assert.Equal((other.Text, "/text"), (record.Text, record.Questions[0].Field));
    }

    [Theory]
    [InlineData("3 May 2024", 2, "The cut goes through “3 May 2024”")]
    [InlineData("Seminar", 0, "A cut is not inside")]
    [InlineData("\n\nWorkshop", 0, null)]
    public void A_cut_that_cannot_be_is_told(string words, int further, string? why)
    {
        var whole = Whole();
        var at = whole.Text.IndexOf(words, StringComparison.Ordinal) + further;
        if (why is null) Assert.Equal(Ants, Splitting.Of(whole, [at], "ana", At).Made[0].Text);
        else Assert.StartsWith(why, Assert.Throws<InvalidDataException>(() => Splitting.Of(whole, [at], "ana", At)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => Splitting.Of(whole, [Cut(whole) - 2, Cut(whole)], "ana", At));
    }

    [Fact]
    public void A_first_line_that_is_a_paragraph_gives_its_first_clause()
    {
        Assert.Equal("Workshop on ants", Titles.Of("Workshop on ants: " + new string('x', 200)));
        Assert.Equal("ants and", Titles.Of("ants and " + new string('x', 200)));
        Assert.Equal(140, Titles.Of(new string('x', 200)).Length);
    }

    [Fact]
    public void Merged_records_are_one_with_one_entry_a_value()
    {
        var (bees, ants) = (WordsRecord.Of("b", Bees, 10, title: "Seminar on bees").On("3 May 2024", "2024-05-03").In("Lyon", "FR", 1, "mentioned").By("Apis").About("animals", "bees").Asking("/cities/0/geonameId").Asking("/cities"),
            WordsRecord.Of("a", Ants, 12 + Bees.Length).On("4 June 2024", "2024-06-04").In("Nice", "FR", 2).In("Lyon", "FR", 1).By("Apis").About("animals", "ants").Asking("/cities/1/country").Asking("/dates/0/from"));
        var lines = Merging.Of(ants, bees, "\n\n", "ana", At);
        Assert.Equal((lines[0].Batch, "b"), (lines[1].Batch, lines[1].Into));
        var decisions = new Decisions(lines);
        var merged = Assert.Single(decisions.ApplyAll(bees));
        Assert.Equal((Bees + "\n\n" + Ants, 10, ants.End, "Seminar on bees", "needs-review"), (merged.Text, merged.Start, merged.End, merged.Title, merged.Status));
        Assert.Equal([("Lyon", "venue", 1), ("Nice", "venue", 0)], merged.Cities.Select(city => (city.Name, city.Role, city.Also?.Length ?? 0)));
        Assert.Equal(["bees", "ants"], Assert.Single(merged.Topics).Evidence.Select(place => merged.Text[(place[0] - 10)..(place[1] - 10)]));
        Assert.Single(merged.Organizations);
        Assert.Equal(["/cities/0/geonameId", "/cities/0/country", "/dates/1/from", "/text"], merged.Questions.Select(question => question.Field));
        Assert.Equal("rejected", decisions.Apply(ants).Status);
        Assert.Empty(decisions.Decided);
        var undone = new Decisions([.. lines, Decision.Undoing(lines[0].Batch!, "ana", At)]);
        Assert.Equal((Bees, "needs-review"), (undone.Apply(bees).Text, undone.Apply(ants).Status));
        Assert.Throws<InvalidDataException>(() => Merging.Of(bees, ants, "", "ana", At));
        Assert.Throws<InvalidDataException>(() => Merging.Of(bees, ants with { Source = SomeRecord.SourceOf("x") }, "\n\n", "ana", At));
    }

    [Fact]
    public void Differences_make_the_one_of_the_other()
    {
        var (whole, other) = (Whole(), Whole(3).On("Lyon", "2024-01-01") with { Cities = [], Online = true, Questions = [], Title = "x" });
        foreach (var (from, to) in new[] { (whole, other), (other, whole), (whole, Splitting.Of(whole, [Cut(whole)], "ana", At).Made[0]) })
            Assert.Empty(Differences.Of(JsonPatch.Apply(from, Differences.Of(from, to)), to));
        Assert.Equal(["remove /dates/0"], Differences.Of(whole, whole with { Dates = whole.Dates.RemoveAt(0) }).Select(change => $"{change.Op} {change.Path}"));
        Assert.Equal(["replace /dates/1/role"], Differences.Of(whole, whole with { Dates = whole.Dates.SetItem(1, whole.Dates[1] with { Role = "other" }) }).Select(change => $"{change.Op} {change.Path}"));
    }
}
