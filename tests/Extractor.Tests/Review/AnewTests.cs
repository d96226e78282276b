using System.Text.Json;
using Extract.Review;
using Extract.Review.Shaping;

namespace Extract.Tests.Review;

/// <summary>Rules and models say something else than they did when a person decided: the decision holds, and is asked about once.</summary>
public sealed class AnewTests
{
    private const string Text = "Seminar on bees, 3 May, Lyon, by Apis.";
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static Record Then => WordsRecord.Of("1", Text, title: "Seminar on bees").On("3 May", "2024-05-03", inferred: true).In("Lyon", "FR", 1).By("Apis").About("animals", "bees") with { Status = "needs-review" };

    private static Decision Corrected => new("ana", At, "reviewed", [new("replace", "/dates/0/from", JsonSerializer.SerializeToElement("2025-05-03")), new("replace", "/dates/0/to", JsonSerializer.SerializeToElement("2025-05-03"))], Then);

    public static TheoryData<string, string, string?> Changes => new()
    {
        { "dates", "2026-05-03", "Event date: ana decided “2025-05-03” on 2026-01-02, and the program says “2026-05-03” now. Which is right?" },
        { "dates", "2025-05-03", null },
        { "dates", "2024-05-03", null },
        { "title", "Bees", "Title: ana decided “Seminar on bees” on 2026-01-02, and the program says “Bees” now. Which is right?" },
        { "venue", "Nice", "Venue: ana decided “Lyon, FR” on 2026-01-02, and the program says “Nice, FR” now. Which is right?" },
        { "organizer", "Bombus", "Organizer: ana decided “Apis” on 2026-01-02, and the program says “Bombus” now. Which is right?" },
        { "host", "Apis", "Organizer: ana decided “Apis” on 2026-01-02, and the program says “nothing” now. Which is right?" },
        { "topic", "birds", "Topic: ana decided “animals” on 2026-01-02, and the program says “birds” now. Which is right?" },
        { "type", "course", "Type: ana decided “seminar” on 2026-01-02, and the program says “course” now. Which is right?" },
        { "mentioned", "Nice", null },
        { "confidence", "", null },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_the_program_says_anew_is_asked_and_the_decision_holds(string what, string value, string? ask)
    {
        var record = new Decisions([Corrected]).Apply(Now(what, value));
        Assert.Equal(("reviewed", new DateOnly(2025, 5, 3), "Lyon", "seminar", 2), (record.Status, record.Dates[0].From, Assert.Single(record.Cities).Name, record.EventType.Label, record.Revision));
        Assert.Equal(ask, record.Questions.FirstOrDefault()?.Ask);
        Assert.Equal(ask is not null, !new Decisions([Corrected]).Settle(Now(what, value)));
    }

    [Fact]
    public void It_is_not_asked_again_once_a_person_has_decided_on_it_and_something_newer_is()
    {
        var now = Now("dates", "2026-05-03");
        var asked = RecordJson.FromJson(RecordJson.ToJson(new Decisions([Corrected]).Apply(now)));
        var kept = new Decision("ben", At.AddDays(1), "reviewed", [], asked);
        Assert.Empty(new Decisions([Corrected, kept]).Apply(now).Questions);
        Assert.Equal("ben decided", new Decisions([Corrected, kept]).Apply(Now("dates", "2027-05-03")).Questions.Single().Ask["Event date: ".Length..][..11]);
        // Who answered something else left it open.
        var open = new Decision("ben", At.AddDays(1), "open", [new("replace", "/title", JsonSerializer.SerializeToElement("A"))], asked);
        Assert.Equal(asked.Questions[0].Ask, Assert.Single(new Decisions([Corrected, open]).Apply(now).Questions).Ask);
        // And a record that a run wrote with the question has it once.
        Assert.Single(new Decisions([Corrected]).Apply(asked).Questions);
    }

    [Fact]
    public void Each_choice_says_what_it_changes()
    {
        var asked = new Decisions([Corrected]).Apply(Now("dates", "2026-05-03"));
        var answers = Anew.Answers(asked, asked.Questions[0])!.Value;
        Assert.Empty(answers[0]);
        var answered = JsonPatch.Apply(asked, answers[1]);
        Assert.Equal((new DateOnly(2026, 5, 3), "3 May", Then.Dates[0].Start), (answered.Dates[0].From, answered.Dates[0].Text, answered.Dates[0].Start));
        Assert.Null(Anew.Answers(asked, new("/dates/0/from", "Is the year 2024?", ["2024", "2025"])));

        asked = new Decisions([Corrected]).Apply(Now("host", "Apis"));
        Assert.Empty(JsonPatch.Apply(asked, Anew.Answers(asked, asked.Questions[0])!.Value[1]).Organizations);
    }

    [Fact]
    public void Whether_a_decision_holds_for_other_words_is_answered_by_what_was_decided_or_what_the_program_says()
    {
        const string words = "Yearly seminar on bees, 3 May, 4 pm, Lyon and Nice, by Apis and Bombus.";
        var decided = Corrected with { Changes = Differences.Of(Then, Then with { Title = "Bees", Online = true, Dates = [Then.Dates[0] with { From = new(2025, 5, 3), To = new(2025, 5, 3) }], Organizations = [Then.Organizations[0] with { Name = "Apis Society", Id = "x" }], Cities = [.. Then.Cities, new CityFinding { Text = "Ulm", Name = "Ulm", Country = "DE", Role = "venue", By = "review", Start = 1, End = 4, Confidence = 1 }] }) };
        var now = WordsRecord.Of("1", words, 50, title: "Yearly seminar on bees").On("3 May", "2024-05-03", inferred: true).In("Lyon", "FR", 1).In("Nice", "FR", 2).By("Bombus", role: "mentioned").About("insects", "bees") with { Status = "needs-review" };
        var decisions = new Decisions([decided]);
        var asked = RecordJson.FromJson(RecordJson.ToJson(decisions.Apply(now)));
        var answers = decisions.Answers(asked, asked.Questions[0])!.Value;
        Assert.Empty(answers[1]);
        var kept = JsonPatch.Apply(asked, answers[0]);
        Assert.Equal((words, "Bees", true), (kept.Text, kept.Title, kept.Online));
        Assert.Equal((new DateOnly(2025, 5, 3), "3 May", true, now.Dates[0].Start), (Assert.Single(kept.Dates).From, kept.Dates[0].Text, kept.Dates[0].YearInferred, kept.Dates[0].Start));
        Assert.Equal([("Lyon", now.Cities[0].Start), ("Ulm", null)], kept.Cities.Select(city => (city.Name, city.Start)));
        Assert.Equal([("Bombus", "mentioned", now.Organizations[0].Start, null), ("Apis Society", "organizer", 50 + words.IndexOf("Apis", StringComparison.Ordinal), "x")], kept.Organizations.Select(body => (body.Name, body.Role, body.Start, body.Id)));
        Assert.Equal("insects", Assert.Single(kept.Topics).Label); // nobody changed it
        Assert.True(new Decisions([decided, new("ben", At.AddDays(1), "reviewed", answers[0], asked)]).Settle(now));
    }

    [Fact]
    public void Whether_a_rejection_a_split_or_a_merge_holds_for_other_words_has_no_choices()
    {
        var now = Then with { Text = Then.Text.Replace("bees", "wasp", StringComparison.Ordinal) };
        var merge = Merging.Of(Then, WordsRecord.Of("2", "Again 4 May.", Text.Length).On("4 May", "2024-05-04"), "", "ana", At);
        foreach (var lines in new Decision[][] { [new("ana", At, "rejected", [], Then)], [Splitting.Of(Then, [Text.IndexOf("Lyon", StringComparison.Ordinal)], "ana", At)], [.. merge] })
        {
            var asked = new Decisions(lines).Apply(now);
            Assert.Equal(("/text", 0), (asked.Questions[0].Field, asked.Questions[0].Choices.Length));
            Assert.Null(new Decisions(lines).Answers(asked, asked.Questions[0]));
        }
    }

    [Fact]
    public void A_rejection_asks_nothing_and_a_split_only_what_stands_in_its_part()
    {
        Assert.Empty(new Decisions([new("ana", At, "rejected", [], Then)]).Apply(Now("title", "Bees")).Questions);
        var split = Splitting.Of(Then, [Text.IndexOf("Lyon", StringComparison.Ordinal)], "ana", At);
        Assert.Equal(["/text"], new Decisions([split]).Apply(Now("venue", "Nice")).Questions.Select(question => question.Field));
        Assert.Equal(["/text", "/dates"], new Decisions([split]).Apply(Now("dates", "2026-05-03")).Questions.Select(question => question.Field));
        var lines = Merging.Of(Then, WordsRecord.Of("2", "Again 4 May.", Text.Length).On("4 May", "2024-05-04"), "", "ana", At);
        Assert.Equal(["/text"], new Decisions(lines).Apply(Then).Questions.Select(question => question.Field));
        Assert.Equal(["/text", "/dates"], new Decisions(lines).Apply(Now("dates", "2026-05-03")).Questions.Select(question => question.Field));
    }

    private static Record Now(string what, string value) => what switch
    {
        "dates" => Then with { Dates = [Then.Dates[0] with { From = WordsRecord.Day(value), To = WordsRecord.Day(value) }] },
        "title" => Then with { Title = value },
        "venue" => Then with { Cities = [Then.Cities[0] with { Name = value, GeonameId = 2 }] },
        "organizer" => Then with { Organizations = [Then.Organizations[0] with { Name = value }] },
        "host" => Then with { Organizations = [Then.Organizations[0] with { Role = "host" }] },
        "topic" => Then with { Topics = [Then.Topics[0] with { Label = value }] },
        "type" => Then with { EventType = Then.EventType with { Label = value } },
        "mentioned" => Then with { Cities = Then.Cities.Add(Then.Cities[0] with { Name = value, GeonameId = 2, Role = "mentioned" }) },
        _ => Then with { Confidence = 0.1, Status = "accepted", MadeBy = new("2.0.0", "other") },
    };
}
