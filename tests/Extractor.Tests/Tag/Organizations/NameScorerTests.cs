using Extract.Tag.Organizations;
using Extract.Text;
using Extract.Trained;

namespace Extract.Tests.Tag.Organizations;

public sealed class NameScorerTests
{
    private const string Text = "Yesterday the Harbour Music Trust of Lower Saxony opened its doors, and Radio Nordlicht came too.";

    [Fact]
    public void A_name_scored_in_parts_has_the_score_of_all_its_features()
    {
        var (names, features) = Read(Text);
        var vector = new FeatureVector(named: true);
        var rows = new Dictionary<ulong, string>();
        foreach (var span in names.Candidates())
        {
            vector.Clear();
            features.AddAll(vector, span);
            for (var i = 0; i < vector.Items.Length; i++) rows[vector.Items[i].Key] = vector.NameOf(i);
        }
        // Weights of every size and sign, so that a part left out or counted twice shows.
        var model = new LinearModel(["yes"], [0.5f], rows.Select(row => (row.Key, row.Value, new[] { ((row.Key % 1000) / 4000f) - 0.05f })));
        var chosen = new List<ScoredName>();
        new NameScorer(model).Choose(names, features, new(OwnOrganizations.None, names.Tokens, NameWords.Shipped), chosen);
        Assert.NotEmpty(chosen);
        Assert.All(chosen, name =>
        {
            vector.Clear();
            features.AddAll(vector, name.Span);
            Assert.Equal(model.Probability(vector), name.Probability, 5);
        });
    }

    [Fact]
    public void Chosen_names_do_not_overlap_and_stand_in_order()
    {
        var (names, features) = Read(Text);
        var chosen = new List<ScoredName>();
        new NameScorer(new LinearModel(["yes"], [3f], [])).Choose(names, features, new(OwnOrganizations.None, names.Tokens, NameWords.Shipped), chosen);
        Assert.True(chosen.Count > 1);
        Assert.All(chosen.Zip(chosen.Skip(1)), pair => Assert.True(pair.First.Span.Last < pair.Second.Span.First));
    }

    [Fact]
    public void Two_models_added_up_score_as_their_sum()
    {
        var (a, b) = (new Feature("a"), new Feature("b"));
        var one = new LinearModel(["yes"], [1f], [(a.Key, "a", [2f])]);
        var other = new LinearModel(["yes"], [10f], [(a.Key, "a", [4f]), (b.Key, "b", [6f])]);
        var sum = one.Plus(other, 0.5);
        Assert.Equal(6, sum.Bias(), 5);
        Assert.Equal(4, sum.Weight(a.Key), 5);
        Assert.Equal(3, sum.Weight(b.Key), 5);
        Assert.Equal(1, one.Plus(other, 0.5, least: 3.5).Features);
    }

    [Theory]
    [InlineData("Organized by Hartly-Penn Fig Share.", "Hartly-Penn Fig Share", "any name, after these words")]
    [InlineData("The evening is hosted by the Third Lantern Walk of Oslo.", "Third Lantern Walk of Oslo", "with its article")]
    [InlineData("Organiser: Third Lantern Walk", "Third Lantern Walk", "after a label")]
    [InlineData("Organised by: Dept. of AI, IIT Hyderabad", "Dept. of AI", "an abbreviated head joins its name")]
    public void Who_organizes_is_a_name_whatever_its_words_are(string text, string name, string why)
    {
        var (names, features) = Read(text);
        var chosen = new List<ScoredName>();
        new NameScorer(new LinearModel(["yes"], [-5f], [])).Choose(names, features, new(OwnOrganizations.None, names.Tokens, NameWords.Shipped), chosen);
        var found = chosen.Select(one => names.Tokens.Span(one.Span.First, one.Span.Last).Of(text)).ToArray();
        Assert.True(found.Contains(name), $"{why}: {string.Join(" | ", found)}");
    }

    private static (DocumentNames, NameFeatures) Read(string text)
    {
        var names = DocumentNames.Of(TokenList.Of(text), NameWords.Shipped);
        return (names, new(names, NameWords.Shipped, OrganizationGazetteer.Shipped, []));
    }
}
