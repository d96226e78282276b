using Extract.Learn;
using Extract.Learn.Judging;
using Extract.Read;
using Extract.Split;
using Extract.Tag;
using Extract.Tag.Dates;
using Extract.Tag.Labels;

namespace Extract.Tests.Split;

/// <summary>Floors of titles, on gold announcements, so that only titles are judged here.</summary>
public sealed class TitleQualityTests(ITestOutputHelper output)
{
    private const double SameTitle = 0.8; // as the judging script has it

    [Fact]
    public void Titles_of_gold_announcements_are_found()
    {
        var (hits, all) = (0, 0);
        ITagger[] taggers = [new DateTagger(), .. LabelTagger.Shipped];
        foreach (var gold in Gold.Load(Repository.Needs("../shared/data/announcements/real")).Where(gold => gold.Text is not null))
        {
            var source = new Source { Id = gold.Id, Uri = gold.Url, Text = gold.Text, Bytes = default, MediaType = "text/plain", Sha256 = "", Published = gold.Published };
            var page = new Page(TaggedDocument.Of(new PlainTextReader().Read(source, TestContext.Current.CancellationToken)!.Document!, taggers));
            foreach (var announcement in gold.Announcements)
            {
                var blocks = Enumerable.Range(0, page.Blocks.Length).Where(i => page.Blocks[i].Block.Span.Overlaps(announcement.Span!.Value)).ToArray();
                var title = TitleFinder.Find(page, (blocks[0], blocks[^1])).Of(page.Text);
                var hit = new WordBag(announcement.Title).F1(new(title)) >= SameTitle;
                (hits, all) = (hits + (hit ? 1 : 0), all + 1);
                if (!hit && Environment.GetEnvironmentVariable("SHOW_MISSES") is not null)
                    output.WriteLine($"{gold.Id}: gold “{announcement.Title}”\n      found “{title}”\n      text “{announcement.Span!.Value.Of(page.Text)[..Math.Min(300, announcement.Span!.Value.Length)].Replace("\n", " ⏎ ", StringComparison.Ordinal)}”");
            }
        }
        output.WriteLine($"{hits} of {all}");
        Assert.True(hits >= 0.82 * all, $"{hits} of {all}");
    }
}
