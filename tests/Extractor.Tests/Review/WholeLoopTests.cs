using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Extract.Tests.Review;

/// <summary>The whole loop in the real program: a run, decisions by the review page's own requests, and the next run.</summary>
public sealed partial class WholeLoopTests
{
    // Nothing is accepted without a person, so that all of the pages wait.
    private const string Pipeline = "fetch:\n  sources: [texts]\nscore:\n  acceptError: 0\npublish:\n  csv: out/records.csv\n  sqlite: out/records.sqlite\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_decided_on_the_page_holds_on_the_next_run()
    {
        using var folder = new TemporaryFolder().With("pipeline.yml", Pipeline);
        foreach (var (name, text) in Pages()) folder.With("texts/" + name, text);
        Assert.Equal(0, folder.Run("run").Status);
        var shown = Records(folder);
        Assert.All(shown, record => Assert.Equal("needs-review", record.Status));
        Assert.All(shown.SelectMany(record => record.Questions.Select(question => (record, question))), asked => Assert.True(Stands(asked.record, asked.question.Field), asked.question.Field));

        await DecideAsync(folder, shown);

        var summary = JsonNode.Parse(folder.Run("run", "--json").Out)!;
        Assert.Equal((1, 1), ((int)summary["reviewed"]!, (int)summary["rejected"]!));
        var records = Records(folder).ToDictionary(record => record.Id);
        Assert.Equal(("A better title", "reviewed", 2, "ana"), (records[shown[0].Id].Title, records[shown[0].Id].Status, records[shown[0].Id].Revision, records[shown[0].Id].Review!.By));
        Assert.Equal(("rejected", 2), (records[shown[1].Id].Status, records[shown[1].Id].Revision));
        Assert.Equal(("needs-review", 1), (records[shown[2].Id].Status, records[shown[2].Id].Revision));
        var table = await File.ReadAllTextAsync(folder["out/records.csv"], Cancellation);
        Assert.Equal((true, false), (table.Contains(shown[0].Id, StringComparison.Ordinal), table.Contains(shown[1].Id, StringComparison.Ordinal)));
        Assert.Equal((1L, 0L), (Rows(folder, shown[0].Id), Rows(folder, shown[1].Id)));
    }

    // Our own pages of the corpus in which more than one kind of doubt arises, and some that any version of the rules finds.
    private static IEnumerable<(string Name, string Text)> Pages()
    {
        for (var i = 0; i < 3; i++) yield return (string.Create(CultureInfo.InvariantCulture, $"{i}.txt"), Run.Announcements.Text(i));
        foreach (var page in Directory.EnumerateFiles(Repository.File("corpus/test"), "*.txt").Order(StringComparer.Ordinal).Take(5)) yield return (Path.GetFileName(page), File.ReadAllText(page));
    }

    private static async Task DecideAsync(TemporaryFolder folder, Record[] shown)
    {
        using var process = ExtractProgram.Start(folder.Path, [], "review", "--port", "0", "--reviewer", "ana");
        try
        {
            var said = await process.StandardError.ReadLineAsync(Cancellation);
            using var client = new HttpClient { BaseAddress = new Uri(AddressOf().Match(said!).Value) };
            client.DefaultRequestHeaders.Add("X-Extract-Token", TokenOf().Match(await client.GetStringAsync("/", Cancellation)).Groups[1].Value);
            await ReviewSite.IndexedAsync(client);
            Assert.Equal(shown.Length, (int)JsonNode.Parse(await client.GetStringAsync("/queue", Cancellation))!["left"]!);
            await PostAsync(client, $$"""{"id":"{{shown[0].Id}}","status":"reviewed","changes":[{"op":"replace","path":"/title","value":"A better title"}]}""");
            await PostAsync(client, $$"""{"id":"{{shown[1].Id}}","status":"rejected","changes":[]}""");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task PostAsync(HttpClient client, string decision)
    {
        using var body = new StringContent(decision, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/decisions", UriKind.Relative), body, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static Record[] Records(TemporaryFolder folder) => [.. folder.Lines("out/records.jsonl").Select(RecordJson.FromJson)];

    // A question's field is a pointer to something that the record has.
    private static bool Stands(Record record, string pointer)
    {
        JsonNode? node = JsonNode.Parse(RecordJson.ToJson(record));
        foreach (var step in pointer.Split('/').Skip(1))
        {
            if (node is JsonObject owner && owner.ContainsKey(step)) node = owner[step];
            else if (node is JsonArray list && int.TryParse(step, out var at) && at < list.Count) node = list[at];
            else return false;
        }
        return true;
    }

    private static long Rows(TemporaryFolder folder, string id)
    {
        using var connection = new SqliteConnection($"Data Source={folder["out/records.sqlite"]};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM records WHERE id = $id";
        command.Parameters.AddWithValue("$id", id);
        return (long)command.ExecuteScalar()!;
    }

    [GeneratedRegex(@"http://[^\s]*:\d+")]
    private static partial Regex AddressOf();

    [GeneratedRegex("name=\"token\" content=\"([0-9a-f]{32})\"")]
    private static partial Regex TokenOf();
}
