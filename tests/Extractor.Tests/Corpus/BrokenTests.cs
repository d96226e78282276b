using System.Text.Json.Nodes;

namespace Extract.Tests.Corpus;

/// <summary>Holds the list of expected ends against the folder: a broken file that nobody expects tests nothing.</summary>
public sealed class BrokenTests
{
    [Fact]
    public void Every_broken_file_has_an_expected_end_and_every_end_a_file()
    {
        JsonObject files = JsonNode.Parse(File.ReadAllText(Path.Combine(CorpusFolder.Root, "broken.json")))!["files"]!.AsObject();
        Assert.Equal(CorpusFolder.Pages("broken").Select(Path.GetFileName).Order(StringComparer.Ordinal), files.Select(f => f.Key).Order(StringComparer.Ordinal));
        Assert.All(files, f => Assert.Contains((string?)f.Value!["end"], new[] { "records", "dropped", "failed" }));
        Assert.All(files, f => Assert.True((string?)f.Value!["end"] == "records" ? (int?)f.Value["atLeast"] > 0 : !string.IsNullOrEmpty((string?)f.Value["why"]), f.Key));
    }
}
