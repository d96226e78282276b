using System.Text.Json.Nodes;

namespace Extract.Tests.Run;

/// <summary>The user's own names of places in the real program: <c>tag: places</c> of pipeline.yml.</summary>
public sealed class OwnPlacesRunTests
{
    private const string Notice = "Annual meeting of the Bee Society\n\nThe annual meeting of the Bee Society will be held on 3 May 2024 at the Honeycomb Rooms. All members are welcome.\n";

    [Fact]
    public void The_city_of_a_venue_is_what_the_file_says()
    {
        using var folder = Folder("Honeycomb Rooms\tLjubljana, SI\tvenue\n");
        Assert.Equal(0, folder.Run().Status);
        var city = Assert.Single(JsonNode.Parse(Assert.Single(folder.Lines("out/records.jsonl")))!["cities"]!.AsArray())!;
        Assert.Equal(("Honeycomb Rooms", "Ljubljana", "SI", 3196359, "venue"),
            ((string?)city["text"], (string?)city["name"], (string?)city["country"], (int?)city["geonameId"], (string?)city["role"]));
    }

    [Fact]
    public void Another_file_is_another_fingerprint_and_the_documents_are_done_anew()
    {
        using var folder = Folder("Honeycomb Rooms\tLjubljana, SI\tvenue\n");
        folder.Run();
        folder.With("places.tsv", "Honeycomb Rooms\tZagreb, HR\tvenue\n").Run();
        Assert.Contains("\"Zagreb\"", Assert.Single(folder.Lines("out/records.jsonl")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Honeycomb Rooms\tAtlantis, SI\n", "places.tsv:1:17: the gazetteer has no city “Atlantis, SI”.")]
    [InlineData(null, "pipeline.yml:4:11: tag: places: there is no file “places.tsv”. Mend the path, or write null.")]
    public void A_wrong_file_is_told_before_anything_is_read(string? places, string message)
    {
        using var folder = Folder(places);
        var ran = folder.Run();
        Assert.Equal(2, ran.Status);
        Assert.Contains(message, ran.Talk, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["out/records.jsonl"]));
    }

    private static TemporaryFolder Folder(string? places)
    {
        var folder = new TemporaryFolder().With("notice.txt", Notice).With("pipeline.yml", "fetch:\n  sources: [.]\ntag:\n  places: places.tsv\n");
        return places is null ? folder : folder.With("places.tsv", places);
    }
}
