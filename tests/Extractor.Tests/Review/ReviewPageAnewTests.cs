using Microsoft.Playwright;

namespace Extract.Tests.Review;

/// <summary>A later run says something else than a person decided: the page shows both, and a key takes one.</summary>
public sealed class ReviewPageAnewTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private const string Asked = "Ana decided “2019-06-28..2019-06-29” on 2026-11-26, and the program says “2020-06-28..2020-06-29” now. Which is right?";

    private ReviewDesk _desk = null!;

    private static Record Later => RiverLaw.Of("a") is var then
        ? then with { Dates = [then.Dates[0] with { From = new(2020, 6, 28), To = new(2020, 6, 29) }, then.Dates[1] with { From = new(2020, 5, 1), To = new(2020, 5, 1) }] }
        : then;

    private Record Decided => _desk.Decided(Later);

    public async ValueTask InitializeAsync()
    {
        _desk = await ReviewDesk.OpenAsync(chromium, [RiverLaw.Of("a")]);
        await _desk.Showing("Conference on river law");
        await _desk.Press("y", "a");
        await _desk.Saved("Conference on river law");
    }

    public ValueTask DisposeAsync() => _desk is null ? ValueTask.CompletedTask : _desk.DisposeAsync();

    [Fact]
    public async Task Both_are_shown_and_what_was_decided_may_stay()
    {
        await RunAgainAsync(Later);
        await Assertions.Expect(_desk.Page.Locator("#questions")).ToContainTextAsync(Asked);
        await Assertions.Expect(_desk.Field("/dates/0/from")).ToHaveValueAsync("2019-06-28");
        await ReviewPageAccessTests.Sound(_desk.Page);
        await AnswerAsync("2019-06-28..2019-06-29", "2018-05-01");
        await _desk.Press("a");
        await _desk.Saved("Conference on river law");
        Assert.Empty(_desk.Changes());
        Assert.Equal((new DateOnly(2019, 6, 28), new DateOnly(2018, 5, 1), "reviewed", 0), (Decided.Dates[0].From, Decided.Dates[1].From, Decided.Status, Decided.Questions.Length));
        await _desk.Showing("No record is left here.");
    }

    /// <summary>Each question is of one role: an answer to one leaves the answer to the other, and another answer takes its place.</summary>
    [Fact]
    public async Task What_the_program_says_now_may_be_taken()
    {
        await RunAgainAsync(Later);
        await AnswerAsync("2020-06-28..2020-06-29", "2020-05-01");
        await Assertions.Expect(_desk.Field("/dates/0/to")).ToHaveValueAsync("2020-06-29");
        await AnswerAsync("2019-06-28..2019-06-29");
        await Assertions.Expect(_desk.Field("/dates/0/to")).ToHaveValueAsync("2019-06-29");
        await Assertions.Expect(_desk.Field("/dates/1/from")).ToHaveValueAsync("2020-05-01");
        await AnswerAsync("2020-06-28..2020-06-29");
        await _desk.Press("a");
        await _desk.Saved("Conference on river law");
        Assert.Equal((new DateOnly(2020, 6, 28), new DateOnly(2020, 5, 1), "reviewed", 0), (Decided.Dates[0].From, Decided.Dates[1].From, Decided.Status, Decided.Questions.Length));
    }

    /// <summary>A run writes the record as it was decided, and the question: what the program says now stands in its words alone.</summary>
    [Fact]
    public async Task It_may_be_taken_from_what_a_run_has_written()
    {
        await RunAgainAsync(_desk.Decided(Later with { Cities = [Later.Cities[0] with { Name = "Pula", Text = "Osijek", GeonameId = 2 }] }));
        await AnswerAsync("2020-06-28..2020-06-29", "Pula, HR");
        await _desk.Press("a");
        await _desk.Saved("Conference on river law");
        var decided = _desk.Decided(Later);
        Assert.Equal((new DateOnly(2020, 6, 28), new DateOnly(2018, 5, 1)), (decided.Dates[0].From, decided.Dates[1].From));
        Assert.Equal(["Pula"], decided.Cities.Where(city => city.Role == "venue").Select(city => city.Name));
    }

    /// <summary>Another text: the form begins with what people changed, all else is as the text says now; who accepts lets the decision hold.</summary>
    [Fact]
    public async Task What_was_decided_holds_for_a_changed_text_unless_the_reviewer_says_otherwise()
    {
        var then = RiverLaw.Of("a");
        var now = then with { Text = then.Text.Replace("1 May", "2 May", StringComparison.Ordinal), Dates = [then.Dates[0], then.Dates[1] with { Text = "2 May", From = new(2018, 5, 2), To = new(2018, 5, 2) }] };
        await RunAgainAsync(now);
        await Assertions.Expect(_desk.Page.Locator("#questions")).ToContainTextAsync("yes: what Ana decided");
        await Assertions.Expect(_desk.Field("/dates/0/from")).ToHaveValueAsync("2019-06-28");
        await Assertions.Expect(_desk.Field("/dates/1/from")).ToHaveValueAsync("2018-05-02");
        await AnswerAsync("no: what the program says now");
        await Assertions.Expect(_desk.Field("/dates/0/from")).ToHaveValueAsync("2018-06-28");
        await AnswerAsync("yes: what Ana decided");
        await _desk.Press("a");
        await _desk.Saved("Conference on river law");
        var decided = _desk.Decided(now);
        Assert.Equal(("reviewed", new DateOnly(2019, 6, 28), new DateOnly(2018, 5, 2)), (decided.Status, decided.Dates[0].From, decided.Dates[1].From));
    }

    // As a later run leaves the folder; then the reviewer looks at what is asked anew.
    private async Task RunAgainAsync(Record record)
    {
        ReviewSite.Write(_desk.Site.Folder, [record]);
        for (var i = 0; (int)(await _desk.Site.Get("/queue?view=again&limit=1", "Ana"))["total"]! == 0; i++)
        {
            Assert.True(i < 200, "nothing is asked anew");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        await _desk.Page.GotoAsync(_desk.Site.Address + "/?view=again");
        await _desk.Showing("Conference on river law");
    }

    // By the keys that stand on the choices.
    private async Task AnswerAsync(params string[] choices)
    {
        foreach (var choice in choices) await _desk.Press((await _desk.Page.Locator("#questions button", new() { HasTextString = choice }).Locator("kbd").TextContentAsync())!);
    }
}
