using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Extract.Review;
using Microsoft.Playwright;

namespace Extract.Tests.Review;

/// <summary>The review page in a real browser, against the real server.</summary>
public sealed class ReviewPageTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private ReviewSite _site = null!;
    private IPage _page = null!;

    private TemporaryFolder _folder => _site.Folder;
    private string Decisions => _site.Reviews;

    public async ValueTask InitializeAsync()
    {
        _site = await ReviewSite.StartAsync([DoubtfulRecord.Of("a"), DoubtfulRecord.Of("b") with { Title = "Open day again", Questions = [new("/cities/0/geonameId", "Which Lyon?", ["Lyon, FR (2996944)", "Camp Lyon, XK ()"])] }, DoubtfulRecord.Of("c", "accepted")], "Ana");
        _page = await OpenAsync(ColorScheme.Light);
    }

    public async ValueTask DisposeAsync()
    {
        if (_page is not null) await _page.Context.CloseAsync();
        await _site.DisposeAsync();
    }

    private async Task<IPage> OpenAsync(ColorScheme scheme, int width = 1280, int height = 800)
    {
        var page = await chromium.PageAsync(scheme, width, height);
        await page.GotoAsync(_site.Address);
        await Showing(page, "Open day");
        return page;
    }

    private static Task Showing(IPage page, string title) => Assertions.Expect(page.Locator("#title")).ToHaveTextAsync(title);

    private ILocator Field(string path) => _page.Locator($"[data-path='{path}']");

    private Task Saved() => Assertions.Expect(_page.Locator("#saved")).ToHaveTextAsync("Saved: Open day");

    // The decision on the first record, from the disk: the page has said that it is there.
    private Decision Kept()
    {
        var line = Assert.Single(_folder.Lines("reviews/ana.jsonl"));
        var kept = JsonDocument.Parse(line).RootElement;
        var changes = kept.GetProperty("changes").EnumerateArray().Select(change => new PatchOperation(change.GetProperty("op").GetString()!, change.GetProperty("path").GetString()!, change.GetProperty("value")));
        return new(kept.GetProperty("by").GetString()!, kept.GetProperty("at").GetDateTimeOffset(), kept.GetProperty("status").GetString()!, [.. changes], RecordJson.FromJson(kept.GetProperty("record").GetRawText()));
    }

    private static string[] Words(Decision decision) => [.. decision.Changes.Select(change => $"{change.Op} {change.Path} {change.Value}".TrimEnd())];

    [Fact]
    public async Task A_doubtful_record_shows_with_its_text_its_marked_values_and_its_question()
    {
        await Assertions.Expect(_page.Locator("#text")).ToHaveTextAsync("Open day on 3 May in Lyon.");
        await Assertions.Expect(_page.Locator("#text mark.dates")).ToHaveTextAsync("3 May");
        await Assertions.Expect(_page.Locator("#text mark.cities")).ToHaveTextAsync("Lyon");
        await Assertions.Expect(_page.Locator("#questions")).ToContainTextAsync("Is the year 2024?");
        await Assertions.Expect(_page.Locator("#left")).ToHaveTextAsync("2 records wait");
        await Assertions.Expect(_page.Locator("#reviewer")).ToHaveTextAsync("Ana");
        await Assertions.Expect(Field("/dates/0/from")).ToHaveValueAsync("2024-05-03");
    }

    [Fact]
    public async Task A_corrected_date_is_saved_with_exactly_what_was_changed()
    {
        await Field("/dates/0/from").FillAsync("2025-05-03");
        await Field("/dates/0/to").FillAsync("2025-05-04");
        await Field("/dates/0/role").SelectOptionAsync("other");
        await _page.Locator("#accept").ClickAsync();
        await Saved();
        var decision = Kept();
        Assert.Equal(("Ana", "reviewed", "a"), (decision.By, decision.Status, decision.Record!.Id));
        Assert.Equal(["replace /dates/0/from 2025-05-03", "replace /dates/0/to 2025-05-04", "replace /dates/0/role other"], Words(decision));
        await Showing(_page, "Open day again");
    }

    [Fact]
    public async Task What_was_looked_up_for_a_city_falls_with_its_name()
    {
        await Field("/cities/0/name").FillAsync("Lyons");
        await _page.Locator("#accept").ClickAsync();
        await Saved();
        Assert.Equal(["replace /cities/0/name Lyons", "replace /cities/0/geonameId"], Words(Kept()));
    }

    [Fact]
    public async Task An_answer_to_a_question_goes_into_the_form()
    {
        await _page.Locator("#questions button", new() { HasText = "2025" }).ClickAsync();
        await _page.Locator("#accept").ClickAsync();
        await Saved();
        Assert.Equal(["replace /dates/0/from 2025-05-03", "replace /dates/0/to 2025-05-03"], Words(Kept()));
    }

    [Fact]
    public async Task A_place_without_an_id_may_be_chosen()
    {
        await _page.Keyboard.PressAsync("j");
        await Showing(_page, "Open day again");
        await _page.Locator("#questions button", new() { HasText = "Camp Lyon" }).ClickAsync();
        await _page.Locator("#accept").ClickAsync();
        await Assertions.Expect(_page.Locator("#saved")).ToHaveTextAsync("Saved: Open day again");
        Assert.Equal(["replace /cities/0/name Camp Lyon", "replace /cities/0/country XK", "replace /cities/0/geonameId"], Words(Kept()));
    }

    [Fact]
    public async Task What_is_no_announcement_is_rejected_without_changes()
    {
        await Field("/title").FillAsync("Something else");
        await _page.Locator("#reject").ClickAsync();
        await Saved();
        Assert.Equal("rejected", Kept().Status);
        Assert.Empty(Kept().Changes);
    }

    [Fact]
    public async Task A_value_is_removed_and_may_be_kept_again()
    {
        await _page.GetByRole(AriaRole.Button, new() { Name = "Remove Lyon" }).ClickAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Remove 3 May" }).ClickAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Keep 3 May" }).ClickAsync();
        await _page.Locator("#accept").ClickAsync();
        await Saved();
        Assert.Equal(["remove /cities/0"], Words(Kept()));
        Assert.Empty(Kept().Decided().Cities);
    }

    [Fact]
    public async Task Words_selected_in_the_text_are_added_as_a_value_with_their_place()
    {
        await _page.GetByRole(AriaRole.Button, new() { Name = "Remove Lyon" }).ClickAsync();
        await _page.Locator("#text mark.cities").DblClickAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Add a city" }).ClickAsync();
        await _page.Keyboard.PressAsync("Escape");
        await _page.Keyboard.PressAsync("a");
        await Saved();
        var added = Assert.Single(Kept().Decided().Cities);
        Assert.Equal(("Lyon", "Lyon", 21, 25, "venue", 1d), (added.Text, added.Name, added.Start!.Value, added.End!.Value, added.Role, added.Confidence));
    }

    [Fact]
    public async Task The_keys_skip_go_back_accept_and_reject()
    {
        await _page.Keyboard.PressAsync("j");
        await Showing(_page, "Open day again");
        await _page.Keyboard.PressAsync("k");
        await Showing(_page, "Open day");
        await _page.Keyboard.PressAsync("a");
        await Showing(_page, "Open day again");
        await Assertions.Expect(_page.Locator("#left")).ToHaveTextAsync("1 record waits");
        await _page.Keyboard.PressAsync("x");
        await Showing(_page, "Nothing waits for review.");
        Assert.Equal(("reviewed", "rejected"), (Status("a"), Status("b")));

        string Status(string id) => DecisionFiles.Load(Decisions).Apply(DoubtfulRecord.Of(id)).Status;
    }

    [Fact]
    public async Task A_key_in_a_field_is_a_letter_and_a_draft_outlives_a_look_at_another_record()
    {
        await Field("/title").PressAsync("End");
        await Field("/title").PressSequentiallyAsync(" axjk");
        await _page.Keyboard.PressAsync("Escape");
        await _page.Keyboard.PressAsync("j");
        await Showing(_page, "Open day again");
        await _page.Keyboard.PressAsync("k");
        await Showing(_page, "Open day");
        await Assertions.Expect(Field("/title")).ToHaveValueAsync("Open day axjk");
        Assert.False(Directory.Exists(Decisions));
    }

    [Fact]
    public async Task What_the_server_refuses_is_told_in_words_and_the_draft_stays()
    {
        await Field("/dates/0/from").FillAsync("2024-05-09");
        await _page.Locator("#accept").ClickAsync();
        await Assertions.Expect(_page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Not saved: “3 May” ends before it begins. Change one of the days.");
        await Assertions.Expect(Field("/dates/0/from")).ToHaveValueAsync("2024-05-09");
        await Field("/dates/0/to").FillAsync("2024-05-09");
        await _page.Locator("#accept").ClickAsync();
        await Saved();
        await Assertions.Expect(_page.Locator("#fault")).ToHaveTextAsync("");
    }

    [Fact]
    public async Task A_server_that_has_gone_is_told_in_words()
    {
        await _site.StopAsync();
        await _page.Locator("#accept").ClickAsync();
        await Assertions.Expect(_page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not saved: “extract review” does not answer.");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280, 800)]
    [InlineData(ColorScheme.Dark, 1280, 800)]
    [InlineData(ColorScheme.Light, 800, 1100)]
    [InlineData(ColorScheme.Dark, 400, 900)]
    public async Task Everybody_can_use_it(ColorScheme scheme, int width, int height)
    {
        var faults = new List<string>();
        var page = await OpenAsync(scheme, width, height);
        page.Console += (_, message) => { if (message.Type == "error") faults.Add(message.Text); };
        await page.ReloadAsync();
        await Showing(page, "Open day");
        await page.Locator("[data-path='/dates/0/from']").FillAsync("2024-05-09");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Lyon" }).ClickAsync();
        var rules = new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };
        var found = await page.RunAxe(rules);
        Assert.Empty(found.Violations.Select(fault => $"{fault.Id}: {fault.Help}: {string.Join(", ", fault.Nodes.Select(node => node.Html))}"));
        Assert.Empty(faults);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways");
        await page.Context.CloseAsync();
    }
}
