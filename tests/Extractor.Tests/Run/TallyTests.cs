using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Extract.Link;
using Extract.Run;

namespace Extract.Tests.Run;

/// <summary>What is counted while a run writes, in memory that does not grow with it.</summary>
public sealed class TallyTests
{
    private static Summary Failed(int count)
    {
        var tally = new Extract.Run.Tally();
        for (var i = 0; i < count; i++) tally.Counted(new($"{i}.txt", $"{i}.txt", Outcome.Failed, 0, 0, "it is empty", "[]"));
        return new()
        {
            Documents = tally.Documents.ToImmutableSortedDictionary(),
            Statuses = ImmutableSortedDictionary<string, int>.Empty,
            DroppedWhy = ImmutableSortedDictionary<string, int>.Empty,
            Failures = [.. tally.Failures],
            Files = ["out/records.jsonl"],
            Ledger = "out/ledger.jsonl",
        };
    }

    [Fact]
    public void The_first_failures_are_named_and_of_more_how_many_and_where_they_stand()
    {
        var summary = Failed(250);
        summary.Verify();
        Assert.Equal(100, summary.Failures.Length);
        Assert.Equal("extract: and 150 more failed; all stand in out/ledger.jsonl.", summary.FailureLines().Last());
        var json = JsonNode.Parse(summary.ToJson())!;
        Assert.Equal((250, 100, 150), ((int)json["failed"]!, json["failures"]!.AsArray().Count, (int)json["moreFailures"]!));
    }

    [Fact]
    public void As_few_as_can_be_named_are_all_named()
    {
        var summary = Failed(100);
        summary.Verify();
        Assert.Equal((100, "extract: 99.txt: it is empty"), (summary.FailureLines().Count(), summary.FailureLines().Last()));
        Assert.Null(JsonNode.Parse(summary.ToJson())!["moreFailures"]);
    }

    [Fact]
    public void Those_of_one_link_key_come_together_so_that_no_more_are_held()
    {
        using var folder = new TemporaryFolder();
        using var state = State.Open(folder.Path, new("r", "f", "m"), TimeProvider.System);
        string[] titles = ["Birds", "Bees", "Birds", "Bees", "Bats", "Birds"];
        for (var i = 0; i < titles.Length; i++)
        {
            var record = SomeRecord.Of($"{i}", $"{i}.txt", title: titles[i]);
            state.Put(new($"{i}.txt", $"{i}.txt", "c", 1, Outcome.Records, null, [new(record, new([], []))], []));
        }
        var entries = state.Linkable(_ => false).ToList();
        Assert.Equal(5, entries.Count);
        Assert.Equal(1, entries.Zip(entries.Skip(1)).Count(pair => pair.First.Key != pair.Second.Key));
        var plan = new LinkPlan(entries);
        Assert.Equal((null, null, "0.txt", "1.txt", null, "0.txt"), (plan.AbsorbedBy("0"), plan.AbsorbedBy("1"), plan.AbsorbedBy("2"), plan.AbsorbedBy("3"), plan.AbsorbedBy("4"), plan.AbsorbedBy("5")));
    }
}
