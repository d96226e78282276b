using Extract.Resolve;
using Extract.Resolve.Dates;
using Extract.Tag;
using Extract.Tag.Dates;
using Extract.Trained;

namespace Extract.Tests.Resolve.Dates;

/// <summary>Lines that are nothing but a day.</summary>
public sealed class LoneLinesTests
{
    private const string News = """
        Roof of the hall mended
        5 May 2024
        It was mended by friends of the house, who took two days and a night for it.
        New chair of the friends
        3 May 2024
        She was met at the gate by the band, and spoke about roofs for a quarter of an hour.
        """;

    private static string[] Features(string text, string date)
    {
        var tagged = TaggedDocument.Of(Tag.Dates.SomeDates.Document(text), [new DateTagger()]);
        var context = new ResolveContext(tagged.Document, tagged.Tokens, tagged.Mentions, [], 0);
        var features = new FeatureVector(named: true);
        new LoneLines(context).Write(tagged.Mentions.First(mention => mention.Span.Of(text) == date).Span, features);
        return [.. Enumerable.Range(0, features.Items.Length).Select(features.NameOf)];
    }

    [Fact]
    public void Those_of_news_go_back_in_time_over_words_that_tell_something() => Assert.Contains("lone-lines-order-and-below=falling prose", Features(News, "3 May 2024"));

    [Fact]
    public void Those_of_a_calendar_go_forward() => Assert.Contains("lone-lines-order-and-below=rising short", Features("3 May 2024\nChess for beginners\n5 May 2024\nDraughts", "3 May 2024"));

    [Theory]
    [InlineData("We meet on 3 May 2024 in the hall.", "among other words")]
    [InlineData("3 May 2024, 7 pm\nChess", "with a clock time")]
    public void A_day_that_does_not_stand_alone_says_nothing_so(string text, string why) => Assert.True(Features(text, "3 May 2024").Length == 0, why);
}
