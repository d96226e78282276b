using Extract.Fetch;

namespace Extract.Tests.Fetch;

/// <summary>Patterns of sources, and what is taken out of them.</summary>
public sealed class GlobTests
{
    private static TemporaryFolder Folder() => new TemporaryFolder().With("pages/a.html", "x").With("pages/2018/b.html", "x").With("pages/2018/b.txt", "x").With("pages/drafts/c.html", "x").With("pages/.hidden/d.html", "x").With("mail/e.eml", "x");

    private static string[] Names(TemporaryFolder folder, FetchSettings settings)
    {
        using var fetcher = new Fetcher(settings, folder.Path, 1000, new HashSet<string>());
        return [.. fetcher.InputsAsync(CancellationToken.None).ToBlockingEnumerable().Select(input => input.Name)];
    }

    [Theory]
    [InlineData("pages/**/*.html", "pages/2018/b.html pages/a.html pages/drafts/c.html")]
    [InlineData("pages/*.html", "pages/a.html")]
    [InlineData("**/b.*", "pages/2018/b.html pages/2018/b.txt")]
    [InlineData("*/*.eml", "mail/e.eml")]
    [InlineData("pages/*/c.html", "pages/drafts/c.html")]
    [InlineData("nowhere/*.html", "")]
    public void A_pattern_names_files_in_order(string pattern, string names)
    {
        using var folder = Folder();
        Assert.Equal(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), Names(folder, new() { Sources = [pattern] }));
        Assert.Equal(names.Length > 0, SourcePaths.Exists(pattern, folder.Path));
    }

    [Fact]
    public void Two_patterns_give_a_file_once_and_what_is_skipped_is_in_neither()
    {
        using var folder = Folder();
        Assert.Equal(["pages/2018/b.html", "pages/a.html", "pages/2018/b.txt"], Names(folder, new() { Sources = ["pages/**/*.html", "pages/**/b.*"], Skip = ["pages/drafts/**"] }));
        Assert.Equal(["mail/e.eml", "pages/a.html", "pages/drafts/c.html"], Names(folder, new() { Sources = ["."], Skip = ["b.*"] }));
    }

    [Fact]
    public void One_that_matches_nothing_is_told_before_anything_is_read()
    {
        using var folder = Folder();
        folder.With("pipeline.yml", "fetch:\n  sources: ['pages/**/*.htm']\n");
        Assert.Equal((2, "extract: pipeline.yml:2:13: fetch: sources: nothing matches “pages/**/*.htm”. Mend the pattern (* stands for anything in a name, ** for any folders), or take it out.\n"), Told(folder.Run()));
        Assert.Equal((2, "extract: x/*.html: nothing matches it. Mend the pattern: * stands for anything in a name, ** for any folders.\n"), Told(folder.Run("run", "x/*.html", "pages")));
    }

    private static (int, string) Told(Ran ran) => (ran.Status, ran.Talk);
}
