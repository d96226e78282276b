using Extract.Split;

namespace Extract.Tests.Split;

public class TitleFinderTests
{
    [Fact]
    public void A_letterhead_is_no_title_where_a_name_follows()
    {
        var page = SplitPages.Of("DISTRICT COUNCIL OF MANGOVE\n\nSupply of solar water pumps\n\nBids are opened on <3 October 2024> in the hall.", organization: "DISTRICT COUNCIL OF MANGOVE");
        Assert.Equal("Supply of solar water pumps", TitleFinder.Find(page, (0, page.Blocks.Length - 1)).Of(page.Text));
    }

    [Fact]
    public void A_day_of_a_schedule_is_named_by_the_heading_above_it()
    {
        var page = SplitPages.Of("# Board of Governors\n\nWe sit in the library.\n\n## Meetings\n\n<12 January 2027>, 5 p.m. – Agenda – Minutes\n\n<9 March 2027>, 5 p.m. – Agenda");
        Assert.Equal("Board of Governors", TitleFinder.Find(page, (page.Blocks.Length - 1, page.Blocks.Length - 1)).Of(page.Text));
    }

    [Fact]
    public void A_row_is_named_by_the_cell_that_is_a_name()
    {
        var page = SplitPages.Of("| When | What | Where |\n| --- | --- | --- |\n| <4 March> | Reading old maps | Room 3 |\n| <11 March> | Drawing new maps | Room 4 |");
        Assert.Equal("Drawing new maps", TitleFinder.Find(page, (6, 8)).Of(page.Text));
    }

    [Fact]
    public void A_row_is_named_by_the_column_that_holds_names()
    {
        var page = SplitPages.Of("| | Day | Speaker | Topic |\n|--|--|--|--|\n| 1 | <4 March> | Greta Holm | Slow rivers of the plain |\n| 2 | <11 March> | Ivo Pal | Fast rivers of the hills |");
        var row = Enumerable.Range(0, page.Blocks.Length).First(i => page.Blocks[i].Span.Of(page.Text) == "2");
        Assert.Equal("Fast rivers of the hills", TitleFinder.Find(page, (row, row + 3)).Of(page.Text));
    }

    [Fact]
    public void Words_of_a_link_name_without_its_address()
    {
        var page = SplitPages.Of("| Event | When |\n|--|--|\n| [Days of slow rivers](https://rivers.example) | <4 March> |");
        Assert.Equal("Days of slow rivers", TitleFinder.Find(page, (2, 3)).Of(page.Text));
    }

    [Theory]
    [InlineData("Harvest supper of the valley\n\nOn <3 October 2024> we meet in the barn, and all are welcome to it.", "Harvest supper of the valley", "a heading")]
    [InlineData("## Harvest supper\n\nOn <3 October 2024> we meet in the barn, and all are welcome to it.", "Harvest supper", "without the marks of Markdown")]
    [InlineData("<3 October 2024>\nHarvest supper of the valley\n\nWe meet in the barn, and all are welcome to come to it.", "Harvest supper of the valley", "a date alone is no title")]
    [InlineData("- Basics of mapping, part two — <Monday, November 4>, 1:30 pm", "Basics of mapping, part two", "what a dash sets apart is not the name")]
    [InlineData("<Tuesday 3 October 2024> Open day of the observatory", "Open day of the observatory", "nor is a full date before it without a mark")]
    [InlineData("Board of the harbour <3 October 2024> Agenda | Minutes", "Board of the harbour", "nor what stands beside a day of a schedule, and the day before it")]
    [InlineData("Finance committee – <3 October 2024>, 9:00 am – CANCELLED", "Finance committee", "nor with its hour and its fate")]
    [InlineData("Meeting of the harbour board <3 October 2024>", "Meeting of the harbour board 3 October 2024", "a day that ends a heading is part of it")]
    [InlineData("<3 October 2024> – Summer fair", "Summer fair", "be the name that a mark sets apart ever so short")]
    [InlineData("<3 October 2024>: Open day of the observatory", "Open day of the observatory", "nor is a date before it")]
    [InlineData("The society meets on <3 October 2024> in Lyon. Then it rests for a year.", "The society meets on 3 October 2024 in Lyon", "else the first sentence")]
    [InlineData("Dear colleagues,\n\nAnnual assembly of the guild\n\nWe meet on <3 October 2024> in the barn, and all are welcome to it.", "Annual assembly of the guild", "a salutation is no title")]
    [InlineData("Hello everyone\n\nThe guild meets on <3 October 2024> in the barn. All are welcome to it.", "The guild meets on 3 October 2024 in the barn", "nor is a shorter one, where only sentences follow")]
    [InlineData("PRESS INVITATION\n\nOpening of the new harbour bridge\n\nOn <3 October 2024> the bridge opens for everybody who walks.", "Opening of the new harbour bridge", "nor is the kind of the document")]
    [InlineData("FOR IMMEDIATE RELEASE\n\n<3 October 2024>\n\nHarbour bridge opens to walkers\n\nIt opens at noon, and everybody may come.", "Harbour bridge opens to walkers", "nor two such lines")]
    [InlineData("Newsletter\n\nPage 1 of 2\n\nSecond festival of kites\n\nIt takes place on <3 October 2024> in the park by the river.", "Second festival of kites", "nor the number of the page")]
    [InlineData("CALL FOR PAPERS\n\nSixth symposium on river birds\n\n<3 October 2024>, Lyon\n\nWe ask for papers on all that swims and flies.", "Sixth symposium on river birds", "a call alone does not say for what")]
    [InlineData("Call for papers\n\nSend your text to the editors by <3 October 2024>, and they will answer within a week.", "Call for papers", "but it names where nothing better follows")]
    [InlineData("Kite club call - <January 2023>\n\n<Jan 19>, 14:00 ET\n\nHosted by the kite club of the valley.", "Kite club call - January 2023", "a month in a name is no date alone")]
    [InlineData("<August 2025> Hearing of the harbour board\n\nNOTE: it takes place in room four, on the second floor of the hall.", "August 2025 Hearing of the harbour board", "nor is one at its head, where no mark sets it apart")]
    [InlineData("5:30 p.m. LOCAL The mayor meets the guild of weavers in Lyon.", "The mayor meets the guild of weavers in Lyon", "a clock time before it is not the name")]
    [InlineData("Basics of mapping — <Monday, March 9>, 2:15 - 3:45 pm, ET", "Basics of mapping", "nor one after it")]
    [InlineData("[weavers] Birds of the delta\n<3 October 2024>", "Birds of the delta", "nor is the tag of a mailing list")]
    [InlineData("Home › News › Events\n\nBirds of the delta\n\n<3 October 2024>, in the hall by the river.", "Birds of the delta", "nor is the way to the page")]
    [InlineData("MEDIA CALL\n\nNurses of the night shift speak\n\nOn <3 October 2024> they meet the press at the gate.", "Nurses of the night shift speak", "nor is a call to the press alone")]
    [InlineData("Online only: Birds of the delta\n<3 October 2024>", "Birds of the delta", "nor is a label before it")]
    [InlineData("The weavers travel to Lyon and Turin from <3 October 2024>. They come back with a cart of wool, so the story goes.", "The weavers travel to Lyon and Turin", "a sentence names better without its day")]
    public void The_title_is_found(string marked, string title, string why)
    {
        var page = SplitPages.Of(marked);
        var span = TitleFinder.Find(page, (0, page.Blocks.Length - 1));
        Assert.True(span.Of(page.Text) == title, $"{why}: {span.Of(page.Text)}");
    }
}
