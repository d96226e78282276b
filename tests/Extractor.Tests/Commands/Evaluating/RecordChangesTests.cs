using Extract.Commands.Evaluating;
using Extract.Tests.Learn.Judging;

namespace Extract.Tests.Commands.Evaluating;

/// <summary>What changed between two builds is listed, and nothing else.</summary>
public sealed class RecordChangesTests
{
    private const string Text = "A fair on 3 May 2024 in Zagreb";

    private static readonly Record Old = SomeGold.Record(SomeGold.Document("d", Text, SomeGold.Announcement(Text, Text, "A fair", "sale") with
    {
        Dates = [SomeGold.Date(Text, "3 May 2024", "2024-05-03")],
        Cities = [SomeGold.City(Text, "Zagreb", "HR")],
    }), 0);

    [Fact]
    public void Equal_records_and_other_probabilities_change_nothing() =>
        Assert.Empty(RecordChanges.Between([Old], [Old with { Confidence = 0.1, Cities = [Old.Cities[0] with { Confidence = 0.2 }] }]));

    [Fact]
    public void Each_fact_that_went_or_came_is_a_line() => Assert.Equal(
        [
            "d: - date 2024-05-03..2024-05-03 event “3 May 2024”  [A fair]",
            "d: + date 2023-05-03..2023-05-03 event “3 May 2024”  [A fair]",
            "d: + topic culture-arts  [A fair]",
        ],
        RecordChanges.Between([Old], [Old with
        {
            Dates = [Old.Dates[0] with { From = SomeGold.Day("2023-05-03"), To = SomeGold.Day("2023-05-03") }],
            Topics = [new("culture-arts", 0.5, "test", [])],
        }]));

    [Fact]
    public void Records_that_went_or_came_are_lines_in_order_of_document() => Assert.Equal(
        ["c: + record “A fair”", "d: - record “A fair”"],
        RecordChanges.Between([Old], [Old with { Id = "c-0", Source = Old.Source with { Id = "c" } }]));
}
