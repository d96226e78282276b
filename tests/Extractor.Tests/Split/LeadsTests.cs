using Extract.Split;

namespace Extract.Tests.Split;

/// <summary>Sentences above a list that speak of all its items.</summary>
public class LeadsTests
{
    private static string[] Above(string marked, string item)
    {
        var page = SplitPages.Of(marked);
        var block = Enumerable.Range(0, page.Blocks.Length).First(i => page.Blocks[i].Span.Of(page.Text).StartsWith(item, StringComparison.Ordinal));
        return [.. Leads.Above(page, block).Select(span => span.Of(page.Text))];
    }

    [Theory]
    [InlineData("All lectures take place in the Town Hall, Leeds. Tea is poured from seven.", "All lectures take place in the Town Hall, Leeds.", "the sentence and not its neighbour")]
    [InlineData("Venue: Town Hall, Leeds", "Venue: Town Hall, Leeds", "a label")]
    [InlineData("Our meetings are held in the Town Hall, Leeds.", "Our meetings are held in the Town Hall, Leeds.", "a plural says that all are meant")]
    [InlineData("We were founded in Leeds by seven friends of rivers.", "", "of the society and not of its lectures")]
    [InlineData("All members know the way to the old mill in Leeds.", "", "nothing takes place")]
    public void What_is_said_of_all_is_found(string lead, string found, string why)
    {
        var above = Above($"# River society\n\n## Lectures\n\n{lead}\n\n- <12 March 2025> – Eels\n- <9 April 2025> – Mills", "9 April");
        Assert.True(string.Join('|', above) == found, $"{why}: {string.Join('|', above)}");
    }

    [Fact]
    public void What_stands_below_another_heading_is_said_of_others()
    {
        var above = Above("# River society\n\n## Lectures\n\nAll lectures take place in the Town Hall, Leeds.\n\n- <12 March 2025> – Eels\n\n## Walks\n\n- <9 April 2025> – Mills", "9 April");
        Assert.Empty(above);
    }

    [Fact]
    public void Items_inherit_from_it()
    {
        var page = SplitPages.Of("# River society\n\n## Lectures\n\nAll lectures take place in the Town Hall, Leeds.\n\n- <12 March 2025> – Eels\n- <9 April 2025> – Mills");
        var last = page.Blocks.Length - 1;
        var announcement = Announcements.Of(page, page.Span(last, last), page.Span(last, last), false, 1);
        Assert.Equal(["River society", "Lectures", "All lectures take place in the Town Hall, Leeds."], announcement.Headings.Select(span => span.Of(page.Text)));
    }
}
