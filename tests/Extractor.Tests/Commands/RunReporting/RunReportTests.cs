using System.Globalization;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Deque.AxeCore.Playwright;
using Extract.Tests.Review;
using Extract.Tests.Run;
using Microsoft.Playwright;

namespace Extract.Tests.Commands.RunReporting;

/// <summary><c>report</c>: a page that needs nothing beside it, says what ledger and records say, and shows names and reasons as text.</summary>
public sealed class RunReportTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private const string Hostile = "<script>alert(1)</script> & \"more\"";
    private readonly TemporaryFolder _folder = new TemporaryFolder().With("pipeline.yml", "");

    public void Dispose() => _folder.Dispose();

    // Two accepted records of Zagreb, one for review in Split without a date, a rejected one; five documents.
    private IHtmlDocument Report(params string[] more)
    {
        var waiting = SomeRecord.Of("c", "https://example.org/c") with { Status = "needs-review", Confidence = 0.31, Dates = [], Cities = [City("Split", 43.5, 16.4)] };
        Record[] records = [SomeRecord.Of("a", "x.zip!/a.txt"), SomeRecord.Of("b", "x.zip!/b.txt", day: "2019-02-03"), waiting, SomeRecord.Of("d", "d.txt", city: "Nowhere") with { Status = "rejected" }];
        _folder.With("out/records.jsonl", string.Concat(records.Select(record => RecordJson.ToJson(record) + "\n")));
        _folder.With("out/ledger.jsonl", string.Concat(((string[])[
            """{"input":"x.zip!/a.txt","source":"x.zip!/a.txt","outcome":"records","records":2,"linked":1,"why":null,"dropped":[{"start":0,"end":5,"why":"boilerplate"}]}""",
            """{"input":"c","source":"c","outcome":"records","records":2,"linked":0,"why":null,"dropped":[]}""",
            """{"input":"e","source":"e","outcome":"dropped","records":0,"linked":0,"why":"announces nothing","dropped":[]}""",
            """{"input":"f","source":"f","outcome":"failed","records":0,"linked":0,"why":"51,000,000 bytes are more than the limit of 50,000,000.","dropped":[]}""",
            """{"input":"g<b>","source":"g","outcome":"failed","records":0,"linked":0,"why":"52,000,000 bytes are more than the limit of 50,000,000.","dropped":[]}""", .. more]).Select(line => line + "\n")));
        var ran = _folder.Run("report");
        Assert.Equal((0, "out/report.html\n", ""), (ran.Status, ran.Out, ran.Talk));
        return Read();
    }

    private IHtmlDocument Read() => new HtmlParser().ParseDocument(File.ReadAllText(_folder["out/report.html"]));

    private static CityFinding City(string name, double latitude, double longitude) =>
        new() { Text = name, Name = Hostile, Country = "HR", Latitude = latitude, Longitude = longitude, Role = "venue", By = "gazetteer" };

    [Theory]
    [InlineData("""{"foreign":1}""")]
    [InlineData("""{"input":"h","source":"h","outcome":"lost","records":0,"linked":0,"why":null,"dropped":[]}""")]
    [InlineData("""{"input":"h","source":"h","outcome":"7","records":0,"linked":0,"why":null,"dropped":[]}""")]
    [InlineData("""{"input":"h","source":"h","outcome":"records","records":1.5,"linked":0,"why":null,"dropped":[]}""")]
    [InlineData("[]")]
    public void A_line_that_is_none_of_a_ledger_is_told_with_its_place(string line)
    {
        Report();
        File.AppendAllText(_folder["out/ledger.jsonl"], line + "\n");
        var ran = _folder.Run("report");
        Assert.Equal((2, $"extract: {_folder["out/ledger.jsonl"]}:6: this line is none that a run writes. “extract run” writes the file anew.\n"), (ran.Status, ran.Talk));
    }

    [Fact]
    public void Nothing_is_loaded_from_anywhere_and_nothing_runs()
    {
        var page = Report();
        var text = File.ReadAllText(_folder["out/report.html"]);
        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, embed, base, [src], [onload], [onclick], [onerror]"));
        Assert.All(page.QuerySelectorAll("[href]"), element => Assert.StartsWith("#", element.GetAttribute("href"), StringComparison.Ordinal));
        Assert.DoesNotContain("url(", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_entry_of_the_contents_leads_to_a_heading_and_every_heading_stands_there()
    {
        var page = Report();
        Assert.Equal(page.QuerySelectorAll("main [id]").Select(element => element.Id), page.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")![1..]));
        Assert.Equal(["ledger", "months", "countries", "map", "topics", "types", "sources", "confidence", "failures", "drops"], page.QuerySelectorAll("main h2").Select(heading => heading.Id));
    }

    [Fact]
    public void Every_document_is_accounted_for()
    {
        var page = Report();
        Assert.StartsWith("Every document is accounted for: 5 documents have one end each. They announce 5 things: 4 records, and 1 that", page.QuerySelector(".balance")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2", "40.0 %"], Row(page, "ledger", "with records").Take(2));
        Assert.Equal(["2", "40.0 %"], Row(page, "ledger", "failed").Take(2));
        Assert.Equal(["5", "4", "2", "1", "2"], page.QuerySelectorAll(".figures b").Select(number => number.TextContent));
    }

    [Fact]
    public void Records_and_a_ledger_that_are_not_of_one_run_are_told()
    {
        var page = Report("""{"input":"h","source":"h","outcome":"records","records":1,"linked":0,"why":null,"dropped":[]}""");
        Assert.StartsWith("The ledger counts 5 records and the file holds 4", page.QuerySelector(".balance.wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_are_counted_by_month_country_topic_type_and_source_but_for_rejected_ones()
    {
        var page = Report();
        Assert.Equal(["1", "0", "1"], Row(page, "months", "2018-06"));
        Assert.Equal(["1", "0", "1"], Row(page, "months", "2019-02"));
        Assert.Contains("1 records have no event date.", page.GetElementById("months")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["", "2", "1", "3"], Row(page, "countries", "Croatia"));
        Assert.Equal(["", "2", "1", "3"], Row(page, "topics", "migration"));
        Assert.Equal(["", "2", "1", "3"], Row(page, "types", "workshop"));
        Assert.Equal(["", "2", "0", "2"], Row(page, "sources", "x.zip"));
        Assert.Equal(["", "0", "1", "1"], Row(page, "sources", "example.org"));
        Assert.Equal(["2", "0", "2"], Row(page, "confidence", "0.85–0.90"));
        Assert.Equal(["0", "1", "1"], Row(page, "confidence", "0.30–0.35"));
    }

    [Fact]
    public void Failures_of_one_kind_are_one_reason_and_each_is_listed()
    {
        var page = Report();
        Assert.Equal(["2", "100.0 %"], Row(page, "failures", "… bytes are more than the limit of …."));
        Assert.Equal(["51,000,000 bytes are more than the limit of 50,000,000."], Row(page, "failures", "f"));
        Assert.Equal("g<b>", page.GetElementById("failures")!.ParentElement!.QuerySelectorAll("details tbody th")[^1].TextContent);
        Assert.Equal(["1", "100.0 %"], Row(page, "drops", "announces nothing"));
        Assert.Equal(["1", "100.0 %"], Row(page, "drops", "boilerplate"));
    }

    [Fact]
    public void The_map_has_a_circle_for_each_place_inside_its_frame_and_says_the_same_as_a_table()
    {
        var page = Report();
        var svg = page.GetElementById("map")!.ParentElement!.QuerySelector("svg")!;
        var frame = svg.GetAttribute("viewBox")!.Split(' ').Select(Number).ToArray();
        var circles = svg.QuerySelectorAll("circle");
        Assert.Equal(["Zagreb, HR: 2", Hostile + ", HR: 1"], circles.Select(circle => circle.QuerySelector("title")!.TextContent));
        Assert.All(circles, circle => Assert.InRange(Number(circle.GetAttribute("cx")!), frame[0], frame[0] + frame[2]));
        Assert.All(circles, circle => Assert.InRange(Number(circle.GetAttribute("cy")!), frame[1], frame[1] + frame[3]));
        Assert.Contains("Croatia", svg.QuerySelectorAll("path title").Select(title => title.TextContent));
        Assert.Equal(["Croatia", "2"], Row(page, "map", "Zagreb"));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task It_is_legible_in_light_and_dark_and_on_a_telephone(ColorScheme scheme)
    {
        Report();
        var page = await chromium.PageAsync(scheme, 390, 800);
        await page.GotoAsync(new Uri(_folder["out/report.html"]).AbsoluteUri);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help}"));
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public void It_is_written_over_its_own_page_and_over_no_other()
    {
        Report();
        Assert.Equal(0, _folder.Run("report").Status);
        _folder.With("mine.html", "<p>mine</p>");
        var ran = _folder.Run("report", "--output", "mine.html");
        Assert.Equal((2, "<p>mine</p>"), (ran.Status, File.ReadAllText(_folder["mine.html"])));
        Assert.StartsWith("extract: --output: ", ran.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_run_and_with_lines_that_are_none_of_a_run_it_says_so()
    {
        Assert.Matches("^extract: .*ledger.jsonl: there is no such file: no run has come to its end here.", _folder.Run("report").Talk);
        Report();
        File.AppendAllText(_folder["out/records.jsonl"], "{\"schema\":\"1.0\"}\n");
        var ran = _folder.Run("report");
        Assert.Equal(2, ran.Status);
        Assert.Matches("^extract: .*records.jsonl:5: this line is none that a run writes.", ran.Talk);
    }

    [Fact]
    public void Of_a_real_run_it_says_which()
    {
        using var folder = Announcements.Folder(3);
        Assert.Equal(0, folder.Run("run", "texts", "--quiet").Status);
        Assert.Equal(0, folder.Run("report", "texts").Status);
        var page = new HtmlParser().ParseDocument(File.ReadAllText(folder["out/report.html"]));
        Assert.Matches(@"^Run 1 with the defaults, from \d{4}-\d\d-\d\d .* UTC\. Records made by version \d", page.QuerySelector("header p")!.TextContent);
        Assert.StartsWith("Every document is accounted for: 3 documents", page.QuerySelector(".balance")!.TextContent, StringComparison.Ordinal);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Row(IHtmlDocument page, string section, string row) =>
        [.. page.GetElementById(section)!.ParentElement!.QuerySelectorAll("tbody tr").First(tr => tr.FirstElementChild!.TextContent == row).Children.Skip(1).Select(cell => cell.TextContent.Trim())];
}
