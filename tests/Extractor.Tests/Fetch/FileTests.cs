using Extract.Fetch;

namespace Extract.Tests.Fetch;

public sealed class FileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("extract-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<List<(Input Input, FetchResult Result)>> FetchAsync(long maxBytes = 1000, params string[] sources)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var fetcher = new Fetcher(new FetchSettings { Sources = [.. sources] }, _folder, maxBytes, new HashSet<string>());
        var results = new List<(Input, FetchResult)>();
        await foreach (var input in fetcher.InputsAsync(cancellation)) results.Add((input, await fetcher.FetchAsync(input, cancellation)));
        return results;
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    [Fact]
    public async Task What_another_run_wrote_into_out_is_no_source()
    {
        foreach (var name in new[] { "a.txt", "out/state.lock", "out/ledger.jsonl", "out/extract.log", "b/out/c.txt" }) Write(name, "{}");
        Assert.Equal(["a.txt", "b/out/c.txt"], (await FetchAsync(sources: ".")).Select(each => each.Input.Name));
    }

    [Fact]
    public async Task Files_of_a_folder_come_in_order_of_name_without_gold_and_metadata()
    {
        foreach (var name in new[] { "b.txt", "a/z.html", "a.txt", "a.gold.json", "a.meta.json", ".hidden", "B.txt" }) Write(name, "{}");
        var results = await FetchAsync(sources: ".");
        Assert.Equal(["B.txt", "a.txt", "a/z.html", "b.txt"], results.Select(result => result.Input.Name).Order(StringComparer.Ordinal));
        Assert.Equal(results.Select(result => result.Input.Name), (await FetchAsync(sources: ".")).Select(result => result.Input.Name));
    }

    [Fact]
    public async Task What_stands_beside_a_page_gives_its_date()
    {
        Write("a.html", "<p>x</p>");
        Write("a.meta.json", """{"url": "https://example.org/a", "published": "2018-06-04"}""");
        var source = (await FetchAsync(sources: "a.html"))[0].Result.Source!;
        Assert.Equal(("a.html", "a.html", new DateOnly(2018, 6, 4), "text/html"), (source.Id, source.Uri, source.Published, source.MediaType));
        Assert.Null(source.Retrieved);
    }

    [Fact]
    public async Task Beside_a_page_stands_its_address_too_and_its_links_are_absolute()
    {
        Write("a.html", "<p>See <a href=\"../b?c=1\">more</a>.</p>");
        Write("a.meta.json", """{"url": "https://example.org/x/a"}""");
        Write("c.html", "<p>See <a href=\"../b\">more</a>.</p>");
        Write("c.meta.json", """{"url": "no address", "published": 7}""");
        var results = await FetchAsync(sources: ["a.html", "c.html"]);
        var sources = results.Select(result => result.Result.Source!).ToArray();
        Assert.Equal(("a.html", "a.html", "https://example.org/x/a"), (sources[0].Id, sources[0].Uri, sources[0].Address));
        Assert.Equal("c.html", sources[1].Address);
        var links = sources.Select(source => new Extract.Read.HtmlReader(new()).Read(source, TestContext.Current.CancellationToken)!.Document!.Links.Single().Href);
        Assert.Equal(["https://example.org/b?c=1", "../b"], links);
    }

    [Theory]
    [InlineData("{", "it is no JSON: line 1 cannot be read.")]
    [InlineData("[]", "it is no JSON object.")]
    [InlineData("{\"url\": \"\\ud800\"}", "it holds bytes that are no UTF-8, or half a character.")]
    [InlineData("""{"published": "12 May 2024"}""", "its “published” is no day: “12 May 2024”.")]
    [InlineData("""{"published": 2024}""", "its “published” is no day: “2024”.")]
    [InlineData("""{"url": "example.org/a"}""", "its “url” is no web address: “example.org/a”.")]
    [InlineData("""{"url": null, "published": "2024-05-12T10:00:00Z", "more": 1}""", null)]
    public async Task What_stands_beside_a_page_and_cannot_be_read_is_told(string meta, string? wrong)
    {
        Write("x/a.txt", "words");
        Write("x/a.meta.json", meta);
        var results = await FetchAsync(sources: "x");
        Assert.Contains(results, result => result.Result.Source?.Id == "x/a.txt");
        Assert.Equal(wrong, results.Select(result => result.Result.Fault).OfType<Fault>().SingleOrDefault(fault => fault.Where == "x/a.meta.json")?.What);
    }

    [Theory]
    [InlineData("a.htm", "x", "text/html")]
    [InlineData("a.md", "x", "text/markdown")]
    [InlineData("a", "<!DOCTYPE html><title>x</title>", "text/html")]
    [InlineData("a.page", "words", "text/plain")]
    [InlineData("a.json", "{}", "application/json")]
    public async Task The_name_tells_the_type_and_else_the_bytes(string name, string text, string type)
    {
        Write(name, text);
        Assert.Equal(type, (await FetchAsync(sources: name))[0].Result.Source!.MediaType);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_in_use_or_is_too_large_is_a_fault()
    {
        Write("large.txt", new string('x', 2000));
        Write("locked.txt", "x");
        using var held = new FileStream(Path.Combine(_folder, "locked.txt"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var results = await FetchAsync(1000, "missing.txt", "locked.txt", "large.txt");
        Assert.Equal("missing.txt: it cannot be read: there is no such file. Check the path.", results[0].Result.Fault!.ToString());
        Assert.StartsWith("locked.txt: it cannot be read: ", results[1].Result.Fault!.ToString(), StringComparison.Ordinal);
        Assert.Equal("large.txt: 2,000 bytes are more than the limit of 1,000. Split it, or raise 'read: maxBytes'.", results[2].Result.Fault!.ToString());
    }
}
