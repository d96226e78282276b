using Extract.Learn;

namespace Extract.Tests.Learn;

public class FoldsTests
{
    private static GoldDocument Document(string origin, int announcements, int number) => new()
    {
        Id = $"{origin}-{number}",
        TextSource = origin + " some/path",
        Announcements = [.. Enumerable.Range(0, announcements).Select(_ => new GoldAnnouncement())],
    };

    [Fact]
    public void The_largest_source_goes_first_and_each_next_into_the_smallest_fold()
    {
        GoldDocument[] gold = [Document("b", 5, 1), Document("a", 5, 1), Document("c", 4, 1), Document("d", 3, 1)];
        Assert.Equal([1, 0, 0, 1], Folds.Of(gold, 2));
    }

    [Fact]
    public void A_source_never_stands_on_both_sides()
    {
        var gold = Enumerable.Range(0, 60).Select(i => Document("s" + (i % 7), i % 3, i)).ToArray();
        var folds = Folds.Of(gold, 5);
        foreach (var group in gold.Zip(folds).GroupBy(pair => pair.First.Origin)) Assert.Single(group.Select(pair => pair.Second).Distinct());
        Assert.Equal(5, folds.Distinct().Count());
    }

    [Fact]
    public void Every_document_is_held_out_once_and_its_source_with_it()
    {
        var gold = Enumerable.Range(0, 60).Select(i => Document("s" + (i % 7), i % 3, i)).ToArray();
        var held = Folds.Unseen(gold, document => document, (rest, held) =>
        {
            Assert.Empty(rest.Select(document => document.Origin).Intersect(held.Select(document => document.Origin)));
            Assert.Equal(gold.Length, rest.Length + held.Length);
            return held;
        });
        Assert.Equal(gold.Select(document => document.Id).Order(), held.Select(document => document.Id).Order());
    }

    [Fact]
    public void A_smaller_part_lies_in_a_larger_one_whatever_the_order()
    {
        var pages = Enumerable.Range(0, 40).Select(i => new LabelledPage(null!, Document("s" + (i % 7), 1, i))).ToArray();
        var (quarter, half) = (Folds.Part(pages, 25), Folds.Part(pages, 50));
        Assert.Equal((10, 20), (quarter.Length, half.Length));
        Assert.Subset(half.Select(page => page.Gold.Id).ToHashSet(), quarter.Select(page => page.Gold.Id).ToHashSet());
        Assert.Equal(quarter.Select(page => page.Gold.Id).Order(), Folds.Part([.. pages.Reverse()], 25).Select(page => page.Gold.Id).Order());
        Assert.Equal(pages, Folds.Part(pages, 100));
    }

    [Theory]
    [InlineData("state.gov press releases", "https://example.org/x", "state.gov")]
    [InlineData(null, "https://example.org/x", "example.org")]
    [InlineData("", "not an address", "id")]
    public void A_source_is_named_by_textSource_up_to_the_first_blank_else_by_the_host(string? textSource, string? url, string expected) =>
        Assert.Equal(expected, new GoldDocument { Id = "id", TextSource = textSource, Url = url }.Origin);
}
