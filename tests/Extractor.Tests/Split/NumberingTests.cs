using Extract.Split;

namespace Extract.Tests.Split;

/// <summary>Numbers that count the parts of a newsletter.</summary>
public class NumberingTests
{
    private const string Letter = """
        Letter of the network

        1. Conference on return

        Date: <14 May 2024>
        Place: Graz

        2. Call for papers

        Deadline: <30 April 2024>

        3. The office has moved

        It is on the second floor now.
        """;

    private static string[]? Numbered(string marked)
    {
        var page = SplitPages.Of(marked);
        return Segmenter.Propose(page).FirstOrDefault(proposal => proposal.By == "numbered") is { } proposal ? SplitPages.Items(page, proposal) : null;
    }

    [Fact]
    public void Each_number_begins_an_item_with_all_that_stands_under_it()
    {
        var items = Numbered(Letter);
        Assert.Equal(["Conference on return", "Call for papers", "The office has moved"], items!.Select(item => item.Split('\n')[0]));
        Assert.EndsWith("Graz", items![0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# 1. Conference on return\n\nIt is on <14 May 2024>.\n\n# 2. Call for papers\n\nSend them by <30 April 2024>.", "1. Conference on return|2. Call for papers", "in headings")]
    [InlineData("**1) Conference on return**\n\nIt is on <14 May 2024>.\n\n**2) Call for papers**\n\nSend them by <30 April 2024>.", "1) Conference on return|2) Call for papers", "in bold lines, closed by a bracket")]
    [InlineData("1.5 metres were measured on <14 May 2024>.\n\n2.5 metres were measured on <15 May 2024>.", null, "what goes on as a number counts nothing")]
    [InlineData("7. Conference on return\n\nIt is on <14 May 2024>.\n\n4. Call for papers\n\nSend them by <30 April 2024>.", null, "nor what does not go on by one")]
    public void A_number_counts_where_the_next_one_follows(string marked, string? items, string why)
    {
        var found = Numbered(marked) is { } all ? string.Join('|', all.Select(item => item.Split('\n')[0].Trim('*'))) : null;
        Assert.True(found == items, $"{why}: {found}");
    }

    [Fact]
    public void Titles_lose_their_number_and_keep_their_words()
    {
        var page = SplitPages.Of("# 1. Conference on return\n\nIt is on <14 May 2024> in the old mill, and all are welcome to it.\n\n# 2. Call for papers\n\nSend them by <30 April 2024> to the desk of the network in the old mill.");
        Assert.Equal("Conference on return", TitleFinder.Find(page, (0, 1)).Of(page.Text));
        Assert.Equal("Call for papers", TitleFinder.Find(page, (2, 3)).Of(page.Text));
    }

    [Fact]
    public void A_number_that_counts_nothing_is_part_of_the_title()
    {
        var page = SplitPages.Of("# 10. Festival of kites\n\nIt is on <14 May 2024> in the old mill, and all are welcome to it.");
        Assert.Equal("10. Festival of kites", TitleFinder.Find(page, (0, 1)).Of(page.Text));
    }
}
