using Extract.Review;
using Microsoft.Playwright;

namespace Extract.Tests.Review;

/// <summary>While something is on its way, waits, or was done by others: nothing is lost, doubled or taken for something else.</summary>
public sealed class ReviewPageMeanwhileTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private ReviewDesk _desk = null!;

    private IPage Page => _desk.Page;

    private ILocator Saved => Page.Locator("#saved");

    public async ValueTask InitializeAsync()
    {
        _desk = await ReviewDesk.OpenAsync(chromium, reviewer: null, name: "Ana");
        await _desk.Showing("Conference on river law");
    }

    public ValueTask DisposeAsync() => _desk is null ? ValueTask.CompletedTask : _desk.DisposeAsync();

    [Fact]
    public async Task What_was_added_before_a_split_is_there_once_after_it_is_taken_back()
    {
        await _desk.Select("Water Bureau");
        await _desk.Press("g", "Escape", "s", "ArrowDown", "Space", "Enter");
        await Assertions.Expect(Saved).ToContainTextAsync("Saved: split into");
        await Assertions.Expect(Page.Locator("#footer.busy")).ToHaveCountAsync(0);
        await _desk.Press("u");
        await Assertions.Expect(Saved).ToContainTextAsync("Undone");
        await Assertions.Expect(Page.Locator("#record .line.organizations q, #record .organizations .line q", new() { HasTextString = "Water Bureau" })).ToHaveCountAsync(1);
        await _desk.Press("a");
        await _desk.Saved("Conference on river law");
        Assert.Single(_desk.Decided(RiverLaw.Of("a")).Organizations, body => body.Name == "Water Bureau");
    }

    [Fact]
    public async Task Redoing_does_not_go_over_what_somebody_decided_meanwhile()
    {
        await _desk.Press("y", "a");
        await _desk.Showing("Seminar on lakes");
        await _desk.Press("u");
        await Assertions.Expect(Saved).ToContainTextAsync("Undone");
        DecisionFiles.Append(_desk.Site.Reviews, new("Ben", new FixedTime().GetUtcNow().AddMinutes(1), "reviewed", [new("remove", "/dates/0", null)], RiverLaw.Of("a")));
        await _desk.Press("Shift+U");
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not done");
        Assert.Equal(["1 May"], _desk.Decided(RiverLaw.Of("a")).Dates.Select(date => date.Text));
        await Assertions.Expect(Page.Locator("#meanwhile")).ToContainTextAsync("Ben accepted");
    }

    [Fact]
    public async Task Undo_waits_for_what_is_being_saved_and_what_is_typed_meanwhile_stays()
    {
        var (arrived, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        await Page.RouteAsync("**/decisions", async route =>
        {
            arrived.TrySetResult();
            await go.Task;
            await route.ContinueAsync();
        });
        await _desk.Press("y", "a");
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        await _desk.Press("u");
        await Assertions.Expect(Page.Locator("#told")).ToHaveTextAsync("Wait until it is saved.");
        await _desk.Field("/title").FillAsync("Conference on rivers");
        await _desk.Press("Enter");
        go.SetResult();
        await Assertions.Expect(Page.Locator("#footer.busy")).ToHaveCountAsync(0);
        await _desk.Showing("Conference on rivers");
        await Assertions.Expect(Saved).ToContainTextAsync("Draft kept");
        await _desk.Press("a");
        await _desk.Showing("Seminar on lakes");
        Assert.Equal(["reviewed", "reviewed"], _desk.Lines().Select(line => (string)line["status"]!));
        Assert.Equal(["replace /title Conference on rivers"], _desk.Changes());
        Assert.Equal(("Conference on rivers", new DateOnly(2019, 6, 28)), (_desk.Decided(RiverLaw.Of("a")).Title, _desk.Decided(RiverLaw.Of("a")).Dates[0].From));
    }

    [Fact]
    public async Task What_waits_for_the_server_is_sent_from_wherever_the_reviewer_is_by_then()
    {
        await RejectWithoutServerAsync();
        await _desk.Press("j");
        await _desk.Showing("Seminar on lakes");
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not saved yet");
        await Page.ReloadAsync();
        await Page.UnrouteAsync("**/decisions");
        await _desk.Saved("Conference on river law");
        Assert.Equal("rejected", _desk.Decided(RiverLaw.Of("a")).Status);
        Assert.Single(_desk.Lines());
    }

    [Fact]
    public async Task What_waits_is_not_sent_once_it_is_undone()
    {
        await RejectWithoutServerAsync();
        await _desk.Press("u");
        await Assertions.Expect(Page.Locator("#fault")).ToHaveTextAsync("");
        await Page.UnrouteAsync("**/decisions");
        await _desk.Press("j");
        await _desk.Showing("Seminar on lakes");
        await _desk.Press("a");
        await _desk.Saved("Seminar on lakes");
        Assert.Equal("needs-review", _desk.Decided(RiverLaw.Of("a")).Status);
    }

    [Fact]
    public async Task A_number_answers_the_question_once_the_roles_are_gone()
    {
        await _desk.Press("v", "v", "v", "r");
        await Assertions.Expect(Page.Locator(".roles")).ToBeVisibleAsync();
        await _desk.Press("y", "2");
        await Assertions.Expect(_desk.Field("/dates/0/from")).ToHaveValueAsync("2019-06-28");
        await Assertions.Expect(_desk.Field("/cities/0/role")).ToHaveValueAsync("venue");
    }

    [Fact]
    public async Task A_draft_goes_on_with_the_record_that_a_run_has_made_anew()
    {
        await _desk.Press("y");
        await _desk.Select("Water Bureau");
        await _desk.Press("g", "Escape");
        await Assertions.Expect(Saved).ToContainTextAsync("Draft kept");
        var then = RiverLaw.Of("a");
        ReviewSite.Write(_desk.Site.Folder, [then with { Dates = [.. then.Dates.Reverse()], Cities = [then.Cities[0]] }, RiverLaw.After("b")]);
        await Assertions.Expect(Page.Locator("#saved")).ToContainTextAsync("Draft kept");
        await ReadAgainAsync();
        await Assertions.Expect(Page.Locator("#meanwhile")).ToContainTextAsync("A run has made the record anew.");
        await Assertions.Expect(_desk.Field("/dates/1/from")).ToHaveValueAsync("2019-06-28");
        await _desk.Press("a");
        await _desk.Saved("Conference on river law");
        var decided = _desk.Decided(then);
        Assert.Equal((new DateOnly(2019, 6, 28), 1), (decided.Dates.Single(date => date.Text == "28-29 June").From!.Value, decided.Organizations.Count(body => body.Name == "Water Bureau")));
    }

    [Fact]
    public async Task The_last_record_is_let_go()
    {
        await _desk.Press("a");
        await _desk.Showing("Seminar on lakes");
        await Page.GotoAsync(_desk.Site.Address + "/?q=nowhere");
        await _desk.Showing("No record is left here.");
        await Page.GotoAsync(_desk.Site.Address + "/");
        await _desk.Showing("Seminar on lakes");
        await _desk.Press("a");
        await _desk.Showing("Nothing waits for review.");
        Assert.Null((await _desk.Site.Get("/records/b", "Ben"))["claim"]);
    }

    /// <summary>Another server under the same address gives pages another token.</summary>
    [Fact]
    public async Task What_is_decided_reaches_a_server_that_was_started_again()
    {
        var isFirst = true;
        await Page.RouteAsync(_desk.Site.Address + "/", async route =>
        {
            if (!isFirst) { await route.ContinueAsync(); return; }
            isFirst = false;
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = System.Text.RegularExpressions.Regex.Replace(await answer.TextAsync(), "content=\"[0-9a-f]{32}\"", $"content=\"{new string('0', 32)}\"") });
        });
        await Page.GotoAsync(_desk.Site.Address + "/");
        await _desk.Showing("Conference on river law");
        Assert.False(isFirst);
        await _desk.Press("x");
        await _desk.Saved("Conference on river law");
        Assert.Equal("rejected", _desk.Decided(RiverLaw.Of("a")).Status);
    }

    [Fact]
    public async Task Nothing_is_chosen_in_the_record_that_follows()
    {
        await _desk.Press("v", "a");
        await _desk.Showing("Seminar on lakes");
        await _desk.Press("Delete");
        await Assertions.Expect(Page.Locator("#told")).ToContainTextAsync("Choose a value first");
        await Assertions.Expect(Page.Locator("#record .gone")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_topic_that_is_none_is_not_lost_by_accepting()
    {
        await _desk.Press("t");
        await Page.Keyboard.TypeAsync("zzz");
        await _desk.Press("Control+Enter");
        await Assertions.Expect(Page.Locator("#fault")).ToContainTextAsync("There is no topic “zzz”");
        Assert.Empty(_desk.Lines());
        await _desk.Press("t", "Escape", "a");
        await _desk.Saved("Conference on river law");
    }

    [Fact]
    public async Task Nobody_puts_aside_what_is_settled()
    {
        await _desk.Press("x");
        await _desk.Showing("Seminar on lakes");
        await Page.GotoAsync(_desk.Site.Address + "/?view=all&id=a");
        await _desk.Showing("Conference on river law");
        await _desk.Press("n");
        await Assertions.Expect(Page.Locator("#fault")).ToContainTextAsync("This record is settled.");
        Assert.Single(_desk.Lines());
    }

    // The server has gone; what is decided waits.
    private async Task RejectWithoutServerAsync()
    {
        await Page.RouteAsync("**/decisions", route => route.AbortAsync());
        await _desk.Press("x");
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not saved yet");
    }

    // As soon as the server has what a run has written.
    private async Task ReadAgainAsync()
    {
        for (var i = 0; !await IsReadAsync(); i++)
        {
            Assert.True(i < 200, "what the run has written is not read");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        await Page.ReloadAsync();
        await _desk.Showing("Conference on river law");
    }

    // There is no record while the index is made anew.
    private async Task<bool> IsReadAsync()
    {
        await ReviewSite.IndexedAsync(_desk.Site.Client);
        try
        {
            return (await _desk.Site.Get("/records/a", "Ana"))["record"]!["cities"]!.AsArray().Count == 1;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
