using Extract.Learn;
using Extract.Resolve;
using Extract.Score;
using Extract.Trained;

namespace Extract.Tests.Score;

/// <summary>What may be an announcement is judged again by what was found in it.</summary>
public sealed class AnnouncingTests
{
    private static readonly DateOnly Day = new(2024, 5, 3);

    // Taught: what holds a date announces something, however its words look.
    private static readonly Announcing Taught = new(ModelSet.Empty.With(Announcing.ModelName, LogisticTrainer.Fit(Lessons(), l2: 1)!));

    private static Examples Lessons()
    {
        var (examples, features) = (new Examples(), new FeatureVector(named: true));
        for (var i = 0; i < 40; i++)
        {
            Announcing.Write(May(0.3 + (i % 5 * 0.1), dated: i % 2 == 0), features);
            examples.Add(features, i % 2 == 0);
        }
        return examples;
    }

    [Fact]
    public void A_sure_date_keeps_what_its_words_alone_would_not()
    {
        var (kept, dropped) = Taught.Part([May(0.3, dated: true)]);
        Assert.Single(kept);
        Assert.Empty(dropped);
    }

    [Fact]
    public void What_lacks_it_is_dropped_with_its_place_and_the_reason()
    {
        var (kept, dropped) = Taught.Part([May(0.7, dated: false)]);
        Assert.Empty(kept);
        Assert.Equal(new(0, 200), Assert.Single(dropped).Span);
        Assert.Equal("announces nothing", dropped[0].Why);
    }

    [Fact]
    public void Items_of_a_list_stay_together()
    {
        var (kept, dropped) = Taught.Part([May(0.3, true), May(0.7, false), May(0.5, true)]);
        Assert.Equal(3, kept.Length);
        Assert.Empty(dropped);
    }

    [Theory]
    [InlineData(0.45, 1)]
    [InlineData(0.35, 0)]
    public void Without_a_model_the_splitters_word_stands(double confidence, int kept) =>
        Assert.Equal(kept, new Announcing(ModelSet.Empty).Part([May(confidence, dated: true)]).Kept.Length);

    private static Findings May(double confidence, bool dated) => new()
    {
        Announcement = new() { Span = new(0, 200), Title = "A fair", Anchor = "a-fair", Confidence = confidence },
        Dates = dated ? [new(new() { Text = "3 May 2024", Start = 10, End = 20, From = Day, To = Day, Role = "event", By = "test" }, 0.95, new())] : [],
        EventType = new(new("sale", 0, "test"), 0.5, new()),
    };
}
