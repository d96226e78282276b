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
        var ends = files.SelectMany(f => f.Value!["holds"] is JsonObject places ? places.Select(place => (f.Key, place.Value!)) : [(f.Key, f.Value!)]).ToList();
        Assert.All(ends, end => Assert.Contains((string?)end.Item2["end"], new[] { "records", "dropped", "failed" }));
        Assert.All(ends, end => Assert.True((string?)end.Item2["end"] == "records" ? (int?)end.Item2["atLeast"] > 0 : !string.IsNullOrEmpty((string?)end.Item2["why"]), end.Key));
    }
}
