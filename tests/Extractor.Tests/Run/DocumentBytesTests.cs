using System.Text.Json;
using Extract.Read;
using Extract.Run;
using Extract.Tests.Corpus;

namespace Extract.Tests.Run;

/// <summary>A document that the state kept is the document that was read, in every part of it.</summary>
public sealed class DocumentBytesTests
{
    [Fact]
    public void Every_document_of_the_corpus_comes_back_as_it_was()
    {
        var (readers, kinds) = (new Readers(new ReadSettings { Languages = [] }), new HashSet<string>());
        foreach (var file in Directory.EnumerateFiles(CorpusFolder.Root, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".html" or ".txt" or ".pdf" or ".docx" or ".ics" or ".eml" or ".md"))
        {
            var bytes = File.ReadAllBytes(file);
            var source = new Source { Id = file, Uri = file, Bytes = bytes, MediaType = Extract.Fetch.MediaTypes.OfFile(file, bytes), Sha256 = "" };
            if (readers.Read(source, TestContext.Current.CancellationToken).Document is not { } document) continue;
            Same(document, source);
            kinds.Add(Path.GetExtension(file));
        }
        Assert.True(kinds.Count >= 2, string.Join(' ', kinds));
    }

    [Fact]
    public void Nothing_is_lost_of_a_document_that_has_everything()
    {
        var source = new Source { Id = "a", Bytes = new byte[] { 1 }, MediaType = "text/html", Sha256 = "" };
        Same(new()
        {
            Source = source,
            Text = "é\u0000\uD83D\uDE00 4 May",
            Title = "",
            Language = "en",
            Published = new(2018, 6, 1),
            Blocks = [new(BlockKind.Heading, new(0, 3), 2, 70_000, "x"), new(BlockKind.TableRow, new(3, 9))],
            Links = [new(new(1, 2), "https://example.org/")],
            Times = [new(new(5, 9), new(2018, 5, 4), new TimeOnly(9, 30), "+02:00"), new(new(5, 9), DateOnly.MinValue, TimeOnly.MinValue, null)],
            MarkupEvents = [new("n", new(2018, 5, 4), null, "Split", "HR", null, "json-ld") { Region = "r", Location = "l", FromTime = new(9, 0), ToTime = new(23, 59), TimeZone = "Europe/Zagreb", Recurrence = "FREQ=DAILY" }, new("m", null, null, null, null, "o", "microdata")],
            IgnoredMarkup = ["why"],
        }, source);
    }

    private static void Same(Document document, Source source)
    {
        var back = DocumentBytes.From(DocumentBytes.Of(document), source);
        Assert.Same(source, back.Source);
        Assert.Equal(document.Text, back.Text);
        // Every part, also one that is added later: what the bytes do not hold differs here.
        Assert.Equal(JsonSerializer.Serialize(document with { Source = source }), JsonSerializer.Serialize(back));
    }
}
