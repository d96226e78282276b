using Extract.Split;

namespace Extract.Tests.Split;

public class PageTests
{
    [Fact]
    public void Dates_one_after_the_other_are_a_run_whatever_links_stand_between()
    {
        var page = SplitPages.Of("# Meetings\n\n<12 January 2027>\n\nAgenda\n\n<9 February 2027>\n\nAgenda\n\nMinutes\n\n<9 March 2027>\n\nThe hall is on the second floor, and the lift stands beside the stairs.\n\n<11 May 2027>");
        var runs = Enumerable.Range(0, page.Blocks.Length).Where(i => page.Blocks[i].Dates > 0).Select(page.DateRunAt);
        Assert.Equal([3, 3, 3, 1], runs);
        Assert.Equal(0, page.DateRunAt(0));
    }

    [Theory]
    [InlineData("Choir evening\n\nWhen: <3 October 2024>\n\nWhere: the old mill", 1)]
    [InlineData("Rehearsals\n\nWhen: <3 October 2024>\nWhen: <10 October 2024>\nWhere: the old mill", 1)]
    [InlineData("Choir evening\n\nWhen: <3 October 2024>\n\nSupper\n\nWhen: <9 November 2024>", 2)]
    [InlineData("Choir evening\n\n<3 October 2024> in the old mill", 0)]
    public void What_is_said_once_of_one_event_is_counted_once(string marked, int times) => Assert.Equal(times, SplitPages.Of(marked).LabelledDates());

    [Fact]
    public void A_line_that_names_the_month_of_the_days_below_it_heads_them()
    {
        var document = Tag.Dates.SomeDates.Document("Calendar of the mill\nMay 2024\n3 – Lecture on looms\n12 – Workshop on dyes");
        var page = new Page(Extract.Tag.TaggedDocument.Of(document, [new Extract.Tag.Dates.DateTagger()]));
        Assert.Equal((BlockKind.Heading, 0, false), (page.Blocks[1].Block.Kind, page.Blocks[1].Dates, page.Blocks[1].DateFirst));
        Assert.Equal(1, page.HeadingOf(2));
        Assert.Equal([(2, 2), (3, 3)], Segmenter.Propose(page).First(proposal => proposal.By == "date-first").Items);
    }
}
