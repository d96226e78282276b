using System.Text.Json;

namespace Extract.Tests.Commands.Evaluating;

/// <summary><c>train --unlabelled</c>, as a person meets it.</summary>
public sealed class UnlabelledTests
{
    [Fact]
    public void The_card_says_how_many_took_part()
    {
        using var folder = Gold().With("more/gold-again.txt", Text(3, "football")).With("more/nothing.txt", "Opening hours\n\nThe office is closed on Mondays.\n");
        var lines = Enumerable.Range(20, 6).Select(i => JsonSerializer.Serialize(new { id = $"u{i}", text = Text(i, i % 2 == 0 ? "hospital" : "football") }));
        folder.With("texts.jsonl", string.Join('\n', lines) + "\n");
        var ran = folder.Run("train", "gold", "--unlabelled", "texts.jsonl", "--unlabelled", "more", "--into", "models");
        Assert.True(ran.Status == 0, ran.Talk);
        var took = JsonDocument.Parse(string.Join('\n', folder.Lines("models/models.card.json"))).RootElement.GetProperty("unlabelled").GetInt32();
        Assert.InRange(took, 1, 6);
        Assert.Contains($"Of 7 unlabelled documents {took} took part: rules and models agree on the topics or the type of event of an announcement in each.", ran.Lines);
    }

    [Fact]
    public void Nothing_but_what_is_gold_already()
    {
        using var folder = Gold().With("more/gold-again.txt", Text(3, "football"));
        var ran = folder.Run("train", "gold", "--unlabelled", "more", "--into", "models");
        Assert.Equal(2, ran.Status);
        Assert.EndsWith("extract: --unlabelled more: there is no document in it that can be read and is not in the gold. Name files, folders or archives with other texts.\n", ran.Talk, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "models")));
    }

    private static TemporaryFolder Gold()
    {
        var folder = new TemporaryFolder();
        for (var i = 0; i < 20; i++) folder.With($"gold/g{i}.json", Gold($"g{i}", Text(i, i % 2 == 0 ? "hospital" : "football"), i % 2 == 0 ? "health" : "sports"));
        return folder;
    }

    private static string Text(int i, string word) => $"Talk number {i} on the {word}\n\nOn {i + 1} May 2024 we speak of the {word} in Leeds, England. All who like the {word} are welcome to hear it.\n";

    private static string Gold(string id, string text, string topic) =>
        $$"""{"id": "{{id}}", "text": {{JsonSerializer.Serialize(text)}}, "textSource": "{{id}} page", "announcements": [{"title": "", "startOffset": 0, "endOffset": {{text.Length}}, "eventType": "lecture", "topics": ["{{topic}}"], "dates": [], "cities": [], "organizations": []}]}""";
}
