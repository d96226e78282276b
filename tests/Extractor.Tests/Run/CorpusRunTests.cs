using System.Text.Json.Nodes;
using Extract.Tests.Corpus;
using NJsonSchema;

namespace Extract.Tests.Run;

/// <summary>The main job: the shipped pipeline.yml over the shipped corpus, run once for all tests of the class.</summary>
public sealed class CorpusRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Copies pipeline.yml and the corpus, so that nothing of the repository is written to, and runs.</summary>
    public CorpusRun()
    {
        File.Copy(Repository.File("pipeline.yml"), _folder["pipeline.yml"]);
        foreach (var part in new[] { "train", "test" })
            foreach (var file in Directory.EnumerateFiles(Repository.File($"corpus/{part}"), "*", SearchOption.AllDirectories))
                Copy(file, Path.GetRelativePath(Repository.Root, file));
        Ran = _folder.Run("--json");
        Records = _folder.Lines("out/records.jsonl");
        Ledger = [.. _folder.Lines("out/ledger.jsonl").Select(line => JsonNode.Parse(line)!)];
    }

    internal Ran Ran { get; }

    /// <summary>The lines of out/records.jsonl.</summary>
    public IReadOnlyList<string> Records { get; }

    /// <summary>The lines of out/ledger.jsonl.</summary>
    public IReadOnlyList<JsonNode> Ledger { get; }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private void Copy(string file, string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        File.Copy(file, _folder[name]);
    }
}

/// <summary>What the main job must give.</summary>
public sealed class CorpusRunTests(CorpusRun run) : IClassFixture<CorpusRun>
{
    [Fact]
    public void It_is_done() => Assert.True(run.Ran.Status == 0, run.Ran.Talk);

    [Fact]
    public void Every_page_on_the_disk_ends_once_in_the_ledger() =>
        Assert.Equal(CorpusFolder.Pages("train").Concat(CorpusFolder.Pages("test")).Select(page => "corpus/" + page).Order(StringComparer.Ordinal),
            run.Ledger.Select(line => (string)line["input"]!));

    [Fact]
    public void The_sums_agree()
    {
        var summary = JsonNode.Parse(run.Ran.Out)!;
        int Of(string name) => (int)summary[name]!;
        Assert.Equal(run.Ledger.Count, Of("documents"));
        Assert.Equal(Of("documents"), Of("withRecords") + Of("duplicates") + Of("dropped") + Of("failed"));
        Assert.Equal(run.Records.Count, Of("accepted") + Of("needsReview") + Of("reviewed") + Of("rejected"));
        Assert.Equal(Of("announcements"), run.Records.Count + Of("linked"));
        Assert.Equal(run.Records.Count, run.Ledger.Sum(line => (int)line["records"]!));
    }

    [Fact]
    public async Task Every_record_fits_the_schema_and_holds_nothing_beside_it()
    {
        var schema = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(Repository.File("src/Models/record.schema.json"), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        Close(schema);
        foreach (var definition in schema.Definitions.Values) Close(definition);
        Assert.NotEmpty(run.Records);
        foreach (var record in run.Records)
            Assert.True(schema.Validate(record) is { Count: 0 } or null, $"{record[..100]}: {string.Join("; ", schema.Validate(record))}");
    }

    [Fact]
    public void Records_are_in_order_of_id_and_each_is_there_once()
    {
        var ids = run.Records.Select(record => RecordJson.FromJson(record).Id).ToArray();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }

    // Readers ignore unknown fields, so the schema allows them; what we write has none.
    private static void Close(JsonSchema schema)
    {
        if (schema.Properties.Count > 0) schema.AllowAdditionalProperties = false;
        foreach (var property in schema.Properties.Values)
        {
            if (property.Properties.Count > 0) property.AllowAdditionalProperties = false;
            if (property.Item is { Properties.Count: > 0 } item) item.AllowAdditionalProperties = false;
        }
    }
}
