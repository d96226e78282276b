using Extract.Commands.Evaluating;
using Extract.Learn;
using Extract.Learn.Judging;
using Extract.Tests.Learn.Judging;
using Extract.Trained;

namespace Extract.Tests.Commands.Evaluating;

/// <summary>What would be accepted at several errors.</summary>
public sealed class AcceptanceTableTests
{
    [Fact]
    public void Each_record_is_held_to_the_curve_of_the_models_that_made_it()
    {
        const string text = "A fair on 3 May 2024 in Zagreb";
        var gold = new[] { "a", "b" }.Select(id => SomeGold.Document(id, text, SomeGold.Announcement(text, text) with { Cities = [SomeGold.City(text, "Zagreb", "HR")] })).ToArray();
        var records = new[] { SomeGold.Record(gold[0], 0, 0.8), SomeGold.Record(gold[1], 0, 0.8) with { Cities = [] } };
        // A hundred at 0.7 that were right let 0.8 pass; a hundred that were wrong let nothing pass.
        Prediction Made(Record record, bool right) => new([record], [], [], new AcceptanceCurve([.. Enumerable.Repeat((0.7, right), 100)]), null);
        var scores = Judge.Score(gold, records);
        var row = AcceptanceTable.Of(scores, [Made(records[0], true), Made(records[1], false)], 0.05)!.Rows.First(at => at.Error == 0.05);
        Assert.Equal((1, 1, 2), (row.Accepted, row.Right, row.All));
        Assert.Equal(2, AcceptanceTable.Of(scores, records.Select(record => Made(record, true)), 0.05)!.Rows.First(at => at.Error == 0.05).Accepted);
    }
}
