using System.Globalization;
using Extract.Fetch;
using Extract.Run;

namespace Extract.Tests.Run;

/// <summary>How many documents there will be is told while they are listed, from sizes alone.</summary>
public sealed class CountingTests
{
    [Theory]
    [InlineData(10, 1000L, 100L, 100)]
    [InlineData(10, 1000L, 1000L, 10)]
    [InlineData(0, 1000L, 100L, null)]
    [InlineData(10, 1000L, 0L, null)]
    [InlineData(10, null, 100L, null)]
    // A file that grew meanwhile: nobody can say.
    [InlineData(10, 1000L, 2000L, null)]
    public void What_is_left_holds_as_many_for_its_size_as_what_is_listed(int listed, long? size, long bytes, int? expected) => Assert.Equal(expected, Counting.Of(listed, size, bytes));

    [Fact]
    public async Task Files_and_what_stands_in_an_archive_are_told_by_one_listing_and_all_is_listed_at_its_end()
    {
        using var folder = Announcements.Folder(5).With("more/rows.jsonl", string.Concat(Enumerable.Range(0, 4000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"{i}\",\"text\":\"Meeting number {i:0000} on 3 May 2018 in Zagreb.\"}}\n"))));
        using var fetcher = new Fetcher(new() { Sources = ["texts", "more"] }, folder.Path, 1000, new HashSet<string>());
        var size = fetcher.Size(TestContext.Current.CancellationToken);
        Assert.Equal(Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), size);
        var (listed, last) = (0, 0L);
        await foreach (var _ in fetcher.InputsAsync(TestContext.Current.CancellationToken))
        {
            listed++;
            Assert.InRange(fetcher.BytesListed, last, size!.Value);
            last = fetcher.BytesListed;
            if (listed == 3000) Assert.InRange(Counting.Of(listed, size, fetcher.BytesListed)!.Value, 3000, 4200);
        }
        Assert.Equal((4005, size), (listed, fetcher.BytesListed));
    }

    [Fact]
    public void Of_a_source_on_the_web_nobody_knows_the_size()
    {
        using var fetcher = new Fetcher(new() { Sources = ["https://example.org/feed"] }, Path.GetTempPath(), 1000, new HashSet<string>());
        Assert.Null(fetcher.Size(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void While_files_are_written_it_says_which_and_how_much_of_it()
    {
        var lines = new List<string>();
        var watch = new Watch(new Lines(lines), _ => null, TimeProvider.System);
        watch.Enter(Headway.Publish);
        watch.Wrote("out/records.csv", 12_000);
        Assert.Equal("publish: out/records.csv, 12000 records so far", lines[^1]);
    }

    private sealed class Lines(List<string> lines) : IProgress
    {
        public void Show(Headway headway) => lines.Add(Messages.Progress(headway));

        public void Dispose()
        {
        }
    }
}
