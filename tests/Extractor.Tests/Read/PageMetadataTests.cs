using Extract.Read;

namespace Extract.Tests.Read;

public class PageMetadataTests
{
    private static readonly Readers Readers = new(new ReadSettings { Languages = [] });

    private static Document Read(string html, string? uri = "https://example.org/x") => Readers.Read(SomeSource.Html(html, uri)).Document!;

    [Theory]
    [InlineData("<title>School | Site</title><meta property='og:site_name' content='Site'><p>x</p>", "School")]
    [InlineData("<meta property='og:title' content='Spring School - Site'><title>x</title><h1>Spring  School</h1>", "Spring School")]
    [InlineData("<h1>Only a heading</h1>", "Only a heading")]
    [InlineData("<p>nothing</p>", null)]
    public void Title(string html, string? title) => Assert.Equal(title, Read(html).Title);

    [Theory]
    [InlineData("<meta property='article:published_time' content='2018-06-04T10:00:00+02:00'><p>x</p>", "2018-06-04", "metadata")]
    [InlineData("<script type='application/ld+json'>{'@type':'NewsArticle','datePublished':'2018-06-04'}</script><p>x</p>", "2018-06-04", "JSON-LD")]
    [InlineData("<p>x</p><time class='entry-date published' datetime='2018-06-04'>June</time>", "2018-06-04", "a time that is called so")]
    [InlineData("<p>x</p><time datetime='2018-06-04'>4 June</time>", null, "a time that may be the event's")]
    [InlineData("<p>Posted on June 4th, 2018 by A. B.</p>", "2018-06-04", "a byline")]
    [InlineData("<p>The school takes place on 4 June 2018.</p>", null, "a date of the text")]
    [InlineData("<meta name='date' content='04/06/2018'><p>x</p>", null, "a date that can be read in two ways")]
    public void Published(string html, string? day, string why) =>
        Assert.True(day == Read(html.Replace("{'", "{\"").Replace("':'", "\":\"").Replace("','", "\",\"").Replace("'}", "\"}")).Published?.ToString("yyyy-MM-dd", null), why);

    [Fact]
    public void The_address_tells_the_day_too() => Assert.Equal(new DateOnly(2018, 6, 4), Read("<p>x</p>", "https://example.org/2018/06/04/school").Published);

    [Fact]
    public void What_came_with_the_source_goes_first() =>
        Assert.Equal(new DateOnly(2017, 1, 2), Readers.Read(SomeSource.Html("<meta name=date content=2018-06-04><p>x</p>") with { Published = new(2017, 1, 2) }, TestContext.Current.CancellationToken).Document!.Published);

    [Theory]
    [InlineData("<html lang=de-AT><p>kurz</p>", "de")]
    [InlineData("<html lang=de><p>The page is in English, whatever its template says of it, and there are enough small words here to be sure about that and not to doubt.</p>", "en")]
    [InlineData("<p>kurz</p>", null)]
    [InlineData("<html lang=mk><p>Семинар во Скопје, четврток</p>", "mk")]
    [InlineData("<html lang=en><p>Семинар во Скопје, четврток</p>", null)]
    public void Language(string html, string? code) => Assert.Equal(code, Read(html).Language);

    [Fact]
    public void Json_ld_with_half_a_character_costs_its_script_alone() => Assert.Equal("Fair", Assert.Single(Read(
        "<script type='application/ld+json'>{\"@type\":\"Event\",\"name\":\"A \\ud83d\"}</script><script type='application/ld+json'>{\"@type\":\"Event\",\"name\":\"Fair\"}</script><p>x</p>").MarkupEvents).Name);

    [Fact]
    public void Events_of_json_ld_and_microdata_and_hcalendar()
    {
        var events = Read("""
            <script type="application/ld+json">{"@graph":[{"@type":["Thing","EducationEvent"],"name":"School &amp; Fair","startDate":"2018-06-04T09:00","endDate":"2018-06-05",
              "location":{"@type":"Place","name":"Hall","address":{"addressLocality":"Split","addressCountry":{"name":"HR"}}},"organizer":[{"name":"Body"}]}]}</script>
            <script type="application/ld+json">{ broken</script>
            <div itemscope itemtype="https://schema.org/Event"><b itemprop="name">Fair</b><time itemprop="startDate" datetime="2018-07-01">July</time>
              <div itemprop="location" itemscope><i itemprop="name">Hall</i><i itemprop="addressLocality">Zadar</i></div></div>
            <div class="vevent"><b class="summary">Talk</b><abbr class="dtstart" title="2018-08-01">August</abbr></div>
            """).MarkupEvents;
        Assert.Equal([
            new("School & Fair", new(2018, 6, 4), new(2018, 6, 5), "Split", "HR", "Body", "json-ld") { FromTime = new(9, 0) },
            new("Fair", new(2018, 7, 1), null, "Zadar", null, null, "microdata"),
            new("Talk", new(2018, 8, 1), null, null, null, null, "hcalendar")], events);
    }
}
