using Extract.Tests.Run;

namespace Extract.Tests.Commands;

/// <summary><c>init</c>, <c>check</c> and <c>explain</c> through the real program.</summary>
public sealed class InitTests
{
    [Fact]
    public void Init_writes_a_pipeline_file_that_runs_and_never_overwrites_one()
    {
        using var folder = Announcements.Folder(2).With("pages/a.html", "<p>Hello</p>").With("pages/a.gold.json", "{}");
        var ran = folder.Run("init", ".");
        Assert.Equal((0, "extract: ./pipeline.yml: written, with 2 sources. Look it over, then run “extract run ./pipeline.yml”.\n"), (ran.Status, ran.Talk));
        var written = File.ReadAllText(folder["pipeline.yml"]);
        Assert.Contains("    - pages   # 1 files: 1 .html\n    - texts   # 2 files: 2 .txt\n", written, StringComparison.Ordinal);
        Assert.Equal(0, folder.Run().Status);
        Assert.Equal(3, folder.Lines("out/ledger.jsonl").Length);
        var again = folder.Run("init", ".");
        Assert.Equal((2, "extract: ./pipeline.yml: it is there already. Edit it, or move it away first.\n"), (again.Status, again.Talk));
        Assert.Equal(written, File.ReadAllText(folder["pipeline.yml"]));
    }

    [Fact]
    public void Init_follows_no_link_that_leads_back_up()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("links need a right there");
        using var folder = new TemporaryFolder().With("a.txt", "x").With("sub/b.txt", "x");
        Directory.CreateSymbolicLink(folder["sub/up"], folder.Path);
        Assert.Equal(0, folder.Run("init", ".").Status);
        Assert.Contains("2 files: 2 .txt", File.ReadAllText(folder["pipeline.yml"]), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_pipeline_file_runs_over_its_own_folder_and_not_over_what_it_wrote()
    {
        using var folder = Announcements.Folder(2).With("pipeline.yml", "");
        Assert.Equal(0, folder.Run().Status);
        Assert.Equal(0, folder.Run().Status);
        Assert.Equal(2, folder.Lines("out/ledger.jsonl").Length);
    }

    [Fact]
    public void Check_loads_everything_and_runs_the_examples()
    {
        using var folder = new TemporaryFolder().With("pipeline.yml", "");
        var ran = folder.Run("check");
        Assert.True(ran.Status == 0, ran.Out + ran.Talk);
        Assert.Contains("pipeline.yml: is right", ran.Lines);
        Assert.Contains(ran.Lines, line => line.StartsWith("dates/en.yml: ", StringComparison.Ordinal) && line.EndsWith(" examples, all as they should be", StringComparison.Ordinal));
    }

    [Fact]
    public void Explain_shows_each_stage_in_the_order_of_the_path()
    {
        using var folder = Announcements.Folder(1);
        var ran = folder.Run("explain", "texts/000.txt");
        Assert.Equal((0, ""), (ran.Status, ran.Talk));
        var stages = ran.Lines.Where(line => line.StartsWith("== ", StringComparison.Ordinal)).Select(line => line[3..line.IndexOf(':', StringComparison.Ordinal)]).ToArray();
        Assert.Equal(["fetch", "read", "tag", "split", "resolve", "score"], stages.Distinct());
        Assert.Contains("1 May 2010", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_writes_a_page_that_needs_nothing_beside_it()
    {
        using var folder = new TemporaryFolder().With("a.txt", Announcements.Text(1).Replace("number 1", "<script>alert(1)</script> & co", StringComparison.Ordinal));
        Assert.Equal(0, folder.Run("explain", "a.txt", "--html", "a.html").Status);
        var page = File.ReadAllText(folder["a.html"]);
        Assert.StartsWith("<!doctype html>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; co", page, StringComparison.Ordinal);
        Assert.Contains("<mark class=\"Date\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_tells_what_cannot_be_read()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.txt"], [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3]);
        var ran = folder.Run("explain", "a.txt");
        Assert.Equal((1, "extract: a.txt: it is a PNG picture, not text. Convert it to text or HTML, or take it out of the sources.\n"), (ran.Status, ran.Talk));
    }
}
