using System.Text;
using Microsoft.Playwright;

namespace Extract.Tests.Review;

/// <summary>One answer for many records, announcements that are split and joined, and the round trip through a spreadsheet.</summary>
public sealed class ReviewPageManyTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task What_others_share_is_offered_shown_taken_and_taken_back_as_a_whole()
    {
        await using var desk = await ReviewDesk.OpenAsync(chromium, [RiverLaw.Of("a"), RiverLaw.Of("c", "other.txt") with { Title = "Third" }, RiverLaw.Of("d", "more.txt") with { Title = "Fourth" }], query: "?id=a");
        await desk.Showing("Conference on river law");
        await desk.Field("/organizations/0/name").FillAsync("Commission of the Danube");
        await desk.Press("Control+Enter");
        await desk.Saved("Conference on river law");
        var offer = desk.Page.Locator("#alike section", new() { HasTextString = "Danube Commission" }).First;
        await Assertions.Expect(offer).ToBeVisibleAsync();
        await ReviewPageAccessTests.Sound(desk.Page);
        await desk.Press("p");
        await offer.GetByRole(AriaRole.Checkbox).First.UncheckAsync();
        await offer.GetByRole(AriaRole.Button, new() { NameRegex = new("leave 1 out") }).ClickAsync();
        await desk.Saved("1 record changed");
        Assert.Single(new[] { "c", "d" }, id => desk.Decided(RiverLaw.Of(id)).Organizations[0].Name == "Commission of the Danube");
        await desk.Press("Escape", "u");
        await Assertions.Expect(desk.Page.Locator("#saved")).ToContainTextAsync("Undone");
        Assert.DoesNotContain(new[] { "c", "d" }, id => desk.Decided(RiverLaw.Of(id)).Organizations[0].Name == "Commission of the Danube");
    }

    [Fact]
    public async Task Two_that_are_one_are_joined_and_taken_apart_again()
    {
        await using var desk = await ReviewDesk.OpenAsync(chromium, query: "?id=a");
        await desk.Showing("Conference on river law");
        await desk.Press("m");
        await Assertions.Expect(desk.Page.Locator("#dialog .part")).ToHaveCountAsync(2);
        await desk.Press("Enter");
        await desk.Saved("the two are one");
        await Assertions.Expect(desk.Page.Locator("#own")).ToContainTextAsync("Seminar on lakes on 5 July in Pula.");
        Assert.Equal("rejected", desk.Decided(RiverLaw.After("b")).Status);
        await desk.Press("u");
        await Assertions.Expect(desk.Page.Locator("#own")).Not.ToContainTextAsync("Seminar on lakes");
    }

    [Fact]
    public async Task A_corrected_sheet_is_shown_before_it_is_applied()
    {
        await using var desk = await ReviewDesk.OpenAsync(chromium);
        await desk.Showing("Conference on river law");
        var sheet = await desk.Site.Client.GetStringAsync("/sheet.csv", TestContext.Current.CancellationToken);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Spreadsheet" }).ClickAsync();
        await desk.Page.Locator("#sheet-file").SetInputFilesAsync(new FilePayload { Name = "records.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(sheet.Replace("Seminar on lakes", "Seminar on seas", StringComparison.Ordinal)) });
        await Assertions.Expect(desk.Page.Locator("#sheet-result")).ToContainTextAsync("1 record would change.");
        Assert.Empty(desk.Lines());
        await ReviewPageAccessTests.Sound(desk.Page);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Change 1 record" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#sheet-result")).ToContainTextAsync("Saved: 1 record changed.");
        Assert.Equal("Seminar on seas", desk.Decided(RiverLaw.After("b")).Title);
    }
}
