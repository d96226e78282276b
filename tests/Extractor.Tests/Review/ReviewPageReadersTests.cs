using Microsoft.Playwright;

namespace Extract.Tests.Review;

/// <summary>Several reviewers at once: who holds a record, second readers, where they differ.</summary>
public sealed class ReviewPageReadersTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Who_holds_a_record_is_shown_and_nobody_decides_in_their_place()
    {
        await using var desk = await ReviewDesk.OpenAsync(chromium, reviewer: null, name: "Ana");
        await desk.Showing("Conference on river law");
        var ben = await desk.AnotherAsync(query: "?view=all&id=a", name: "Ben");
        await Assertions.Expect(ben.Locator("#claim")).ToContainTextAsync("Ana has it open");
        await Assertions.Expect(ben.Locator("#queue .held")).ToHaveTextAsync("Ana has it open");
        await Assertions.Expect(ben.Locator("#accept")).ToBeDisabledAsync();
        await ben.Keyboard.PressAsync("x");
        await Assertions.Expect(ben.Locator("#told")).ToHaveTextAsync("Somebody else has this record open.");
        Assert.Empty(desk.Lines("ben"));
        await desk.Press("j");
        await desk.Showing("Seminar on lakes");
        await ben.ReloadAsync();
        await desk.Showing("Conference on river law", ben);
        await Assertions.Expect(ben.Locator("#accept")).ToBeEnabledAsync();
        await ben.Context.CloseAsync();
    }

    [Fact]
    public async Task Where_two_readers_differ_both_answers_stand_side_by_side_and_a_key_takes_one()
    {
        await using var desk = await DifferAsync();
        await Assertions.Expect(desk.Page.Locator("#differences thead")).ToContainTextAsync("Ana");
        await Assertions.Expect(desk.Page.Locator("#differences thead")).ToContainTextAsync("Ben");
        await Assertions.Expect(desk.Page.Locator("#differences tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(desk.Page.Locator("#differences tbody")).ToContainTextAsync("2019-06-28 to 2019-06-29 (event)");
        await ReviewPageAccessTests.Sound(desk.Page);
        var bens = await desk.Page.Locator("#differences button", new() { HasTextString = "Osijek, HR (mentioned)" }).Locator("kbd").TextContentAsync();
        var anas = await desk.Page.Locator("#differences button", new() { HasTextString = "2019-06-28 to" }).Locator("kbd").TextContentAsync();
        await desk.Press(anas!, bens!);
        await Assertions.Expect(desk.Field("/dates/0/from")).ToHaveValueAsync("2019-06-28");
        await Assertions.Expect(desk.Field("/cities/1/role")).ToHaveValueAsync("mentioned");
        await desk.Press("a");
        await desk.Saved("Conference on river law");
        var settled = desk.Decided(RiverLaw.Of("a"));
        Assert.Equal((new DateOnly(2019, 6, 28), "mentioned"), (settled.Dates[0].From, settled.Cities[1].Role));
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Agreement" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#dialog table")).ToBeVisibleAsync();
        await ReviewPageAccessTests.Sound(desk.Page);
    }

    /// <summary>Ana moves the year, Ben the role of a city; then Ana looks where they differ.</summary>
    private async Task<ReviewDesk> DifferAsync()
    {
        var desk = await ReviewDesk.OpenAsync(chromium, [RiverLaw.Of("a")], reviewer: null, second: 1, name: "Ana");
        await desk.Showing("Conference on river law");
        await desk.Press("y", "a");
        await desk.Saved("Conference on river law");
        var ben = await desk.AnotherAsync(name: "Ben");
        await desk.Showing("Conference on river law", ben);
        await Assertions.Expect(ben.Locator("[data-path='/dates/0/from']")).ToHaveValueAsync("2018-06-28"); // what Ana said is nothing for Ben
        await ben.Locator("[data-path='/cities/1/role']").SelectOptionAsync("mentioned");
        await ben.Locator("#accept").ClickAsync();
        await Assertions.Expect(ben.Locator("#saved")).ToHaveTextAsync("Saved: Conference on river law");
        await ben.Context.CloseAsync();
        await desk.Page.Locator("#view").SelectOptionAsync("differences");
        await desk.Showing("Conference on river law");
        return desk;
    }
}
