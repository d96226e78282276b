using System.Text.Json.Nodes;
using Extract.Tests.Corpus;

namespace Extract.Tests.Run;

/// <summary>All of corpus/broken in the real program: every file ends once, as it must, and the good ones are as they are without the broken ones.</summary>
public sealed class BrokenRunTests
{
    [Fact]
    public void Every_broken_file_ends_once_and_as_it_must()
    {
        using var folder = Copied(_ => true);
        var ran = folder.Run("run", "broken");
        var ledger = folder.Lines("out/ledger.jsonl").Select(line => JsonNode.Parse(line)!).ToDictionary(line => (string)line["input"]!);
        var expected = Ends(JsonNode.Parse(File.ReadAllText(Path.Combine(CorpusFolder.Root, "broken.json")))!["files"]!.AsObject());
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), ledger.Keys.Order(StringComparer.Ordinal));
        foreach (var (file, end) in expected) AssertEnd(file, end, ledger[file]);
        var failed = expected.Count(file => (string)file.Value["end"]! == "failed");
        Assert.Equal(failed > 0 ? 1 : 0, ran.Status);
        AssertSums(ran, ledger.Values, failed);
    }

    [Fact]
    public void The_good_ones_are_as_they_are_without_the_broken_ones()
    {
        using var all = Copied(_ => true);
        using var good = Copied(name => name.StartsWith("good-", StringComparison.Ordinal));
        all.Run("run", "broken", "--quiet");
        good.Run("run", "broken", "--quiet");
        var records = good.Lines("out/records.jsonl");
        Assert.NotEmpty(records);
        Assert.Equal(records, all.Lines("out/records.jsonl").Where(line => RecordJson.FromJson(line).Source.Id.StartsWith("good-", StringComparison.Ordinal)));
    }

    // A file that holds documents ends at each of its places, and a reason there is exactly that.
    private static Dictionary<string, JsonNode> Ends(JsonObject files) => files.SelectMany(file => file.Value!["holds"] is JsonObject places
        ? places.Select(place => (Name: place.Key.Length == 0 ? file.Key : $"{file.Key}!/{place.Key}", End: place.Value!))
        : [(Name: file.Key, End: file.Value!)]).ToDictionary(end => end.Name, end => end.End);

    private static void AssertEnd(string file, JsonNode expected, JsonNode end)
    {
        Assert.True((string)expected["end"]! == (string)end["outcome"]!, $"{file}: {end}");
        if ((int?)expected["atLeast"] is { } least) Assert.True(least <= (int)end["records"]!, $"{file}: {end}");
        foreach (var key in expected.AsObject().Select(member => member.Key)) Assert.Contains(key, (string[])["end", "atLeast", "why", "note"]);
        if ((string?)expected["why"] is not { } why) return;
        if (file.Contains("!/", StringComparison.Ordinal)) Assert.Equal(why, (string)end["why"]!);
        else Assert.Contains(why, (string)end["why"]!, StringComparison.Ordinal);
    }

    // Each failure is one line with the document's name and the ledger's reason; the summary's numbers are the ledger's.
    private static void AssertSums(Ran ran, IEnumerable<JsonNode> ledger, int failed)
    {
        var lines = ran.Talk.Split('\n');
        foreach (var end in ledger.Where(end => (string)end["outcome"]! == "failed"))
            Assert.Single(lines, line => line == $"extract: {end["input"]}: {end["why"]}");
        Assert.Equal(failed, lines.Count(line => line.StartsWith("extract: ", StringComparison.Ordinal) && !line.Contains(" documents so far", StringComparison.Ordinal)));
        var documents = lines.Single(line => line.TrimStart().StartsWith("documents ", StringComparison.Ordinal));
        Assert.Equal($"{ledger.Count()}", documents.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
        foreach (var (outcome, word) in new[] { ("records", "with records"), ("dropped", "dropped"), ("failed", "failed") })
            Assert.Contains($"{ledger.Count(end => (string)end["outcome"]! == outcome)} {word}", documents, StringComparison.Ordinal);
    }

    private static TemporaryFolder Copied(Func<string, bool> which)
    {
        var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["broken"]);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(CorpusFolder.Root, "broken")).Where(file => which(Path.GetFileName(file))))
            File.Copy(file, folder["broken/" + Path.GetFileName(file)]);
        return folder;
    }
}
