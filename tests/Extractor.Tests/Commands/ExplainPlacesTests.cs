namespace Extract.Tests.Commands;

/// <summary><c>extract explain</c> shows what each name of a city may mean, and why.</summary>
public sealed class ExplainPlacesTests
{
    [Fact]
    public void Every_candidate_stands_with_its_country_region_and_reasons()
    {
        using var folder = new TemporaryFolder().With("notice.txt", "Bee meeting\n\nThe annual meeting of the Bee Society will be held in Springfield, Illinois, on 3 May 2024. All members are welcome.\n");
        var lines = folder.Run("explain", "notice.txt").Lines.SkipWhile(line => !line.Contains("may mean", StringComparison.Ordinal)).ToArray();
        Assert.Contains(lines, line => line.Contains("Springfield", StringComparison.Ordinal) && line.Contains("Illinois", StringComparison.Ordinal) && line.Contains("4250542", StringComparison.Ordinal) && line.Contains("region", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Springfield", StringComparison.Ordinal) && line.Contains("Missouri", StringComparison.Ordinal));
    }
}
