using System.Text;
using CsCheck;
using Extract.Read;

namespace Extract.Tests.Read;

/// <summary>What holds of every document, whatever the bytes.</summary>
public class ReadProperties
{
    private static readonly Readers Readers = new(new ReadSettings { Languages = [] });

    private static readonly string[] Parts =
    [
        "<p>", "</p>", "<div id=a>", "</div>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<h2>", "</h2>", "<br>", "<pre>", "</pre>", "<a href=x>", "</a>", "<b>", "</b>", "<nav>", "</nav>",
        "<span>", "</span>", "<script>", "</script>", "<svg>", "<select><option>", "<template>", "<!--", "-->", "<dl><dt>", "<dd>", "<caption>", "<form>", "</form>", "<body>", "<html lang=de>", "<a href='http://['>",
        "&nbsp;", "&amp", "\u00a0", "\ud800", "\u2028", "\0", "\r\n", "\n\n", "\n", "\t", " ", "- ", "## ", "1. ", "| a | b |\n", "|---|\n", "===\n", "---\n", "```\n", "[a](b)", "<http://x>", "• ", "word", "A sentence of some words.", "3 May 2018", "TITLE", "é", "😀",
        "<script type='application/ld+json'>{\"@type\":\"Event\",\"name\":[1]}</script>", "<div itemscope itemtype='http://schema.org/Event'>", "<time datetime=2018>", "<meta charset=x>", "<base href='//'>",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[0, 60].Select(string.Concat);

    [Fact]
    public void Any_bytes_give_a_document_or_a_reason() =>
        Gen.Byte.Array[0, 400].Sample(bytes => HoldsForAll(bytes, null), iter: 1000);

    [Fact]
    public void Any_text_gives_valid_blocks_and_links() => Text.Sample(text => HoldsForAll(Encoding.UTF8.GetBytes(text), text), iter: 1500);

    [Fact]
    public void Blocks_of_plain_text_cover_all_of_its_words() => Text.Sample(text =>
    {
        if (Readers.Read(SomeSource.Text(text), CancellationToken.None).Document is not { } document) return;
        var covered = new bool[text.Length];
        foreach (var block in document.Blocks) Array.Fill(covered, true, block.Span.Start, block.Span.Length);
        for (var i = 0; i < text.Length; i++) Assert.True(covered[i] || !char.IsLetter(text[i]), $"'{text[i]}' at {i} of {text}");
    }, iter: 1500);

    [Fact]
    public void Line_ends_of_Windows_change_no_block() => Text.Where(text => !text.Contains('\r', StringComparison.Ordinal)).Sample(text =>
    {
        var unix = Readers.Read(SomeSource.Text(text), CancellationToken.None).Document;
        var windows = Readers.Read(SomeSource.Text(text.Replace("\n", "\r\n", StringComparison.Ordinal)), CancellationToken.None).Document;
        Assert.Equal(unix?.Outline(), windows?.Outline().Select(line => line.Replace("\r\n", "\n", StringComparison.Ordinal)));
    }, iter: 1000);

    private static void HoldsForAll(byte[] bytes, string? text)
    {
        foreach (var type in new[] { "text/plain", "text/html", "text/markdown", "application/xhtml+xml" })
        {
            Holds(Readers.Read(SomeSource.Bytes(bytes, type) with { Text = text }, CancellationToken.None));
            if (text is not null) Holds(Readers.Read(SomeSource.Bytes(bytes, type), CancellationToken.None));
        }
    }

    internal static void Holds(ReadResult result)
    {
        Assert.Single(new object?[] { result.Document, result.Fault, result.Dropped }, one => one is not null);
        if (result.Document is not { } document) return;
        var last = 0;
        foreach (var block in document.Blocks)
        {
            Assert.InRange(block.Span.Start, last, document.Text.Length);
            Assert.InRange(block.Span.End, block.Span.Start + 1, document.Text.Length);
            Assert.Equal(block.Span, block.Span.Trim(document.Text));
            Assert.True(block.Kind == BlockKind.Heading ? block.Level is >= 1 and <= 6 : block.Kind != BlockKind.ListItem || block.Level >= 1);
            last = block.Span.End;
        }
        last = 0;
        foreach (var link in document.Links)
        {
            Assert.InRange(link.Span.Start, last, document.Text.Length);
            Assert.InRange(link.Span.End, link.Span.Start + 1, document.Text.Length);
            Assert.Equal(link.Span, link.Span.Trim(document.Text));
            last = link.Span.End;
        }
    }
}
