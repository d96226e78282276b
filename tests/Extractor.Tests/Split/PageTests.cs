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
}
