using System.Diagnostics;
using System.Text.Json;

namespace Extract.Tests.Commands.Evaluating;

/// <summary>A label set of the user's own: ten examples a label, learned in less than a minute, and heard by every command from then on.</summary>
public sealed class OwnLabelsTests
{
    private static readonly string[] Bees =
    [
        "Spring inspection of the hives. Bring a veil; we look for the queen of each colony.", "Honey show in the hall. Jars of honey are judged on Saturday.",
        "Swarm collectors wanted. Leave your number with the beekeepers.", "Course for beekeepers, eight Tuesdays, with hives to open.",
        "Talk on the queen and her daughters, with a colony behind glass.", "Wax day. We melt combs of old hives into candles.",
        "Visit to a farm where four hundred hives stand on heather.", "Winter feeding of a colony until the willows flower, for beekeepers.",
        "Meeting of those who sell honey, with a report on foulbrood in the hives.", "Evening on mites. When to treat a colony, and when the honey is off.",
    ];

    private static readonly string[] Trains =
    [
        "Steam weekend on the narrow line. Trains every hour behind two locomotives.", "Open day at the signal box of the station.",
        "Lecture on the viaduct and the men who laid the track.", "Twenty model layouts and old rolling stock, with trains for children.",
        "Work party. We replace sleepers of the track behind the station.", "Hearing on trains for passengers on the branch line.",
        "Specials run from the station on three Sundays behind steam locomotives.", "Conference of engineers on rails, wheels and the track.",
        "Excursion by railcar along the line to the coast.", "Learn to fire locomotives and to drive trains.",
    ];

    [Fact]
    public void They_take_the_place_of_the_topics_that_ship()
    {
        using var folder = new TemporaryFolder().With("our.yml", File("beekeeping", Bees, "railways", Trains))
            .With("texts/a.txt", "Hives on the moor\n\nOn 3 May 2025 we open a colony and taste the honey at Malham, England. All are invited.\n")
            .With("texts/b.txt", "Steam to the coast\n\nOn 7 June 2025 two locomotives leave the station of York, England. All are invited.\n");
        var clock = Stopwatch.StartNew();
        var ran = folder.Run("train", "--labels", "our.yml", "--into", "models");
        Assert.Equal((0, ""), (ran.Status, ran.Talk));
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), clock.Elapsed.ToString());
        Assert.Equal(0, folder.Run("run", "texts").Status);
        var topics = folder.Lines("out/records.jsonl").Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(
            record => record.GetProperty("source").GetProperty("id").GetString()!, record => record.GetProperty("topics")[0]);
        Assert.Equal(("beekeeping", "railways"), (topics["a.txt"].GetProperty("label").GetString(), topics["b.txt"].GetProperty("label").GetString()));
        Assert.NotEqual(0, topics["a.txt"].GetProperty("evidence").GetArrayLength());
        // Both are plain; by what was learned of the labels that ship they had 0.54.
        Assert.All(topics.Values, topic => Assert.InRange(topic.GetProperty("confidence").GetDouble(), 0.6, 0.95));
    }

    /// <summary>Whoever trains everything anew, for what was reviewed, keeps the labels; and what a person gave one of them teaches it.</summary>
    [Fact]
    public void Training_all_else_keeps_them()
    {
        const string Page = "Talk on the moor\n\nOn 3 May 2025 a wuzzle is shown at Malham, England.\n";
        using var folder = new TemporaryFolder().With("our.yml", File("beekeeping", Bees, "railways", Trains)).With("texts/a.txt", Page);
        for (var i = 0; i < 8; i++) folder.With($"gold/g{i}.json", Gold($"g{i}", i % 2 == 0 ? "beekeeping" : "railways", i % 2 == 0 ? "wuzzle" : "trindle"));
        Assert.Equal(0, folder.Run("train", "--labels", "our.yml", "--into", "models").Status);
        var ran = folder.Run("train", "gold", "--into", "models");
        Assert.True(ran.Status == 0, ran.Talk);
        Assert.Contains("2 labels of your own that stood in models were learned anew.", ran.Lines);
        Assert.Equal(folder.Lines("our.yml"), folder.Lines("models/topics.labels.yml"));
        Assert.Equal(0, folder.Run("run", "texts").Status);
        Assert.Equal("beekeeping", JsonDocument.Parse(folder.Lines("out/records.jsonl")[0]).RootElement.GetProperty("topics")[0].GetProperty("label").GetString());
    }

    [Theory]
    [InlineData("extract: our.yml:3: the label “railways” has 2 examples; 8 are needed, ten do better. Add texts of announcements under “examples”.", "railways", 2)]
    public void Too_few_examples(string line, string label, int examples)
    {
        using var folder = new TemporaryFolder().With("our.yml", File(label, Trains[..examples], "beekeeping", Bees));
        var ran = folder.Run("train", "--labels", "our.yml");
        Assert.Equal((2, line + "\n"), (ran.Status, ran.Talk));
    }

    private static string File(string one, string[] its, string other, string[] others) => $"tag: topic\ntopics:\n{Entry(one, its)}{Entry(other, others)}";

    private static string Gold(string id, string topic, string word)
    {
        var text = $"The {word} of parish {id}\n\nOn 3 May 2024 the {word} is shown in Leeds, England. All who want to see a {word} are invited.\n";
        return $$"""{"id": "{{id}}", "text": {{JsonSerializer.Serialize(text)}}, "textSource": "{{id}} page", "announcements": [{"title": "The {{word}} of parish {{id}}", "startOffset": 0, "endOffset": {{text.Length}}, "eventType": "exhibition", "topics": ["{{topic}}"], "dates": [], "cities": [], "organizations": []}]}""";
    }

    private static string Entry(string label, string[] examples) =>
        $"  - label: {label}\n    covers: all of {label}\n    examples:\n{string.Concat(examples.Select(example => $"      - {JsonSerializer.Serialize(example)}\n"))}";
}
