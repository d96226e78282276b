using Extract.Resolve.EventTypes;
using Extract.Resolve.Topics;
using Extract.Trained;

namespace Extract.Tests.Resolve.Labels;

/// <summary>Topics and types of event by rules alone, without any model.</summary>
public sealed class TopicResolverTests
{
    [Theory]
    [InlineData("Conference on human trafficking\nProsecutors and social workers discuss forced labour.", "human-trafficking")]
    [InlineData("Half marathon\nRunners start at the stadium.", "sports")]
    [InlineData("New exhibition of the museum\nPaintings by young artists.", "culture-arts")]
    [InlineData("Small arms and light weapons\nA regional workshop on firearms.", "firearms")]
    public void Chief_topic(string text, string topic) => Assert.Equal(topic, new TopicResolver(ModelSet.Empty).Resolve(SomeContext.Of(text))[0].Finding.Label);

    [Theory]
    [InlineData("Annual conference of beekeepers\nTwo days of talks.", "conference")]
    [InlineData("Call for papers\nSend your abstract by May.", "call")]
    [InlineData("Public hearing on the new road\nResidents may testify.", "hearing")]
    [InlineData("Minister will travel to Oslo\nHe will meet his counterpart.", "visit")]
    [InlineData("Press conference\nJournalists need accreditation.", "press-event")]
    public void Type(string text, string type) => Assert.Equal(type, new EventTypeResolver(ModelSet.Empty).Resolve(SomeContext.Of(text)).Finding.Label);

    [Fact]
    public void At_most_four_topics_each_with_words_inside_the_announcement()
    {
        var text = "Talk\n\nOpera, opera singers. Football cup. Software for hospitals and patients, museums, banks and banking, farms and farming, churches.\n\nTalk on tax";
        var span = new TextSpan(6, text.IndexOf("\n\nTalk on", StringComparison.Ordinal));
        var topics = new TopicResolver(ModelSet.Empty).Resolve(SomeContext.Of(text, span));
        Assert.InRange(topics.Length, 2, 4);
        Assert.All(topics, topic => Assert.All(topic.Finding.Evidence, words => Assert.True(span.Contains(new TextSpan(words[0], words[1])))));
    }

    [Fact]
    public void An_item_that_says_nothing_of_itself_takes_its_topic_from_what_stands_around_it()
    {
        var text = "Hospital days of the clinic\n\nAalborg, 3 May\n\nOdense, 4 May";
        var at = text.IndexOf("Odense", StringComparison.Ordinal);
        var topics = new TopicResolver(ModelSet.Empty).Resolve(SomeContext.Of(text, new(at, text.Length)));
        Assert.Contains(topics, topic => topic.Finding.Label == "health");
    }
}
