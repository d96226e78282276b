using Extract.Review;
using Microsoft.Playwright;

namespace Extract.Tests.Review;

/// <summary>Nothing is lost: undo and redo over all records, drafts, a server that goes and comes back, a decision of somebody else meanwhile.</summary>
public sealed class ReviewPageKeepingTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private ReviewDesk _desk = null!;

    private IPage Page => _desk.Page;

    public async ValueTask InitializeAsync()
    {
        _desk = await ReviewDesk.OpenAsync(chromium, reviewer: null);
        await Page.Locator("#name").FillAsync("Ana");
        await _desk.Press("Enter");
        await _desk.Showing("Conference on river law");
    }

    public ValueTask DisposeAsync() => _desk is null ? ValueTask.CompletedTask : _desk.DisposeAsync();

    [Fact]
    public async Task The_name_is_asked_once()
    {
        await Page.ReloadAsync();
        await _desk.Showing("Conference on river law");
        await Assertions.Expect(Page.Locator("#reviewer")).ToHaveTextAsync("Ana");
        await _desk.Press("a");
        await _desk.Saved("Conference on river law");
        Assert.Equal("Ana", (string)_desk.Lines()[0]["by"]!);
    }

    [Fact]
    public async Task Corrections_and_decisions_are_undone_and_redone_over_records()
    {
        await _desk.Press("y", "a");
        await _desk.Showing("Seminar on lakes");
        await _desk.Press("y");
        await Assertions.Expect(_desk.Field("/dates/0/from")).ToHaveValueAsync("2019-07-05");
        await _desk.Press("u");
        await Assertions.Expect(_desk.Field("/dates/0/from")).ToHaveValueAsync("2018-07-05");
        await _desk.Press("u");
        await _desk.Showing("Conference on river law");
        await Assertions.Expect(_desk.Field("/dates/0/from")).ToHaveValueAsync("2019-06-28");
        Assert.Equal(["reviewed", "undone"], _desk.Lines().Select(line => (string)line["status"]!));
        await _desk.Press("u");
        await Assertions.Expect(_desk.Field("/dates/0/from")).ToHaveValueAsync("2018-06-28");
        await _desk.Press("Shift+U", "Shift+U");
        await Assertions.Expect(Page.Locator("#saved")).ToHaveTextAsync("Saved again: Conference on river law");
        Assert.Equal(new DateOnly(2019, 6, 28), _desk.Decided(RiverLaw.Of("a")).Dates[0].From);
        Assert.Equal("reviewed", _desk.Decided(RiverLaw.Of("a")).Status);
    }

    [Fact]
    public async Task A_draft_outlives_the_page_and_is_never_called_saved()
    {
        await _desk.Press("y");
        await Assertions.Expect(Page.Locator("#saved")).ToHaveTextAsync("Draft kept on this machine, not saved yet");
        await Page.ReloadAsync();
        await _desk.Showing("Conference on river law");
        await Assertions.Expect(_desk.Field("/dates/0/from")).ToHaveValueAsync("2019-06-28");
        await Assertions.Expect(Page.Locator("#meanwhile")).ToContainTextAsync("Your draft of before");
        await Assertions.Expect(Page.Locator("#saved")).Not.ToContainTextAsync("Saved");
        Assert.Empty(_desk.Lines());
    }

    [Fact]
    public async Task A_server_that_has_gone_is_told_and_what_was_decided_is_sent_when_it_is_back()
    {
        await _desk.Press("y");
        await Page.RouteAsync("**/decisions", route => route.AbortAsync());
        await _desk.Press("a");
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not saved yet: “extract review” does not answer.");
        await Assertions.Expect(Page.Locator("#saved")).Not.ToContainTextAsync("Saved");
        await Page.UnrouteAsync("**/decisions");
        await _desk.Saved("Conference on river law");
        Assert.Equal(new DateOnly(2019, 6, 28), _desk.Decided(RiverLaw.Of("a")).Dates[0].From);
        await Assertions.Expect(Page.Locator("#fault")).ToHaveTextAsync("");
    }

    [Fact]
    public async Task A_decision_whose_answer_was_lost_on_the_way_is_not_made_twice()
    {
        var lost = false;
        await Page.RouteAsync("**/decisions", async route =>
        {
            if (lost) { await route.ContinueAsync(); return; }
            lost = true;
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await _desk.Press("y", "a");
        await _desk.Saved("Conference on river law");
        Assert.Single(_desk.Lines());
    }

    [Fact]
    public async Task What_somebody_decided_meanwhile_is_told_and_nothing_is_lost()
    {
        await _desk.Press("y");
        DecisionFiles.Append(_desk.Site.Reviews, new("Ben", new FixedTime().GetUtcNow(), "reviewed", [new("replace", "/cities/1/role", System.Text.Json.JsonSerializer.SerializeToElement("mentioned"))], RiverLaw.Of("a")));
        await _desk.Press("a");
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not saved: ");
        await Assertions.Expect(Page.Locator("#meanwhile")).ToContainTextAsync("Ben accepted");
        await Assertions.Expect(Page.Locator("#meanwhile")).ToContainTextAsync("city Osijek: role venue → mentioned");
        await Assertions.Expect(_desk.Field("/dates/0/from")).ToHaveValueAsync("2019-06-28");
        await Assertions.Expect(_desk.Field("/cities/1/role")).ToHaveValueAsync("mentioned");
        await _desk.Press("a");
        await _desk.Saved("Conference on river law");
        Assert.Equal(["replace /dates/0/from 2019-06-28", "replace /dates/0/to 2019-06-29"], _desk.Changes());
    }

    [Fact]
    public async Task The_history_tells_who_changed_what_and_takes_it_back()
    {
        await _desk.Press("y", "a");
        await _desk.Showing("Seminar on lakes");
        await Page.GotoAsync(_desk.Site.Address + "/?view=settled");
        await _desk.Showing("Conference on river law");
        await _desk.Press("h");
        await Assertions.Expect(Page.Locator(".history")).ToContainTextAsync("date 28-29 June: from 2018-06-28 → 2019-06-28");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await Assertions.Expect(Page.Locator("#saved")).ToHaveTextAsync("Taken back");
        Assert.Equal("needs-review", _desk.Decided(RiverLaw.Of("a")).Status);
        await Page.GotoAsync(_desk.Site.Address + "/?id=a");
        await _desk.Showing("Conference on river law");
        await _desk.Press("h");
        await Assertions.Expect(Page.Locator(".history s")).ToContainTextAsync("Ana accepted");
    }
}
