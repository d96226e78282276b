using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Extract.Learn;
using Extract.Learn.Judging;
using Extract.Read;
using Extract.Score;
using Extract.Trained;

namespace Extract.Tests.Learn.Judging;

/// <summary>The judge gives the figures of score.py, for both forms of gold.</summary>
public sealed class JudgeMeetsScriptTests : IDisposable
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private readonly string _folder = Directory.CreateTempSubdirectory("judge").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("../shared/data/announcements/real")]
    [InlineData("../shared/data/announcements/real", "--html")]
    [InlineData("../shared/data/announcements/real", "--several")]
    [InlineData("../shared/data/announcements/real", "--only", "/b0")]
    [InlineData("../shared/data/announcements/reworded")]
    [InlineData("corpus/test")]
    [InlineData("corpus/train")]
    public void Noisy_records_score_alike(string folder, params string[] options)
    {
        var gold = GoldOf(folder, options);
        CompareNoisy(Repository.File(folder), gold, options);
    }

    [Theory]
    [InlineData("../shared/data/announcements/real")]
    [InlineData("corpus/test")]
    public void Records_of_the_program_score_alike(string folder)
    {
        var pages = LabelledPages.Load([Repository.Needs(folder)]);
        var predictor = new Predictor(ModelSet.Load(Path.Combine(AppContext.BaseDirectory, "Trained")), new ReadSettings(), new ScoreSettings());
        var predictions = pages.AsParallel().AsOrdered().Select(predictor.Predict).ToList();
        Assert.All(predictions, prediction => Assert.Null(prediction.Fault));
        Compare(Repository.File(folder), [.. pages.Select(page => page.Gold)], predictions.SelectMany(prediction => prediction.Records), []);
    }

    [Theory]
    [InlineData]
    [InlineData("--html")]
    public void Gold_without_offsets_scores_alike(params string[] options)
    {
        var gold = GoldOf("../shared/data/announcements/reworded", options).Select(WithoutOffsets).ToList();
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "gold")).FullName;
        foreach (var document in gold) File.WriteAllText(Path.Combine(folder, document.Id + ".json"), JsonSerializer.Serialize(document, Web));
        CompareNoisy(folder, gold, options);
    }

    private void CompareNoisy(string folder, IReadOnlyList<GoldDocument> gold, string[] options)
    {
        var noise = new NoisyRecords(gold.Count);
        Compare(folder, gold, gold.SelectMany(noise.Of), options);
    }

    private void Compare(string folder, IReadOnlyList<GoldDocument> gold, IEnumerable<Record> records, string[] options)
    {
        var file = Path.Combine(_folder, "records.jsonl");
        File.WriteAllLines(file, records.Select(RecordJson.ToJson));
        var ours = JsonDocument.Parse(ScoresJson.ToJson(Judge.Score(gold, RecordFile.Read(file), options.Contains("--html")))).RootElement;
        ScoreScript.AssertSame(ScoreScript.Run(folder, file, options), ours);
    }

    private static ImmutableArray<GoldDocument> GoldOf(string folder, string[] options)
    {
        var only = options.SkipWhile(option => option != "--only").Skip(1).FirstOrDefault();
        return Gold.Load(Repository.Needs(folder), only, options.Contains("--several"));
    }

    private static GoldDocument WithoutOffsets(GoldDocument gold) => gold with
    {
        Text = null,
        Announcements = [.. gold.Announcements.Select(announcement => announcement with
        {
            Text = announcement.Span!.Value.Of(gold.Text!), StartOffset = null, EndOffset = null,
            Dates = [.. announcement.Dates.Select(WithoutOffsets)], Cities = [.. announcement.Cities.Select(WithoutOffsets)],
            Organizations = [.. announcement.Organizations.Select(WithoutOffsets)],
        })],
    };

    private static GoldLabel WithoutOffsets(GoldLabel label) => label with { Start = null, End = null };
}
