namespace Extract.Tests.Commands;

/// <summary><c>extract explain</c> shows the words behind each topic and behind the type of event.</summary>
public sealed class ExplainLabelsTests
{
    [Fact]
    public void The_words_behind_a_label_stand_beside_it()
    {
        using var folder = new TemporaryFolder().With("notice.txt", "Workshop on vaccines\n\nThe hospital of Springfield, Illinois, holds a hands-on workshop for nurses on 3 May 2024. All are welcome.\n");
        var lines = folder.Run("explain", "notice.txt").Lines;
        Assert.Contains(lines, line => line.Contains(" health ", StringComparison.Ordinal) && line.Contains("topic", StringComparison.Ordinal) && line.Contains("hospital", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("eventType", StringComparison.Ordinal) && line.Contains("hands-on", StringComparison.Ordinal));
    }
}
