using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Extract.Tests.Review;

/// <summary>Everybody can use it: no fault by axe (WCAG 2.2 AA) in any state, light and dark, from a telephone to a wide screen and at 200 %.</summary>
public sealed class ReviewPageAccessTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly AxeRunContext Outside = new() { Exclude = [new AxeSelector("iframe")] };
    private static readonly AxeRunOptions Rules = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    // Each state by the keys that lead to it. What stands in the frame of the original is not ours to judge, and axe cannot enter it.
    private static readonly Dictionary<string, string[]> States = new()
    {
        ["open"] = [],
        ["corrected"] = ["v", "Delete", "v", "v", "y"],
        ["role"] = ["v", "v", "v", "r"],
        ["topic"] = ["t", "e", "n"],
        ["filters"] = ["f"],
        ["note"] = ["n"],
        ["help"] = ["?"],
        ["history"] = ["h"],
        ["rules"] = ["l"],
        ["original"] = ["o"],
        ["split"] = ["s"],
        ["merge"] = ["m"],
        ["settled"] = ["x", "x"],
    };

    public static TheoryData<string, ColorScheme> All => [.. States.Keys.SelectMany(state => new[] { (state, ColorScheme.Light), (state, ColorScheme.Dark) })];

    [Theory]
    [MemberData(nameof(All))]
    public async Task No_state_has_a_fault(string state, ColorScheme scheme)
    {
        await using var desk = await ReviewDesk.OpenAsync(chromium);
        var page = await desk.AnotherAsync(scheme);
        await desk.Showing("Conference on river law", page);
        foreach (var key in States[state])
        {
            await page.Keyboard.PressAsync(key);
            await Task.Delay(state == "settled" ? 400 : 60, TestContext.Current.CancellationToken);
        }
        await Sound(page);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 800, 1100)]
    [InlineData(ColorScheme.Dark, 640, 400)]
    [InlineData(ColorScheme.Light, 400, 900)]
    [InlineData(ColorScheme.Dark, 400, 900)]
    public async Task It_fits_every_screen(ColorScheme scheme, int width, int height)
    {
        await using var desk = await ReviewDesk.OpenAsync(chromium);
        var page = await desk.AnotherAsync(scheme, width, height);
        await desk.Showing("Conference on river law", page);
        await Sound(page);
        await page.Locator("#records").ClickAsync();
        await Assertions.Expect(page.Locator("#queue li").First).ToBeVisibleAsync();
        await Sound(page);
        await page.Locator("#queue li").Last.ClickAsync();
        await desk.Showing("Seminar on lakes", page);
        await page.Locator("#help").ClickAsync();
        await Sound(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Neither_has_a_fault_the_question_for_a_name_nor_an_empty_list_nor_what_went_wrong()
    {
        await using var desk = await ReviewDesk.OpenAsync(chromium, reviewer: null);
        await Assertions.Expect(desk.Page.Locator("#name")).ToBeFocusedAsync();
        await Sound(desk.Page);
        await desk.Page.Locator("#name").FillAsync("Ana");
        await desk.Press("Enter");
        await desk.Showing("Conference on river law");
        await desk.Field("/dates/0/from").FillAsync("soon");
        await desk.Press("Control+Enter");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not saved");
        await Sound(desk.Page);
        await desk.Page.GotoAsync(desk.Site.Address + "/?q=nowhere");
        await desk.Showing("No record is left here.");
        await Sound(desk.Page);
    }

    /// <summary>Holds a page to WCAG 2.2 AA, as far as axe can tell.</summary>
    internal static async Task Sound(IPage page)
    {
        var found = await page.RunAxe(Outside, Rules);
        Assert.Equal("", string.Join('\n', found.Violations.Select(fault => $"{fault.Id}: {fault.Help}: {string.Join(", ", fault.Nodes.Select(node => node.Html))}")));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways");
    }
}
