using Extract.Split;

namespace Extract.Tests.Split;

public class TitleFinderTests
{
    [Theory]
    [InlineData("Harvest supper of the valley\n\nOn <3 October 2024> we meet in the barn, and all are welcome to it.", "Harvest supper of the valley", "a heading")]
    [InlineData("## Harvest supper\n\nOn <3 October 2024> we meet in the barn, and all are welcome to it.", "Harvest supper", "without the marks of Markdown")]
    [InlineData("<3 October 2024>\nHarvest supper of the valley\n\nWe meet in the barn, and all are welcome to come to it.", "Harvest supper of the valley", "a date alone is no title")]
    [InlineData("- Basics of mapping, part two — <Monday, November 4>, 1:30 pm", "Basics of mapping, part two", "what a dash sets apart is not the name")]
    [InlineData("<3 October 2024>: Open day of the observatory", "Open day of the observatory", "nor is a date before it")]
    [InlineData("The society meets on <3 October 2024> in Lyon. Then it rests for a year.", "The society meets on 3 October 2024 in Lyon", "else the first sentence")]
    public void The_title_is_found(string marked, string title, string why)
    {
        var page = SplitPages.Of(marked);
        var span = TitleFinder.Find(page, (0, page.Blocks.Length - 1));
        Assert.True(span.Of(page.Text) == title, $"{why}: {span.Of(page.Text)}");
    }
}
