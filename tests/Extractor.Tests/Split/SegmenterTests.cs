using Extract.Split;

namespace Extract.Tests.Split;

public class SegmenterTests
{
    /// <summary>The items of the proposal that has one item for each of these beginnings, and no other.</summary>
    private static string[] Proposed(string marked, params string[] beginnings)
    {
        var page = SplitPages.Of(marked);
        var proposals = Segmenter.Propose(page).Select(proposal => SplitPages.Items(page, proposal)).ToArray();
        var proposal = proposals.FirstOrDefault(items => items.Length == beginnings.Length && items.Zip(beginnings).All(pair => pair.First.StartsWith(pair.Second, StringComparison.Ordinal)));
        Assert.True(proposal is not null, string.Join("\n", proposals.Select(items => string.Join(" | ", items.Select(item => item.Split('\n')[0])))));
        return proposal;
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
            """, "Harvest supper", "Choir evening");
        Assert.EndsWith("old mill.", items[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Items_of_a_list_that_hold_a_date_are_items()
    {
        Proposed("""
            More talks in this series:

            - Reading maps, <4 March>
            - Drawing maps, <11 March>
            - Questions? Write to us
            """, "Reading maps", "Drawing maps");
    }

    [Fact]
    public void A_line_below_an_item_does_not_begin_the_next_one()
    {
        var page = SplitPages.Of("Meetings\n\n* <4 March> | York\n    * Ringing for beginners\n* <11 March> | Leeds\n    * Ringing for captains\n");
        Assert.DoesNotContain(Segmenter.Propose(page), proposal => SplitPages.Items(page, proposal).Any(item => item.StartsWith("Ringing for beginners", StringComparison.Ordinal) && item.Contains("11 March", StringComparison.Ordinal)));
    }

    [Fact]
    public void Rows_of_a_table_that_hold_a_date_are_items()
    {
        Proposed("""
            | When | What | Where |
            | --- | --- | --- |
            | <4 March> | Reading maps | Old mill |
            | <11 March> | Drawing maps | Library |
            """, "4 March | Reading maps | Old mill", "11 March | Drawing maps | Library");
    }

    [Fact]
    public void Cells_that_hold_a_date_each_are_items()
    {
        Proposed("""
            Meetings of the board

            <4 March>\t<6 May>\t<8 July>
            <10 September>\t<12 November>\tnone
            """.Replace("\\t", "\t", StringComparison.Ordinal), "4 March", "6 May", "8 July", "10 September", "12 November");
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
            """, "First course", "Second course");
        Assert.DoesNotContain("About us", items[1], StringComparison.Ordinal);
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
