using System.Text.Json.Nodes;

namespace Extract.Tests.Run;

/// <summary>A document that is too much, counted in tokens or mentions, is set aside with the reason, and is taken up when the limit is raised.</summary>
public sealed class LimitTests
{
    private static readonly string Long = Announcements.Text(7) + string.Concat(Enumerable.Repeat("On 4 May 2018 in Paris, and on 5 June 2019 in Rome. ", 60));

    private static TemporaryFolder Folder(string limit) => Announcements.Folder(2).With("texts/long.txt", Long).With("pipeline.yml", $"fetch:\n  sources: [texts]\ntag:\n  {limit}\n");

    [Theory]
    [InlineData("maxTokens: 200", "maxTokens: 5000", "tokens (words and signs) are more than the limit of 200. Split it, or raise 'tag: maxTokens'.")]
    [InlineData("maxMentions: 100", "maxMentions: 5000", "mentions are more than the limit of 100. Split it, or raise 'tag: maxMentions'.")]
    public void It_is_listed_with_why_and_a_retry_with_another_limit_takes_it_up(string limit, string raised, string why)
    {
        using var folder = Folder(limit);
        var ran = folder.Run("--quiet");
        Assert.Equal(1, ran.Status);
        Assert.Matches("^extract: texts/long.txt: [0-9,]+ " + System.Text.RegularExpressions.Regex.Escape(why) + "\n$", ran.Talk);
        Assert.DoesNotContain(folder.Lines("out/records.jsonl"), line => line.Contains("long.txt", StringComparison.Ordinal));
        folder.With("pipeline.yml", $"fetch:\n  sources: [texts]\ntag:\n  {raised}\n");
        var retry = folder.Run("retry", "--json", "--verbose");
        var summary = JsonNode.Parse(retry.Out)!;
        Assert.Equal((0, 3, 2, 0), (retry.Status, (int)summary["documents"]!, (int)summary["unchanged"]!, (int)summary["failed"]!));
        Assert.Contains(" DBG tag texts/long.txt", retry.Talk, StringComparison.Ordinal);
        // What was too much for a later stage need not be read again.
        Assert.DoesNotContain(" DBG read ", retry.Talk, StringComparison.Ordinal);
        using var anew = Folder(raised);
        anew.Run("--quiet");
        Assert.Equal(File.ReadAllText(anew["out/records.jsonl"]), File.ReadAllText(folder["out/records.jsonl"]));
    }

    [Theory]
    [InlineData("maxTokens: 200", "tokens")]
    [InlineData("maxMentions: 100", "mentions")]
    public void In_pipe_it_is_an_error_in_its_place(string limit, string what)
    {
        using var folder = Folder(limit);
        foreach (var until in new[] { "score", "resolve" })
        {
            var line = $"{{\"id\":\"a\",\"text\":{JsonValue.Create(Long).ToJsonString()}}}\n";
            var ran = ExtractProgram.Feed(folder.Path, line, "pipe", "--until", until);
            Assert.Matches($"^{{\"id\":\"a\",\"line\":1,\"error\":\"[0-9,]+ {what} ", ran.Out);
        }
    }

    [Theory]
    [InlineData("maxTokens: 0")]
    [InlineData("maxMentions: -3")]
    [InlineData("maxTokens: many")]
    public void A_limit_that_is_none_is_told_with_its_place(string limit)
    {
        using var folder = Folder(limit);
        var ran = folder.Run();
        Assert.Equal(2, ran.Status);
        Assert.Matches("^extract: pipeline.yml:4:\\d+: ", ran.Talk);
    }
}
