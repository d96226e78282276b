using System.Text.Json.Nodes;

namespace Extract.Tests.Run;

/// <summary>After a change of settings the real program does again what the change can show in, from the first stage that changed on, and gives the bytes of a run that begins anew.</summary>
public sealed class RedoTests
{
    private const string Sources = "fetch:\n  sources: [texts]\npublish:\n  csv: out/records.csv\n";
    private const string Page = "<html><head><title>Fair</title><meta name=\"date\" content=\"2018-03-01\"></head><body><h1>Spring fair</h1><p>The fair takes place on <time datetime=\"2018-05-04\">4 May</time> in <a href=\"/c\">Split</a>, Croatia. Mr. Ivo Kovac speaks.</p><ul id=\"l\"><li>Entry is free</li></ul><script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"Event\",\"name\":\"Spring fair\",\"startDate\":\"2018-05-04T09:00+02:00\",\"location\":{\"address\":{\"addressLocality\":\"Split\",\"addressCountry\":\"HR\"}}}</script></body></html>";

    private static TemporaryFolder Folder(string settings = "") => Announcements.Folder(4).With("texts/fair.html", Page).With("texts/none.txt", "Nothing is announced in this text, which says only that it is a text.\n").With("pipeline.yml", Sources + settings);

    public static TheoryData<string, string[]> Changes => new()
    {
        { "score:\n  require: [dates.event, organizations.organizer, topics]\n  acceptError: 0.3\n  askBelow: 0.9\n", ["accept"] },
        { "tag:\n  persons: true\nscore:\n  acceptError: 0.5\n", ["tag", "split", "resolve", "score"] },
        { "read:\n  keepBoilerplate: true\n", ["read", "tag", "split", "resolve", "score"] },
        { "tag:\n  maxTokens: 999999\n", [] },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void The_work_goes_on_from_the_first_stage_that_changed_and_gives_the_bytes_of_a_run_anew(string settings, string[] stages)
    {
        using var folder = Folder();
        Assert.Equal(0, folder.Run("--quiet").Status);
        folder.With("pipeline.yml", Sources + settings);
        var ran = folder.Run("run", "--verbose", "--json");
        Assert.Equal(0, ran.Status);
        Assert.Equal(stages, Stages(ran.Talk));
        Assert.Equal(stages.Length == 0 ? 6 : 0, (int)JsonNode.Parse(ran.Out)!["unchanged"]!);
        using var anew = Folder(settings);
        Assert.Equal(0, anew.Run("--quiet").Status);
        foreach (var file in new[] { "out/records.jsonl", "out/records.csv", "out/ledger.jsonl" }) Assert.Equal(File.ReadAllText(anew[file]), File.ReadAllText(folder[file]));
    }

    [Fact]
    public void Back_to_the_settings_of_before_gives_the_bytes_of_before()
    {
        using var folder = Folder();
        folder.Run("--quiet");
        var before = File.ReadAllText(folder["out/records.jsonl"]);
        folder.With("pipeline.yml", Sources + "score:\n  acceptError: 0.5\n  require: [dates.event]\n").Run("--quiet");
        Assert.NotEqual(before, File.ReadAllText(folder["out/records.jsonl"]));
        folder.With("pipeline.yml", Sources).Run("--quiet");
        Assert.Equal(before, File.ReadAllText(folder["out/records.jsonl"]));
    }

    [Fact]
    public void A_document_that_changed_is_read_again_whatever_else_changed()
    {
        using var folder = Folder();
        folder.Run("--quiet");
        folder.With("texts/000.txt", Announcements.Text(50)).With("pipeline.yml", Sources + "tag:\n  persons: true\n");
        var talk = folder.Run("run", "--verbose").Talk;
        Assert.Equal("texts/000.txt", Assert.Single(talk.Split('\n'), line => line.Contains(" DBG read ", StringComparison.Ordinal)).Split(' ')[3].TrimEnd(':'));
        Assert.Contains(folder.Lines("out/records.jsonl"), line => line.Contains("number 50", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("score:\n  acceptError: 0.5\n", " DBG accept ")]
    [InlineData("tag:\n  persons: true\n", " DBG score ")]
    public async Task Killed_while_it_does_them_again_it_goes_on_and_gives_the_bytes_of_a_run_anew(string settings, string after)
    {
        using var folder = Announcements.Folder(90).With("pipeline.yml", Sources);
        folder.Run("--quiet");
        folder.With("pipeline.yml", Sources + settings);
        using (var process = ExtractProgram.Start(folder.Path, [], "run", "--verbose", "--workers", "1"))
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            for (var seen = 0; seen < 40 && await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line;)
                if (line.Contains(after, StringComparison.Ordinal)) seen++;
            process.Kill();
            ExtractProgram.Finish(process, output, process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
        Assert.Equal(0, folder.Run("--quiet").Status);
        using var anew = Announcements.Folder(90).With("pipeline.yml", Sources + settings);
        anew.Run("--quiet");
        Assert.Equal(File.ReadAllText(anew["out/records.jsonl"]), File.ReadAllText(folder["out/records.jsonl"]));
    }

    private static string[] Stages(string talk) => [.. talk.Split('\n').Select(line => line.Split(" DBG ")).Where(parts => parts.Length == 2).Select(parts => parts[1].Split(' ')[0]).Where(stage => stage != "fetch").Distinct()
        .OrderBy(stage => Array.IndexOf(["read", "tag", "split", "resolve", "score", "accept"], stage))];
}
