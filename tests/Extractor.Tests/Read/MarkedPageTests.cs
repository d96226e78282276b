using CsCheck;
using Extract.Read;
using Extract.Read.Html;

namespace Extract.Tests.Read;

/// <summary>Offsets lead from the text back to the page.</summary>
public class MarkedPageTests
{
    private static readonly HtmlReader Reader = new(new ReadSettings());

    private static readonly string[] Parts = ["<p>", "</p>", "<b>", "</b>", " ", "\n", "one", "two ", "<br>", "<pre>", "</pre>", "<td>", "<tr>", "<table>", "<li>", "\u00a0", "&amp;", "é"];

    private static string Mark(string html, params string[] words)
    {
        var source = SomeSource.Html(html);
        var text = Reader.Read(source, TestContext.Current.CancellationToken)!.Document!.Text;
        return Reader.Mark(source, words.Select(word => new PageMark(At(text, word), "Date", word)))!;
    }

    private static TextSpan At(string text, string words) => text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at ? new(at, at + words.Length) : throw new ArgumentException(words);

    [Fact]
    public void Words_are_marked_where_they_stand_in_the_page() =>
        Assert.Equal("<h1>School</h1><p>On  <mark class=\"Date\" title=\"3 May\">3</mark> <b><mark class=\"Date\" title=\"3 May\">May</mark></b> in <mark class=\"Date\" title=\"Graz\">Graz</mark>, and  again in Graz.</p>",
            Mark("<h1>School</h1><p>On  3 <b>May</b> in Graz, and  again in Graz.</p>", "3 May", "Graz"));

    [Fact]
    public void Nothing_in_it_acts_or_loads()
    {
        var marked = Mark("<body onload=\"x()\"><script>x()</script><style>@import url(x)</style><p onclick=\"x()\" style=\"background:url(x)\">On 3 May <a href=\"javascript:x()\">here</a> <img src=\"x.png\" alt=\"a hall\" onerror=\"x()\"></p><iframe src=\"x\"></iframe><form action=\"x\"><input></form>"
            + "<svg onload=\"x()\"></svg><p style=\"display: none\">hidden</p>", "3 May");
        Assert.Equal("<p>On <mark class=\"Date\" title=\"3 May\">3 May</mark> <a title=\"javascript:x()\">here</a> [a hall]</p><form></form><p hidden=\"\">hidden</p>", marked);
    }

    [Fact]
    public void Each_word_of_any_page_leads_back_to_the_same_word() =>
        Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[1, 40].Sample(parts =>
        {
            var source = SomeSource.Html(string.Concat(parts));
            if (Reader.Read(source, CancellationToken.None)!.Document is not { Text: { Length: > 0 } text }) return;
            using var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(string.Concat(parts));
            var (nodes, map) = (Page.Of(page), new PageMap());
            var written = BlockWriter.Write(nodes, 0, map).Text;
            for (var i = 0; i < written.Length; i++)
                if (!char.IsWhiteSpace(written[i])) Assert.Equal(written[i], Assert.Single(map.Of(new(i, i + 1)).Select(place => place.Node.Data[place.Start])));
        }, iter: 500);
}
