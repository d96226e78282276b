using System.Globalization;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Deque.AxeCore.Playwright;
using Extract.Commands.Evaluating;
using Extract.Tests.Learn.Judging;
using Extract.Tests.Review;
using Microsoft.Playwright;

namespace Extract.Tests.Commands.Evaluating;

/// <summary><c>evaluate --report</c>: a page that needs nothing beside it, says what the JSON says, and shows the texts of the mistakes as text.</summary>
public sealed class ReportTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private const string Hostile = "A fair <script>alert(1)</script> & \"more\" on 3 May 2024 in Zagreb and Split";
    private readonly string _folder = Directory.CreateTempSubdirectory("report").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    private string Page => Path.Combine(_folder, "report.html");

    // Four records: two are right, one has a wrong city said with 0.9, one a wrong date said with 0.4.
    private JsonElement Evaluate()
    {
        var gold = Enumerable.Range(1, 4).Select(i => SomeGold.Document($"d{i}<b>", Hostile, SomeGold.Announcement(Hostile, Hostile, "A fair", "sale") with
        {
            Dates = [SomeGold.Date(Hostile, "3 May 2024", "2024-05-03")],
            Cities = [SomeGold.City(Hostile, "Zagreb", "HR")],
            Topics = ["animals"],
        })).ToArray();
        var wrongCity = SomeGold.Record(gold[2], 0) with { Cities = [SomeGold.City(SomeGold.City(Hostile, "Split", "HR"), 0.9)], Confidence = 0.7 };
        var wrongDate = SomeGold.Record(gold[3], 0, 0.4) with { Dates = [SomeGold.Date(SomeGold.Date(Hostile, "3 May 2024", "2023-05-03"), 0.4)], Questions = [new("/dates/0/from", "Which year?", [])] };
        Directory.CreateDirectory(Path.Combine(_folder, "gold"));
        foreach (var document in gold) File.WriteAllText(Path.Combine(_folder, "gold", document.Id[..2] + ".json"), JsonSerializer.Serialize(document, JsonSerializerOptions.Web));
        File.WriteAllLines(Path.Combine(_folder, "records.jsonl"), new[] { SomeGold.Record(gold[0], 0, 0.95), SomeGold.Record(gold[1], 0, 0.8), wrongCity, wrongDate }.Select(RecordJson.ToJson));
        using var output = new StringWriter();
        Assert.Equal(0, new Evaluation(new() { Gold = [Path.Combine(_folder, "gold")], Records = Path.Combine(_folder, "records.jsonl"), Json = true, Report = Page }, new() { Folder = _folder }, output, TextWriter.Null, TestContext.Current.CancellationToken).Run());
        return JsonDocument.Parse(output.ToString()).RootElement;
    }

    private IHtmlDocument Read() => new HtmlParser().ParseDocument(File.ReadAllText(Page));

    [Fact]
    public void Nothing_is_loaded_from_anywhere_and_nothing_runs()
    {
        Evaluate();
        var page = Read();
        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, embed, base, [src], [onload], [onclick], [onerror]"));
        Assert.All(page.QuerySelectorAll("[href]"), element => Assert.StartsWith("#", element.GetAttribute("href"), StringComparison.Ordinal));
        Assert.DoesNotContain("url(", File.ReadAllText(Page), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", File.ReadAllText(Page), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_entry_of_the_contents_leads_to_a_heading_and_every_heading_stands_there()
    {
        Evaluate();
        var page = Read();
        var targets = page.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")![1..]).ToArray();
        Assert.Equal(page.QuerySelectorAll("main [id]").Select(element => element.Id), targets);
        Assert.All(targets, target => Assert.Equal(page.QuerySelector($"nav a[href='#{target}']")!.TextContent, page.GetElementById(target)!.TextContent));
        Assert.Contains("mistakes-cities", targets);
    }

    [Fact]
    public void Its_numbers_are_those_of_the_json()
    {
        var json = Evaluate();
        var page = Read();
        foreach (var field in new[] { "event-dates", "venues", "topics", "titles" })
            Assert.Equal(new[] { "P", "R", "F1" }.Select(name => json.GetProperty(field).GetProperty(name).GetDouble()), Numbers(page, "fields", field).Take(3));
        foreach (var field in json.GetProperty("calibration").EnumerateObject())
            Assert.Equal(new[] { "ECE", "brier", "brierOfBaseRate" }.Select(name => field.Value.GetProperty(name).GetDouble()), Numbers(page, "probabilities", field.Name).Take(3));
        Assert.Equal(json.GetProperty("when+where").GetDouble(), Numbers(page, "shares", "when+where")[0]);
        Assert.Equal(json.GetProperty("accepted").GetProperty("share").GetDouble(), Numbers(page, "acceptance", "accepted")[0]);
        Assert.Equal(0.5, json.GetProperty("when+where").GetDouble());
    }

    [Fact]
    public void Mistakes_stand_with_their_text_which_is_text_whatever_it_holds()
    {
        Evaluate();
        var page = Read();
        var row = page.GetElementById("mistakes-cities")!.ParentElement!.QuerySelector("tbody tr")!;
        Assert.Equal(["0.90", "d3<b>"], row.Children.Take(2).Select(cell => cell.TextContent));
        Assert.Contains("Zagreb", row.Children[3].TextContent, StringComparison.Ordinal);
        Assert.Equal("Split", row.QuerySelector("mark")!.TextContent);
        Assert.Equal(Hostile, row.Children[4].TextContent);
        Assert.Contains(page.QuerySelectorAll("details td"), cell => cell.TextContent.StartsWith("3 May 2024 | 2023-05-03", StringComparison.Ordinal));
    }

    [Fact]
    public void What_records_wait_for_is_told()
    {
        Evaluate();
        Assert.Equal([1, 1], Numbers(Read(), "acceptance", "dates: from"));
    }

    [Fact]
    public void Every_field_has_its_two_pictures_with_words_for_those_who_do_not_see_them()
    {
        var json = Evaluate();
        var fields = json.GetProperty("calibration").EnumerateObject().Count();
        Assert.Equal(2 * fields, Read().QuerySelectorAll("svg[role=img][aria-label]").Length);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task It_is_legible_in_light_and_dark_and_on_a_telephone(ColorScheme scheme)
    {
        Evaluate();
        var page = await chromium.PageAsync(scheme, 390, 800);
        await page.GotoAsync(new Uri(Page).AbsoluteUri);
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help}"));
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.Context.CloseAsync();
    }

    private static double[] Numbers(IHtmlDocument page, string section, string row) =>
        [.. page.GetElementById(section)!.ParentElement!.QuerySelectorAll("tr").First(tr => tr.FirstElementChild!.TextContent == row)
            .QuerySelectorAll("td.number").Select(cell => double.TryParse(cell.TextContent, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)];
}
