using System.Globalization;
using Microsoft.Playwright;

namespace Extract.Tests.Review;

/// <summary>Finding one's way: the list, search, filters, the address, what opens over the page.</summary>
public sealed class ReviewPageBrowseTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const int Many = 400;

    private static IEnumerable<Record> Records() => Enumerable.Range(0, Many).Select(i => RiverLaw.Of(string.Create(CultureInfo.InvariantCulture, $"r{i:000}"), string.Create(CultureInfo.InvariantCulture, $"site{i % 3}.example/{i}")) with { Title = string.Create(CultureInfo.InvariantCulture, $"Conference {i:000}") });

    [Fact]
    public async Task The_list_is_read_as_it_is_scrolled_and_never_stands_in_the_page_whole()
    {
        await using var desk = await ReviewDesk.OpenAsync(chromium, Records());
        var rows = desk.Page.Locator("#queue li");
        await Assertions.Expect(rows.First).ToBeVisibleAsync();
        Assert.InRange(await rows.CountAsync(), 20, 150);
        for (var i = 0; i < 300 && await desk.Page.Locator("#queue-end").IsVisibleAsync(); i++)
        {
            await desk.Page.EvaluateAsync("document.getElementById('list').scrollTop = 1e9");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        await Assertions.Expect(desk.Page.Locator("#queue ol")).ToHaveCountAsync(Many / 50);
        await desk.Page.WaitForFunctionAsync("document.querySelectorAll('#queue li').length < 250");
        await desk.Page.Locator("#queue li").Last.ClickAsync();
        await desk.Showing((await desk.Page.Locator("#queue li[data-id] [aria-current] span").TextContentAsync())!);
    }

    [Fact]
    public async Task Search_and_filters_stand_in_the_address_and_back_leads_back()
    {
        await using var desk = await ReviewDesk.OpenAsync(chromium, [RiverLaw.Of("a"), RiverLaw.After("b"), RiverLaw.Of("c", "other.txt") with { Title = "Third", Status = "accepted", Questions = [] }]);
        await desk.Showing("Conference on river law");
        await desk.Press("/");
        await desk.Page.Keyboard.TypeAsync("lakes");
        await desk.Showing("Seminar on lakes");
        Assert.Contains("q=lakes", desk.Page.Url, StringComparison.Ordinal);
        await desk.Page.GoBackAsync();
        await desk.Showing("Conference on river law");
        await desk.Page.GoForwardAsync();
        await desk.Showing("Seminar on lakes");
        await desk.Page.ReloadAsync();
        await desk.Showing("Seminar on lakes");
        await Assertions.Expect(desk.Page.Locator("#search")).ToHaveValueAsync("lakes");
        await desk.Page.Locator("#clear").ClickAsync();
        await desk.Press("f");
        await desk.Page.Locator("#view").SelectOptionAsync("all");
        await Assertions.Expect(desk.Page.Locator("#found")).ToHaveTextAsync("3 records");
        await Assertions.Expect(desk.Page.Locator("#filter-status option", new() { HasTextString = "accepted (1)" })).ToHaveCountAsync(1);
        await desk.Page.Locator("#filter-status").SelectOptionAsync("accepted");
        await desk.Showing("Third");
        await desk.Page.GotoAsync(desk.Site.Address + "/?view=all&id=b");
        await desk.Showing("Seminar on lakes");
    }

    [Fact]
    public async Task An_accepted_record_is_corrected_like_any_other()
    {
        await using var desk = await ReviewDesk.OpenAsync(chromium, [RiverLaw.Of("a") with { Status = "accepted", Questions = [] }, RiverLaw.After("b")], query: "?view=all&id=a");
        await desk.Showing("Conference on river law");
        await desk.Press("y", "a");
        await desk.Saved("Conference on river law");
        Assert.Equal(new DateOnly(2019, 6, 28), desk.Decided(RiverLaw.Of("a")).Dates[0].From);
    }

    [Fact]
    public async Task The_original_the_rules_and_the_help_are_one_key_away()
    {
        await using var desk = await ReviewDesk.OpenAsync(chromium);
        await desk.Showing("Conference on river law");
        await desk.Press("o");
        var frame = desk.Page.FrameLocator("iframe.original");
        await Assertions.Expect(frame.Locator("h1")).ToHaveTextAsync("As fetched");
        Assert.Equal("", await desk.Page.Locator("iframe.original").GetAttributeAsync("sandbox"));
        Assert.DoesNotContain(desk.Page.Frames, each => each.Url.EndsWith("/original", StringComparison.Ordinal) && each.TitleAsync().Result == "acted");
        await desk.Press("Escape", "?");
        await Assertions.Expect(desk.Page.Locator(".keys")).ToContainTextAsync("Cannot tell, with a note");
        await desk.Press("Escape", "l");
        await Assertions.Expect(desk.Page.Locator(".prose")).ToContainTextAsync("Something that people can attend or answer");
    }
}
