using Extract.Learn;
using Extract.Tests.Learn.Judging;

namespace Extract.Tests.Learn;

/// <summary>Which unlabelled documents are learned from.</summary>
public sealed class UnlabelledPagesTests
{
    private const string Words = "The society for the study of old bridges meets again this spring, and all of its members and friends are invited to hear what was found below the third arch.";

    [Fact]
    public async Task No_more_than_the_most_are_taken_and_the_same_in_any_order()
    {
        var sources = Enumerable.Range(0, 20).Select(i => Source($"s{i}", $"Text number {i}.")).ToArray();
        var (taken, other) = (await UnlabelledPages.TakeAsync(sources.ToAsyncEnumerable(), 7), await UnlabelledPages.TakeAsync(sources.Reverse().ToAsyncEnumerable(), 7));
        Assert.Equal(7, taken.Length);
        Assert.Equal(taken.Select(source => source.Id), other.Select(source => source.Id));
    }

    [Fact]
    public async Task The_same_content_is_taken_once()
    {
        Source[] sources = [Source("b", "Same."), Source("a", "Same.")];
        Assert.Equal("a", Assert.Single(await UnlabelledPages.TakeAsync(sources.ToAsyncEnumerable())).Id);
    }

    [Theory]
    [InlineData("g1", "Another text.", "the id of gold")]
    [InlineData("release-7", "Another text.", "the id that gold says its text is from")]
    [InlineData("all.jsonl!/release-7", "Another text.", "the same in a file of many")]
    [InlineData("x", "A title\n\n" + Words + "\n", "the bytes of gold")]
    [InlineData("x", "Press release\n\nANOTHER TITLE\n\n" + Words + " Tea is served.\n", "gold's first paragraph below another title")]
    public void What_stands_in_gold_is_left_out(string id, string text, string why) =>
        Assert.True(UnlabelledPages.NotIn(Gold(), [Source(id, text)], new(), TestContext.Current.CancellationToken).IsEmpty, why);

    [Fact]
    public void What_does_not_is_taken() => Assert.Single(UnlabelledPages.NotIn(Gold(), [Source("x", "A title\n\nThe society for the study of old bridges is no more.\n")], new(), TestContext.Current.CancellationToken));

    private static LabelledPage[] Gold() => [LabelledPages.Of(SomeGold.Document("g1", "A title\n\n" + Words + "\n") with { TextSource = "bridges.example release-7" })];

    private static Source Source(string id, string text) => LabelledPages.Of(SomeGold.Document(id, text)).Source;
}
