using Microsoft.Playwright;

namespace Extract.Tests.Review;

/// <summary>The review page in a real browser, against the real server: what it shows, and what the form makes of a record.</summary>
public sealed class ReviewPageTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private ReviewDesk _desk = null!;

    private IPage Page => _desk.Page;

    public async ValueTask InitializeAsync()
    {
        _desk = await ReviewDesk.OpenAsync(chromium);
        await _desk.Showing("Conference on river law");
    }

    public ValueTask DisposeAsync() => _desk is null ? ValueTask.CompletedTask : _desk.DisposeAsync();

    [Fact]
    public async Task A_doubtful_record_shows_with_its_text_its_neighbours_its_marks_and_its_questions()
    {
        await Assertions.Expect(Page.Locator("#own")).ToContainTextAsync("hold a conference on river law on 28-29 June in Zadar");
        await Assertions.Expect(Page.Locator(".around").First).ToHaveTextAsync("Notices of the faculty");
        await Assertions.Expect(Page.Locator(".around").Last).ToContainTextAsync("Seminar on lakes");
        await Assertions.Expect(Page.Locator("#text mark.dates.chief")).ToHaveTextAsync("28-29 June");
        await Assertions.Expect(Page.Locator("#questions")).ToContainTextAsync("is the year 2018?");
        await Assertions.Expect(Page.Locator("#left")).ToContainTextAsync("2 records wait");
        await Assertions.Expect(Page.Locator("#reviewer")).ToHaveTextAsync("Ana");
        await Assertions.Expect(_desk.Field("/dates/0/from")).ToHaveValueAsync("2018-06-28");
    }

    [Fact]
    public async Task Words_and_value_show_each_other()
    {
        await _desk.Mark("Zadar").HoverAsync();
        await Assertions.Expect(_desk.Mark("Zadar")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex(@"\bon\b"));
        await Page.Locator("#line-cities-1").HoverAsync();
        await Assertions.Expect(_desk.Mark("Osijek")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex(@"\bon\b"));
        await _desk.Mark("Zadar").ClickAsync();
        await Assertions.Expect(Page.Locator("#line-cities-0")).ToBeFocusedAsync();
        await _desk.Press("v");
        await Assertions.Expect(Page.Locator("#line-cities-1")).ToBeFocusedAsync();
        await Assertions.Expect(_desk.Mark("Osijek")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex(@"\bcurrent\b"));
        await _desk.Press("Shift+V");
        await Assertions.Expect(Page.Locator("#line-cities-0")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_corrected_date_is_saved_with_exactly_what_was_changed()
    {
        await _desk.Field("/dates/1/from").FillAsync("2018-05-09");
        await _desk.Field("/dates/0/role").SelectOptionAsync("other");
        await Page.Locator("#accept").ClickAsync();
        await _desk.Saved("Conference on river law");
        Assert.Equal(["replace /dates/0/role other", "replace /dates/1/from 2018-05-09", "replace /dates/1/to 2018-05-09"], _desk.Changes());
        Assert.Equal(("Ana", "reviewed"), ((string)_desk.Lines()[0]["by"]!, (string)_desk.Lines()[0]["status"]!));
        await _desk.Showing("Seminar on lakes");
    }

    [Theory]
    [InlineData("2020", "2020-06-28")]
    [InlineData("7-2", "2018-07-02")]
    [InlineData("3", "2018-06-03")]
    public async Task A_part_of_a_day_is_enough(string typed, string day)
    {
        await _desk.Field("/dates/0/from").FillAsync(typed);
        await _desk.Press("Enter");
        await Assertions.Expect(_desk.Field("/dates/0/from")).ToHaveValueAsync(day);
    }

    [Fact]
    public async Task What_was_looked_up_for_a_city_falls_with_its_name_and_comes_back_with_it()
    {
        await _desk.Field("/cities/0/name").FillAsync("Zadar Old Town");
        await _desk.Field("/cities/1/name").FillAsync("Esseg");
        await _desk.Field("/cities/1/name").BlurAsync();
        await _desk.Field("/cities/1/name").FillAsync("Osijek");
        await Page.Locator("#accept").ClickAsync();
        await _desk.Saved("Conference on river law");
        Assert.Equal(["replace /cities/0/name Zadar Old Town", "replace /cities/0/geonameId"], _desk.Changes());
    }

    [Fact]
    public async Task Answers_have_numbers_over_all_questions()
    {
        await _desk.Press("2", "4", "a");
        await _desk.Saved("Conference on river law");
        Assert.Equal(["replace /dates/0/from 2019-06-28", "replace /dates/0/to 2019-06-29", "replace /cities/1/role mentioned"], _desk.Changes());
    }

    [Fact]
    public async Task No_city_here_is_an_answer_too()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "neither: leave it out" }).ClickAsync();
        await _desk.Press("a");
        await _desk.Saved("Conference on river law");
        Assert.Equal(["remove /cities/1"], _desk.Changes());
    }

    [Fact]
    public async Task What_is_no_announcement_is_rejected_without_changes()
    {
        await _desk.Field("/title").FillAsync("Something else");
        await Page.Locator("#reject").ClickAsync();
        await _desk.Saved("Conference on river law");
        Assert.Equal("rejected", (string)_desk.Lines()[0]["status"]!);
        Assert.Empty(_desk.Changes());
    }

    [Fact]
    public async Task Who_cannot_tell_says_why_and_the_record_is_put_aside()
    {
        await _desk.Press("n");
        await Page.Keyboard.TypeAsync("Which June? The page says nothing.");
        await _desk.Press("Enter");
        await _desk.Saved("Conference on river law");
        Assert.Equal(("unsure", "Which June? The page says nothing."), ((string)_desk.Lines()[0]["status"]!, (string)_desk.Lines()[0]["note"]!));
        await Page.Locator("#view").SelectOptionAsync("unsure");
        await _desk.Showing("Conference on river law");
        await Assertions.Expect(Page.Locator("#last")).ToContainTextAsync("Ana could not tell");
    }

    [Fact]
    public async Task A_value_is_removed_and_may_be_kept_again()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Remove Zadar" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Remove 1 May" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Keep 1 May" }).ClickAsync();
        await Page.Locator("#accept").ClickAsync();
        await _desk.Saved("Conference on river law");
        Assert.Equal(["remove /cities/0"], _desk.Changes());
    }

    [Fact]
    public async Task Selected_words_become_values_with_their_place()
    {
        await _desk.Select("3 July");
        await _desk.Press("d");
        await Page.Keyboard.TypeAsync("2018-07-03");
        await _desk.Press("Enter");
        await _desk.Select("plit");
        await _desk.Press("c");
        await _desk.Select("Water Bureau");
        await _desk.Press("g", "a");
        await _desk.Saved("Conference on river law");
        var record = _desk.Decided(RiverLaw.Of("a"));
        Assert.Equal(("3 July", new DateOnly(2018, 7, 3), new DateOnly(2018, 7, 3)), (record.Dates[^1].Text, record.Dates[^1].From!.Value, record.Dates[^1].To!.Value));
        Assert.Equal(("Split", "Split", "venue"), (record.Cities[^1].Text, record.Cities[^1].Name, record.Cities[^1].Role));
        Assert.Equal("Split", RiverLaw.Document[record.Cities[^1].Start!.Value..record.Cities[^1].End!.Value]);
        Assert.Equal(("Water Bureau", 1d, "review"), (record.Organizations[^1].Name, record.Organizations[^1].Confidence, record.Organizations[^1].By));
    }

    [Fact]
    public async Task Words_of_the_heading_above_are_inherited()
    {
        await _desk.Select("faculty");
        await _desk.Press("g", "a");
        await _desk.Saved("Conference on river law");
        Assert.True(_desk.Decided(RiverLaw.Of("a")).Organizations[^1].Inherited);
    }

    [Fact]
    public async Task What_the_server_refuses_is_told_in_words_and_the_draft_stays()
    {
        await _desk.Field("/dates/0/from").FillAsync("2018-07-09");
        await Page.Locator("#accept").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Not saved: “28-29 June” ends before it begins. Change one of the days.");
        await Assertions.Expect(_desk.Field("/dates/0/from")).ToHaveValueAsync("2018-07-09");
        await _desk.Field("/dates/0/to").FillAsync("2018-07-09");
        await Page.Locator("#accept").ClickAsync();
        await _desk.Saved("Conference on river law");
        await Assertions.Expect(Page.Locator("#fault")).ToHaveTextAsync("");
    }

    [Fact]
    public async Task The_keys_skip_go_back_accept_and_reject()
    {
        await _desk.Press("j");
        await _desk.Showing("Seminar on lakes");
        await _desk.Press("k");
        await _desk.Showing("Conference on river law");
        await _desk.Press("a");
        await _desk.Showing("Seminar on lakes");
        await Assertions.Expect(Page.Locator("#left")).ToContainTextAsync("1 record waits");
        await _desk.Press("x");
        await _desk.Showing("Nothing waits for review.");
        Assert.Equal(["reviewed", "rejected"], _desk.Lines().Select(line => (string)line["status"]!));
    }

    [Fact]
    public async Task No_key_acts_while_a_field_is_typed_in_and_escape_leaves_it()
    {
        await _desk.Field("/title").FocusAsync();
        await Page.Keyboard.TypeAsync("axjku");
        Assert.Empty(_desk.Lines());
        await _desk.Press("Escape", "x");
        await _desk.Saved("Conference on river law");
    }

    [Fact]
    public async Task Single_keys_may_be_turned_off()
    {
        await _desk.Press("?");
        await Page.Locator("#keys-on").UncheckAsync();
        await _desk.Press("Escape", "x", "j");
        await _desk.Showing("Conference on river law");
        Assert.Empty(_desk.Lines());
    }
}
