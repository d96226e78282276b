using System.Text;
using Extract.Learn;

namespace Extract.Tests.Learn;

/// <summary>Gold becomes the pages that the pipeline would have been given.</summary>
public sealed class LabelledPagesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gold").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Gold_with_a_text_gives_that_text()
    {
        Write("a.json", """{"id": "x1", "url": "https://example.org/a", "published": "2024-05-03", "text": "Žito", "announcements": []}""");
        var source = Assert.Single(LabelledPages.Load([_folder])).Source;
        Assert.Equal(("x1", "https://example.org/a", "Žito", "text/plain", new DateOnly(2024, 5, 3)), (source.Id, source.Uri, source.Text, source.MediaType, source.Published));
    }

    [Fact]
    public void Gold_of_a_page_gives_the_page_beside_it_with_what_is_known_of_it()
    {
        Write("p.html", "<p>Hello</p>");
        Write("p.meta.json", """{"url": "https://example.org/p", "published": "2024-05-03"}""");
        Write("p.gold.json", """{"announcements": [{"title": "Hello", "text": "Hello"}]}""");
        var page = Assert.Single(LabelledPages.Load([_folder]));
        Assert.Equal(("p", "text/html", "https://example.org/p"), (page.Source.Id, page.Source.MediaType, page.Source.Address));
        Assert.Equal("<p>Hello</p>", Encoding.UTF8.GetString(page.Source.Bytes.Span));
        Assert.Equal("example.org", page.Gold.Origin);
    }

    [Fact]
    public void Other_json_is_passed_over_and_several_and_only_choose()
    {
        Write("floors.json", """{"corpus": ""}""");
        Write("one.json", """{"id": "one", "text": "t", "announcements": [{"title": "a", "startOffset": 0, "endOffset": 1}]}""");
        Write("two.json", """{"id": "two", "text": "t", "announcements": [{"startOffset": 0, "endOffset": 1}, {"startOffset": 0, "endOffset": 1}]}""");
        Assert.Equal(["one", "two"], LabelledPages.Load([_folder]).Select(page => page.Gold.Id));
        Assert.Equal(["two"], LabelledPages.Load([_folder], several: true).Select(page => page.Gold.Id));
        Assert.Equal(["one"], LabelledPages.Load([_folder], only: "one.").Select(page => page.Gold.Id));
    }

    [Theory]
    [InlineData("""{"id": "a", "announcements": []}""", "neither|no text")]
    [InlineData("""{"id": "a", "text": "t", "announcements": [{"startOffset": "x"}]}""", "startOffset")]
    [InlineData("""{"id": "a", """, "a.json")]
    public void What_is_no_gold_is_refused_with_its_file(string json, string says)
    {
        Write("a.json", json);
        var e = Assert.Throws<InvalidDataException>(() => LabelledPages.Load([_folder]));
        Assert.Contains("a.json", e.Message, StringComparison.Ordinal);
        Assert.Matches(says, e.Message);
    }

    [Theory]
    [InlineData("""{"published": "2018"}""", "“2018”")]
    [InlineData("""{"url": "p.html"}""", "“p.html”")]
    [InlineData("no json", "p.meta.json: ")]
    public void What_cannot_be_read_beside_a_page_is_told(string meta, string says)
    {
        Write("p.html", "<p>Hello</p>");
        Write("p.meta.json", meta);
        Write("p.gold.json", """{"announcements": []}""");
        Assert.Contains(says, Assert.Throws<InvalidDataException>(() => LabelledPages.Load([_folder])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_with_one_id_are_refused()
    {
        Write("a.json", """{"id": "x", "text": "t", "announcements": []}""");
        Write("b.json", """{"id": "x", "text": "t", "announcements": []}""");
        Assert.Contains("“x”", Assert.Throws<InvalidDataException>(() => LabelledPages.Load([_folder])).Message, StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
