using System.Collections.Immutable;
using Extract.Learn;
using Extract.Resolve;
using Extract.Resolve.EventTypes;
using Extract.Resolve.Labels;
using Extract.Resolve.Topics;
using Extract.Split;
using Extract.Tests.Learn.Judging;
using Extract.Tests.Resolve;
using Extract.Trained;

namespace Extract.Tests.Learn;

/// <summary>Models learned from gold of made-up sources, and from unlabelled text in which nonsense words stand beside words of the rules.</summary>
public sealed class SilverLabelsTests
{
    // A topic with a type, words of the rules that say them, and a word that unlabelled text alone holds.
    private static readonly (string Topic, string Type, string Known, string Other, string Kind, string Planted)[] Kinds =
    [
        ("health", "lecture", "hospital", "vaccine", "Lecture", "grobnik"), ("sports", "training", "football", "athletes", "Training", "wuzzle"),
        ("energy", "conference", "electricity", "power grid", "Conference", "zorblax"),
    ];

    private static readonly Lazy<ModelSet> FromGold = new(() => Learn([]));
    private static readonly Lazy<(ModelSet Models, int Silver)> FromBoth = new(() => Fit(Unlabelled("beside")));

    [Fact]
    public void A_word_that_stands_beside_words_of_the_rules_in_unlabelled_text_is_learned()
    {
        foreach (var (topic, type, _, _, _, planted) in Kinds)
        {
            var context = SomeContext.Of($"The {planted} of the week\nIt is a {planted}, and all are invited.");
            Assert.Equal(topic, Topics(FromBoth.Value.Models, context)[0].Finding.Label);
            Assert.Equal(type, new EventTypeResolver(FromBoth.Value.Models, null, LabelWitness.Classifier).Resolve(context).Finding.Label);
            var (with, without) = (Topics(FromBoth.Value.Models, context)[0].Probability, Topics(FromGold.Value, context).FirstOrDefault(found => found.Finding.Label == topic)?.Probability ?? 0);
            Assert.True(with > 0.4 && with > without + 0.15, $"{planted}: {without} → {with}");
        }
        Assert.Equal(36, FromBoth.Value.Silver);
    }

    [Fact]
    public void The_order_of_the_sources_changes_nothing() =>
        Assert.Equal(Bytes(FromBoth.Value.Models), Bytes(Fit(Unlabelled("beside").Reverse()).Models));

    /// <summary>Where rules and models do not agree nothing is taught, and what gold teaches is the same to the byte.</summary>
    [Fact]
    public void Text_of_which_the_rules_know_nothing_changes_nothing()
    {
        var (models, silver) = Fit(Unlabelled("alone"));
        Assert.Equal(0, silver);
        Assert.Equal(Bytes(FromGold.Value), Bytes(models));
    }

    /// <summary>What rules and classifier are worth is learned from gold alone.</summary>
    [Fact]
    public void The_combination_does_not_hear_them()
    {
        foreach (var name in new[] { "topics.combination", "event-type.combination" })
            Assert.Equal(Bytes(FromGold.Value, name), Bytes(FromBoth.Value.Models, name));
        Assert.NotEqual(Bytes(FromGold.Value, "topics"), Bytes(FromBoth.Value.Models, "topics"));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    public void What_hardly_announces_anything_teaches_nothing(float bias, bool teaches)
    {
        var whole = new Feature("whole-page");
        var doubting = FromGold.Value.With(Splitter.KeepModel, new LinearModel([LogisticTrainer.Yes], [bias], [(whole.Key, whole.Name, [0.001f])]));
        var pipeline = new Pipeline(ModelSet.Empty, new(), new(), "");
        var documents = UnlabelledPages.NotIn(Gold(), Unlabelled("beside"), new(), TestContext.Current.CancellationToken).Select(pipeline.Tag);
        Assert.Equal(teaches, new SilverLabels(doubting).Of(documents).Length > 0);
    }

    [Theory]
    [InlineData(10, 100, 0.2f, "few: a fifth of a labelled one")]
    [InlineData(5000, 100, 0.02f, "many: together as much as gold")]
    public void Gold_counts_more(int silver, int gold, float weight, string why) => Assert.True(weight == LabelLearner.SilverWeight(silver, gold), why);

    private static ImmutableArray<Candidate<TopicFinding>> Topics(ModelSet models, ResolveContext context) => new TopicResolver(models, null, LabelWitness.Classifier).Resolve(context);

    private static (ModelSet Models, int Silver) Fit(IEnumerable<Source> unlabelled)
    {
        var sources = UnlabelledPages.TakeAsync(unlabelled.ToAsyncEnumerable()).GetAwaiter().GetResult();
        var pipeline = new Pipeline(ModelSet.Empty, new(), new(), "");
        var silver = new SilverLabels(FromGold.Value).Of(UnlabelledPages.NotIn(Gold(), sources, new()).Select(pipeline.Tag));
        return (Learn(silver), silver.Length);
    }

    private static ModelSet Learn(ImmutableArray<LabelledDocument> silver)
    {
        var gold = new Training(new(), new()).Label(Gold(), ModelSet.Empty);
        return new(new TopicLearner(silver: silver).Learn(gold).Concat(new EventTypeLearner(silver: silver).Learn(gold)));
    }

    private static ImmutableArray<LabelledPage> Gold() => [.. Enumerable.Range(0, 45).Select(i =>
    {
        var kind = Kinds[i % 3];
        var (text, title) = Text(kind, i, kind.Known, kind.Other);
        var announcement = SomeGold.Announcement(text, text, title, kind.Type) with { Topics = [kind.Topic], Dates = [SomeGold.Date(text, Day(i), $"2024-05-{1 + (i % 28):00}")] };
        return LabelledPages.Of(SomeGold.Document($"d{i:000}", text, announcement) with { TextSource = $"source{i / 3 % 5} page" });
    })];

    private static IEnumerable<Source> Unlabelled(string where) => Enumerable.Range(100, 36).Select(i =>
    {
        var kind = Kinds[i % 3];
        var (text, _) = where == "beside" ? Text(kind, i, kind.Known, kind.Planted) : Text(kind with { Kind = "Xyzzy" }, i, kind.Planted, kind.Planted);
        return LabelledPages.Of(SomeGold.Document($"u{i}", text)).Source;
    });

    private static (string Text, string Title) Text((string Topic, string Type, string Known, string Other, string Kind, string Planted) kind, int i, string first, string second)
    {
        var title = $"{kind.Kind} number {i} on {first} and {second}";
        return ($"{title}\n\nOn {Day(i)} we speak of {first} and of {second}, and all who like {second} are welcome to bring a friend.", title);
    }

    private static string Day(int i) => $"{1 + (i % 28)} May 2024";

    private static string[] Bytes(ModelSet models) => [.. models.Names.Select(name => Bytes(models, name))];

    private static string Bytes(ModelSet models, string name)
    {
        using var stream = new MemoryStream();
        models.Find(name)!.Save(stream);
        return name + Convert.ToHexString(stream.ToArray());
    }
}
