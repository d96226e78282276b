using Extract.Split;

namespace Extract.Tests.Split;

public class SegmenterTests
{
    private static string[] Proposed(string marked, string by)
    {
        var page = SplitPages.Of(marked);
        var proposals = Segmenter.Propose(page).ToArray();
        var proposal = proposals.FirstOrDefault(proposal => proposal.By == by);
        Assert.True(proposal is not null, $"only {string.Join(", ", proposals.Select(one => one.By))} were proposed");
        return SplitPages.Items(page, proposal);
    }

    [Fact]
    public void Chunks_between_blank_lines_that_hold_a_date_are_items()
    {
        var items = Proposed("""
            Upcoming events

            Harvest supper
            <3 October 2024>
            Bring a dish to share.

            Choir evening
            <9 November 2024>
            Songs of the season in the old mill.
            """, "dated-chunk");
        Assert.Equal(2, items.Length);
        Assert.StartsWith("Harvest supper", items[0], StringComparison.Ordinal);
        Assert.EndsWith("old mill.", items[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Items_of_a_list_that_hold_a_date_are_items()
    {
        var items = Proposed("""
            More talks in this series:

            - Reading maps, <4 March>
            - Drawing maps, <11 March>
            - Questions? Write to us
            """, "dated-list-item");
        Assert.Equal(2, items.Length);
    }

    [Fact]
    public void Headings_of_one_level_start_items_and_a_higher_one_ends_them()
    {
        var items = Proposed("""
            # News

            ## First course

            It opens on <2 May 2024> in the town hall, and everybody is welcome to it.

            ## Second course

            It opens on <12 May 2024> in the library, and everybody is welcome to it.

            # About us

            We are a small society.
            """, "heading");
        Assert.Contains(items, item => item.StartsWith("## First course", StringComparison.Ordinal) && !item.Contains("Second", StringComparison.Ordinal));
    }

    [Fact]
    public void The_whole_page_is_always_proposed_first()
    {
        var page = SplitPages.Of("One line on <3 May 2024>.");
        Assert.Equal(Segmentation.Whole, Segmenter.Propose(page).First().By);
    }

    [Fact]
    public void Items_of_a_proposal_are_in_order_and_never_overlap()
    {
        var page = SplitPages.Of("A\n\nB <1 May>\n\nC\n<2 May>\nD <3 May>\n\n- e <4 May>\n- f <5 May>\n\nG");
        foreach (var proposal in Segmenter.Propose(page))
            for (var i = 1; i < proposal.Items.Length; i++) Assert.True(proposal.Items[i - 1].Last < proposal.Items[i].First, proposal.By);
    }
}
