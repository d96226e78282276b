using System.Text.Json;
using Extract.Commands.Evaluating;
using Extract.Learn;
using Extract.Tests.Learn.Judging;

namespace Extract.Tests.Commands.Evaluating;

/// <summary>The command as a user meets it: what it prints, where, and with what status.</summary>
public sealed class EvaluationTests : IDisposable
{
    private const string Text = "A fair on 3 May 2024 in Zagreb";

    private static readonly GoldDocument Gold = SomeGold.Document("d1", Text, SomeGold.Announcement(Text, Text, "A fair", "sale") with
    {
        Dates = [SomeGold.Date(Text, "3 May 2024", "2024-05-03")],
        Cities = [SomeGold.City(Text, "Zagreb", "HR")],
    });

    private readonly string _folder = Directory.CreateTempSubdirectory("evaluate").FullName;
    private readonly StringWriter _output = new(), _talk = new();

    public EvaluationTests()
    {
        Directory.CreateDirectory(In("gold"));
        File.WriteAllText(In("gold/d1.json"), JsonSerializer.Serialize(Gold, JsonSerializerOptions.Web));
        WriteRecords("right.jsonl", SomeGold.Record(Gold, 0));
        WriteRecords("wrong.jsonl", SomeGold.Record(Gold, 0) with { Cities = [] });
    }

    public void Dispose()
    {
        _output.Dispose();
        _talk.Dispose();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public void Records_are_judged_and_every_field_is_shown_with_its_meaning()
    {
        Assert.Equal(0, Run(new() { Gold = [In("gold")], Records = In("wrong.jsonl"), Misses = "venues" }));
        var lines = _output.ToString().Split('\n');
        Assert.StartsWith("1 documents, 1 labelled announcements, 1 sources", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("event-dates ", StringComparison.Ordinal) && line.EndsWith("first and last day of the event", StringComparison.Ordinal));
        Assert.Contains("missed  d1  Zagreb | HR | venue", lines);
    }

    [Fact]
    public void Json_is_one_object_and_nothing_else_on_standard_output()
    {
        Assert.Equal(0, Run(new() { Gold = [In("gold")], Records = In("right.jsonl"), Against = In("wrong.jsonl"), Json = true }));
        Assert.Equal(1, JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("venues").GetProperty("F1").GetDouble());
        Assert.Contains("d1: + city Zagreb HR venue “Zagreb”  [A fair]", _talk.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_gold_is_judged_as_records_are()
    {
        Assert.Equal(0, Run(new() { Gold = [In("gold")], Records = In("gold"), Json = true }));
        Assert.Equal(1, JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("when+where").GetDouble());
    }

    [Fact]
    public void The_pipeline_makes_the_records_where_none_are_given_and_they_can_be_kept()
    {
        Assert.Equal(0, Run(new() { Gold = [In("gold")], Save = In("made.jsonl") }));
        Assert.All(File.ReadAllLines(In("made.jsonl")), line => Assert.Equal("d1", RecordJson.FromJson(line).Source.Id));
        Assert.Contains("rules  classifier    both", _output.ToString(), StringComparison.Ordinal);
        Assert.Empty(_talk.ToString());
    }

    [Fact]
    public void Gold_that_the_models_have_learned_from_is_told()
    {
        Directory.CreateDirectory(In("models"));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Trained", "dates.year.weights"), In("models/dates.year.weights")); // a folder without weights is none
        new ModelCard { How = "", From = [], Documents = 1, Announcements = 1, Models = System.Collections.Immutable.ImmutableSortedDictionary<string, int>.Empty, Ids = ["d1"] }.Save(In("models"));
        Run(new() { Gold = [In("gold")] });
        Assert.Contains("1 of these 1 documents (“d1” …) are among those that the models were learned from", _talk.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_gate_reads_the_floors_beside_the_gold_and_fails_by_its_status()
    {
        EvaluateOptions gate = new() { Gold = [In("gold")], Records = In("right.jsonl"), Gate = true };
        Assert.Equal(1, Run(gate));
        Assert.Equal(0, Run(gate with { Raise = true }));
        Assert.True(File.Exists(In("floors.json")));
        Assert.Equal(0, Run(gate));
        Assert.Equal(1, Run(gate with { Records = In("wrong.jsonl") }));
    }

    [Theory]
    [InlineData("--folds 5", "all of the gold is of one source")]
    [InlineData("--folds 5 --records", "exclude each other")]
    [InlineData("--raise", "means nothing without --gate")]
    [InlineData("--gate --several", "one whole folder")]
    [InlineData("--misses nothing", "there is no field “nothing”")]
    [InlineData("gone", "no such file or folder")]
    public void What_cannot_be_meant_is_refused_with_what_to_do(string options, string says)
    {
        var e = Assert.Throws<SettingsException>(() => Run(new()
        {
            Gold = [In(options == "gone" ? "gone" : "gold")],
            Folds = options.Contains("--folds 5", StringComparison.Ordinal) ? 5 : 0,
            Records = options.Contains("--records", StringComparison.Ordinal) ? In("right.jsonl") : null,
            Raise = options == "--raise",
            Gate = options.StartsWith("--gate", StringComparison.Ordinal),
            Several = options.EndsWith("--several", StringComparison.Ordinal),
            Misses = options.StartsWith("--misses", StringComparison.Ordinal) ? "nothing" : null,
        }));
        Assert.Contains(says, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("broken floors", "floors.json: ")]
    [InlineData("a gate for one file", "one whole folder")]
    [InlineData("one id twice", "the id “d1” stands in ")]
    [InlineData("bad gold", "bad.json: ")]
    public void Files_that_are_not_what_they_should_be_are_told(string what, string says)
    {
        EvaluateOptions options = new() { Gold = [In("gold")], Records = In("right.jsonl"), Gate = true };
        if (what == "broken floors") File.WriteAllText(In("floors.json"), "[]");
        if (what == "a gate for one file") options = options with { Gold = [In("gold/d1.json")] };
        if (what is "one id twice" or "bad gold") options = options with { Records = In("other"), Gate = false };
        Directory.CreateDirectory(In("other"));
        foreach (var name in new[] { "a", "b" }) File.Copy(In("gold/d1.json"), In($"other/{name}.json"));
        if (what == "bad gold") File.WriteAllText(In("other/bad.json"), """{"announcements": null}""");
        Assert.Contains(says, Assert.Throws<SettingsException>(() => Run(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_users_own_places_are_heard_as_in_a_run()
    {
        File.WriteAllText(In("places.tsv"), "Zagreb\tCamp Nothing, XK, 42.36, 21.25\n");
        Directory.CreateDirectory(In("school"));
        var school = SomeGold.Document("s1", "Spring School on Tides\n\nThe spring school takes place in Zagreb on 3 May 2018, and all are invited.");
        File.WriteAllText(In("school/s1.json"), JsonSerializer.Serialize(school, JsonSerializerOptions.Web));
        Assert.Equal(0, Run(new() { Gold = [In("school")], Save = In("made.jsonl") }, new() { Folder = _folder, Tag = new() { Places = "places.tsv" } }));
        Assert.Contains("\"Camp Nothing\"", File.ReadAllText(In("made.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public void Training_into_a_used_folder_leaves_no_weights_of_before_and_nothing_else_is_touched()
    {
        Directory.CreateDirectory(In("models"));
        File.WriteAllText(In("models/stale.weights"), "old");
        File.WriteAllText(In("models/README.md"), "mine");
        Assert.Equal(0, new TrainingRun([In("gold")], In("models"), 0, new() { Folder = _folder }, _output, _talk, TestContext.Current.CancellationToken).Run());
        var models = ModelCard.Load(In("models"))!.Models.Keys.Select(name => name + ".weights");
        Assert.Equal(models.Concat(["README.md", "acceptance.tsv", "models.card.json"]).Order(StringComparer.Ordinal), Directory.GetFileSystemEntries(In("models")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    private int Run(EvaluateOptions options, Extract.Settings? settings = null)
    {
        _output.GetStringBuilder().Clear();
        return new Evaluation(options, settings ?? new() { Folder = _folder }, _output, _talk, TestContext.Current.CancellationToken).Run();
    }

    private string In(string name) => Path.Combine(_folder, name);

    private void WriteRecords(string name, Record record) => File.WriteAllText(In(name), RecordJson.ToJson(record) + "\n");
}
