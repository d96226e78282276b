using CsCheck;
using Extract.Read;

namespace Extract.Tests.Read;

public class HtmlReaderTests
{
    private static readonly Readers Readers = new(new ReadSettings { Languages = [] });

    private static Document Read(string html, string? uri = "https://example.org/events/") => Readers.Read(SomeSource.Html(html, uri)).Document!;

    [Theory]
    [InlineData("<h1>Spring\n  School</h1><p>It   is <b>in</b>\tZagreb.</p>", "H1 Spring School|P It is in Zagreb.", "white space collapses")]
    [InlineData("<div>one<p>two</p>three</div>", "P one|P two|P three", "a block parts the text around it")]
    [InlineData("<p>School<br>3 May<br/>Zagreb</p>", "P School|P 3 May|P Zagreb", "a line break begins a block, for what it parts is seldom one sentence")]
    [InlineData("<h2>School<br>on law</h2>", "H2 School on law", "a heading stays one, broken or not")]
    [InlineData("<ul><li>one<li>two<ul><li>deep</ul></ul>", "L1 one|L1 two|L2 deep", "depth of lists")]
    [InlineData("<ul><li><p>one</p><p>more</p></li></ul>", "L1 one|P more", "what follows in an item is a paragraph of it")]
    [InlineData("<dl><dt>When</dt><dd>3 May</dd></dl>", "L1 When|L2 3 May", "definition lists")]
    [InlineData("<table><tr><th>When<th>Where<tr><td>3 May<td><p>Zagreb</p></table>", "T When\tWhere|T 3 May\tZagreb", "cells are parted by a tab")]
    [InlineData("<table><tr><td><h2>School</h2><p>It is in Zagreb.</p></td></tr></table>", "H2 School|P It is in Zagreb.", "a table that lays out the page is none of data")]
    [InlineData("<table><tr><td>3 May<br>4 June<br>5 July</td><td>6 August<br>7 September<br>8 October</td></tr></table>", "P 3 May|P 4 June|P 5 July|P 6 August|P 7 September|P 8 October", "nor is one whose cells are columns of a list")]
    [InlineData("<h1>Board</h1><ul><li><a href=1>Minutes 3-26-2019</a><li><a href=2>Minutes 4-23-2019</a><li><a href=3>Minutes 5-28-2019</a><li><a href=4>Minutes 6-25-2019</a></ul>", "H1 Board|L1 Minutes 3-26-2019|L1 Minutes 4-23-2019|L1 Minutes 5-28-2019|L1 Minutes 6-25-2019", "a list of links that are days is no navigation")]
    [InlineData("<table><tr><td>3 May<br>10:00<td>Zagreb<tr><td>4 May<br>11:00<td>Split</table>", "T 3 May 10:00\tZagreb|T 4 May 11:00\tSplit", "a line break in a cell is a space")]
    [InlineData("<figure><img src=x><figcaption>A school</figcaption></figure><pre>a\n  b</pre>", "C A school|F a\n  b", "captions and preformatted text")]
    [InlineData("<p><strong>Summer School</strong></p><p>It is in Split.</p>", "H5 Summer School|P It is in Split.", "a paragraph that is bold throughout heads the next one")]
    [InlineData("<p><span>14 December 2023</span><span>11:30</span></p>", "P 14 December 2023 11:30", "elements that a style sheet sets apart do not become one word")]
    [InlineData("<p>H<sub>2</sub>O, the 5<sup>th</sup></p>", "P H2O, the 5th", "but what stands in one word stays in it")]
    [InlineData("<p>\u00a0 Zagreb\u00a0</p><p>&nbsp;</p>", "P Zagreb", "no-break spaces are no text either")]
    [InlineData("<p>Zagreb<script>var x = 1;</script><style>p {}</style><template>no</template></p><p hidden>no</p><p style='display: none'>no</p>", "P Zagreb", "what a browser does not show")]
    public void Blocks_are_what_a_browser_shows(string html, string outline, string why) =>
        Assert.True(outline == string.Join('|', Read(html).Outline()), $"{why}: {string.Join('|', Read(html).Outline())}");

    [Theory]
    [InlineData("<div>", "</div>", 2_001, true, "in each other")]
    [InlineData("<div title='a > b'><!-- </div> --><script>'</div>'</script><p>", "</p></div>", 2_001, true, "comments and scripts close nothing")]
    [InlineData("<div></span>", "</div>", 2_001, true, "what is not open is not closed")]
    [InlineData("<div>", "</div>", 1_999, false, "deep, but read")]
    [InlineData("<div><br><p>a</div>", "", 5_000, false, "after each other")]
    [InlineData("<div><span></div>", "", 5_000, false, "an end tag closes what is open in it")]
    [InlineData("<p>a<li><a name=b>", "", 5_000, false, "what needs no end tag")]
    [InlineData("<!-- <div> --><svg><path d='a'/></svg>", "", 5_000, false, "comments and drawings")]
    public void Tags_too_deep_in_each_other_are_refused(string open, string close, int times, bool refused, string why)
    {
        var html = string.Concat(Enumerable.Repeat(open, times)) + "Conference in Rome" + string.Concat(Enumerable.Repeat(close, times));
        var fault = Readers.Read(SomeSource.Html(html, "folder/some"), TestContext.Current.CancellationToken).Fault?.ToString();
        Assert.True(fault == (refused ? "folder/some: its tags stand more than 2,000 levels deep in each other. Close what is open in it, or save its text." : null), $"{why}: {fault}");
    }

    [Fact]
    public void Blocks_are_parted_by_empty_lines_and_items_and_rows_by_line_breaks()
    {
        var document = Read("<p>a</p><ul><li>b</li><li>c</li></ul><p>d<br>e</p>");
        Assert.Equal("a\n\nb\nc\n\nd\ne", document.Text);
    }

    [Fact]
    public void Cards_and_lists_have_groups_and_elements_give_anchors()
    {
        var blocks = Read("<main><h1>News</h1><div id=one><h2>One</h2><p>3 May</p></div><div><h2 id=two>Two</h2><p>4 May</p></div><ul><li id=a>a</li><li>b</li></ul></main>").Blocks;
        Assert.Equal([0, 1, 1, 2, 2, 3, 3], blocks.Select(block => block.Group));
        Assert.Equal([null, "one", "one", "two", null, "a", null], blocks.Select(block => block.Anchor));
    }

    [Fact]
    public void Words_in_an_element_without_an_id_have_no_anchor() =>
        Assert.Equal([null, "x", null], Read("<p><b>Spring School</b><br>3 May</p><p><b id=x>Autumn School</b></p><p><b id=''>Winter School</b></p>").Blocks.Where((_, i) => i != 1).Select(block => block.Anchor));

    [Theory]
    [InlineData("<P CLASS=a HREF=b><A HREF='one.html' onclick='x'>one</A></P>", "https://example.org/events/one.html", "names in capitals")]
    [InlineData("<base href='/2024/'><p><a href='one.html'>one</a></p>", "https://example.org/2024/one.html", "what the page declares")]
    [InlineData("<p><a href='one.html' hidden>no</a> <a name=x>none</a> <a href='two.html'>two</a></p>", "https://example.org/events/two.html", "what is shown and leads somewhere")]
    public void Attributes_that_reading_needs_are_kept(string html, string href, string why) => Assert.True(href == Assert.Single(Read(html).Links).Href, why);

    [Fact]
    public void Characters_that_leave_ink_are_counted_as_one_by_one() =>
        Gen.Char.Array[0, 80].Select(Gen.Int[0, 40], (some, at) => new string([.. some, .. " \t\n\u00a0\u2003x\u001f\u0085".Skip(at % 8)])).Sample(text =>
            Assert.Equal(text.Count(c => !char.IsWhiteSpace(c)), Extract.Read.Html.Visible.Count(text)));

    [Fact]
    public void Links_are_absolute_and_point_at_their_words()
    {
        var document = Read("<base href='/list/'><p>See <a href='one.html'> the <b>school</b> </a> and <a href='#x'></a>.</p><a href='//other.org/'><h3>Two</h3><p>more</p></a>");
        Assert.Equal([("the school", "https://example.org/list/one.html"), ("Two", "https://other.org/")], document.Links.Select(link => (link.Span.Of(document.Text), link.Href)));
    }

    [Fact]
    public void Links_stay_as_written_where_the_address_is_unknown() => Assert.Equal("one.html", Read("<p><a href='one.html'>one</a></p>", null).Links[0].Href);

    [Fact]
    public void Surroundings_of_the_text_are_left_out()
    {
        const string Text = "The regional school on the law of the sea takes place in Split and brings together students of all the countries around it.";
        var document = Read($"<header><a href='/'>Home</a></header><nav><ul><li><a href=a>About</a></ul></nav><div class='cookie-consent'>We use cookies.</div><main><h1>School</h1><p>{Text}</p></main><div id='sidebar'><a href=b>Other news</a></div><footer>Imprint</footer>");
        Assert.Equal(["H1 School", $"P {Text}"], document.Outline());
    }

    [Fact]
    public void Boilerplate_stays_where_the_settings_say_so()
    {
        var readers = new Readers(new ReadSettings { KeepBoilerplate = true, Languages = [] });
        Assert.Equal(["P Home", "P Text"], readers.Read(SomeSource.Html("<nav>Home</nav><main><p>Text</p></main>"), TestContext.Current.CancellationToken).Document!.Outline());
    }
}
