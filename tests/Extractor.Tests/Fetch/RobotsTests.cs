using Extract.Fetch;

namespace Extract.Tests.Fetch;

public class RobotsTests
{
    [Theory]
    [InlineData("", "/x", true, "no rules")]
    [InlineData("User-agent: *\nDisallow: /", "/x", false, "all is closed")]
    [InlineData("User-agent: *\nDisallow:", "/x", true, "an empty rule closes nothing")]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /open", "/open/x", true, "the longest rule decides")]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true, "of two alike the one that allows")]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Extract\nDisallow: /x", "/y", true, "the group that names us goes before the one for all")]
    [InlineData("User-agent: a\nUser-agent: extract\nDisallow: /x", "/x", false, "a group with several names")]
    [InlineData("User-agent: a\nDisallow: /x", "/x", true, "a group for others")]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false, "signs for any run and for the end")]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", true, "the end is the end")]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a-x-b-x-b-c/d", false, "several signs")]
    [InlineData("# words\nuser-agent : * # all\n disallow : /x # why", "/x", false, "comments and spaces")]
    [InlineData("Sitemap: /s.xml\nnonsense\nUser-agent: *\nCrawl-delay: 5\nDisallow: /x", "/x", false, "lines that say nothing here")]
    public void Rules(string text, string path, bool allowed, string why) =>
        Assert.True(allowed == Robots.Parse(text, "extract/1.0").Refusal(new Uri("https://example.org" + path)) is null, why);
}
