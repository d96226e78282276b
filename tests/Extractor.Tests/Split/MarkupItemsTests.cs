using Extract.Split;

namespace Extract.Tests.Split;

/// <summary>Markup that names what blocks begin with.</summary>
public class MarkupItemsTests
{
    private const string Html = "<h2>Evening of songs</h2><p>In the hall.</p><h2>Why we sing</h2><p>It is good for us.</p><h2>Morning of songs</h2><p>In the yard.</p>";

    private static Segmentation? Proposal(string html)
    {
        var document = new Extract.Read.Readers(new()).Read(Read.SomeSource.Html(html)).Document!;
        return Segmenter.Propose(new Page(new(document, Extract.Text.TokenList.Of(document), []))).FirstOrDefault(proposal => proposal.By == "markup");
    }

    [Fact]
    public void Blocks_with_the_names_of_events_begin_items_and_other_headings_end_them()
    {
        var markup = "<script type='application/ld+json'>[{\"@type\":\"Event\",\"name\":\"Evening of Songs\"},{\"@type\":\"Event\",\"name\":\"Morning of songs\"}]</script>";
        Assert.Equal([(0, 1), (4, 5)], Proposal(markup + Html)!.Items);
        Assert.Null(Proposal(Html));
    }
}
