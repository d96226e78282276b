using System.Text;
using Extract.Learn;
using Extract.Resolve;
using Extract.Resolve.EventTypes;
using Extract.Resolve.Labels;
using Extract.Resolve.Topics;
using Extract.Tests.Resolve;
using Extract.Trained;

namespace Extract.Tests.Learn;

/// <summary>Topics and types of event, learned from pages of five made-up sources in which only planted words tell the labels.</summary>
public sealed class LabelLearnerTests
{
    // Three words that no rule knows, so that only the classifier can have learned them; and one of the rules, so that those are trusted too.
    private static readonly (string Topic, string Type, string[] Words, string Known)[] Planted =
    [
        ("energy", "meeting", ["zorbing", "quillon", "dwarvish"], "electricity"),
        ("health", "lecture", ["flumox", "grobnik", "plinth"], "hospital"),
        ("sports", "training", ["wuzzle", "trindle", "cromlech"], "football"),
    ];

    private static readonly Lazy<ModelSet> Models = new(() =>
    {
        var documents = Documents();
        return new(new TopicLearner().Learn(documents).Concat(new EventTypeLearner().Learn(documents)));
    });

    private static LabelledDocument[] Documents() => [.. Enumerable.Range(0, 90).Select(i =>
    {
        var (topic, type, words, known) = Planted[i % 3];
        var (first, second) = i % 2 == 0 ? (words[0], words[1]) : (known, known);
        var text = $"Notice of the {first}\nWe announce the {second} and the {words[2]} of this week number {i}, all are invited.";
        return Document(i, text, new() { Title = "", StartOffset = 0, EndOffset = text.Length, Topics = [topic], EventType = type });
    })];

    private static LabelledDocument Document(int i, string text, GoldAnnouncement announcement)
    {
        var tagged = SomeContext.Tagged(text);
        var gold = new GoldDocument { Id = $"d{i:000}", Text = text, TextSource = $"source{i / 3 % 5} page", Announcements = [announcement] };
        return new(gold, tagged.Document, tagged.Tokens, tagged.Mentions, [SomeContext.Announcement(text, announcement.Span!.Value)]);
    }

    private static Candidate<TopicFinding>[] Topics(string text, LabelWitness witness = LabelWitness.Both) =>
        [.. new TopicResolver(Models.Value, null, witness).Resolve(SomeContext.Of(text))];

    [Fact]
    public void What_was_planted_is_learned()
    {
        Assert.Equal("health", Topics("Notice of the grobnik\nIt is a flumox.")[0].Finding.Label);
        Assert.Equal("training", new EventTypeResolver(Models.Value).Resolve(SomeContext.Of("Notice of the wuzzle\nIt is a trindle.")).Finding.Label);
    }

    [Fact]
    public void By_says_who_spoke()
    {
        Assert.Equal("topics.classifier", Topics("Notice of the grobnik\nIt is a flumox.")[0].Finding.By);
        Assert.Equal("topics.rules+classifier", Topics("Notice of the grobnik\nA flumox in the hospital.")[0].Finding.By);
        Assert.Equal("topics.rules", Topics("Excavations of a tomb\nThe orchestra plays at the opera.")[0].Finding.By); // no example of culture was learned
    }

    [Fact]
    public void Text_without_a_known_word_has_no_topic()
    {
        Assert.Empty(Topics("Xyzzy\nPlugh frotz."));
        var type = new EventTypeResolver(Models.Value).Resolve(SomeContext.Of("Xyzzy\nPlugh frotz."));
        Assert.Equal(("other", "event-type.none"), (type.Finding.Label, type.Finding.By));
        Assert.True(type.Probability < 0.1);
    }

    [Theory]
    [InlineData("Notice of the grobnik\nIt is a flumox, and all are invited.", LabelWitness.Both)]
    [InlineData("Notice of the grobnik\nIt is a flumox, and all are invited.", LabelWitness.Classifier)]
    [InlineData("Open day of the hospital\nNurses and doctors explain how a vaccine works, and all are invited.", LabelWitness.Both)]
    [InlineData("Open day of the hospital\nNurses and doctors explain how a vaccine works, and all are invited.", LabelWitness.Rules)]
    public void Without_its_evidence_a_topic_is_less_likely(string text, LabelWitness witness)
    {
        var topic = Topics(text, witness)[0];
        Assert.Equal("health", topic.Finding.Label);
        Assert.NotEmpty(topic.Finding.Evidence);
        var rest = Topics(Without(text, topic.Finding), witness).FirstOrDefault(other => other.Finding.Label == "health");
        Assert.True(topic.Probability > 0.3 && (rest?.Probability ?? 0) < topic.Probability / 2, $"{topic.Probability} → {rest?.Probability}");
    }

    private static string Without(string text, TopicFinding topic)
    {
        var rest = new StringBuilder(text);
        foreach (var span in topic.Evidence.Reverse()) rest.Remove(span[0], span[1] - span[0]);
        return rest.ToString();
    }

    /// <summary>Gold may hold labels that no rule file has.</summary>
    [Fact]
    public void A_label_without_rules_is_learned()
    {
        var documents = Documents().Select(document => document with { Gold = document.Gold with { Announcements = [document.Gold.Announcements[0] with { Topics = [document.Gold.Announcements[0].Topics[0] + "-of-ours"] }] } }).ToArray();
        var topics = new TopicResolver(new(new TopicLearner().Learn(documents))).Resolve(SomeContext.Of("Notice of the grobnik\nIt is a flumox."));
        Assert.Equal("health-of-ours", topics[0].Finding.Label);
    }

    [Fact]
    public void The_same_pages_give_the_same_models()
    {
        var (one, other) = (new TopicLearner().Learn(Documents()), new TopicLearner().Learn(Documents()));
        Assert.Equal(one.Select(pair => Convert.ToHexString(Bytes(pair.Value))), other.Select(pair => Convert.ToHexString(Bytes(pair.Value))));
    }

    private static byte[] Bytes(LinearModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }
}
