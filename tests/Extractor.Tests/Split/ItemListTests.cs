using Extract.Split;
using Extract.Trained;

namespace Extract.Tests.Split;

/// <summary>What items have in common.</summary>
public class ItemListTests
{
    private static string[] Features(string marked, string by)
    {
        var page = SplitPages.Of(marked);
        var features = new FeatureVector(named: true);
        new ItemList(page, Segmenter.Propose(page).First(proposal => proposal.By == by).Items).Write(features);
        return [.. Enumerable.Range(0, features.Items.Length).Select(i => $"{features.NameOf(i)}:{features.Items[i].Value:0.0}")];
    }

    [Fact]
    public void News_have_a_lone_date_each()
    {
        var features = Features("News\n\nRoof of the hall\n<5 May 2024>\nIt was mended by friends and took two days.\n\nNew chair\n<4 May 2024>\nShe was met at the gate and spoke.", "heading");
        Assert.Contains("list-share-news-like:1.0", features);
    }

    [Fact]
    public void Lines_of_a_calendar_are_no_news()
    {
        var features = Features("# Lectures\n\n- <5 May 2024>, Reading maps\n- <6 May 2024>, Drawing maps", "list-item");
        Assert.DoesNotContain(features, feature => feature.StartsWith("list-share-news-like", StringComparison.Ordinal));
        Assert.Contains("list-under-schedule-heading:1.0", features);
    }

    [Fact]
    public void They_go_forward_or_back_in_time_by_steps()
    {
        var features = Features("Walks\n\n- <a> one\n- <b> two\n- <c> three", "list-item");
        Assert.Contains("list-order=rising:1.0", features);
        Assert.Contains("list-step=next-day:1.0", features);
        Assert.Contains("list-order=falling:1.0", Features("Walks\n\n- <c> one\n- <b> two\n- <a> three", "list-item"));
    }
}
