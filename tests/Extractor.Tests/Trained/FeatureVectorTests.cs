using Extract.Trained;

namespace Extract.Tests.Trained;

public class FeatureVectorTests
{
    private static readonly Feature Word = new("word");

    [Fact]
    public void Of_what_stands_several_times_the_first_stays_with_its_name()
    {
        var features = new FeatureVector(named: true);
        foreach (var word in "spoke with with spoke who".Split(' ')) features.Add(Word, word);
        features.KeepFirst();
        Assert.Equal(["word=spoke", "word=with", "word=who"], Enumerable.Range(0, features.Items.Length).Select(features.NameOf));
        features.Clear();
        features.Add(Word, "spoke");
        features.KeepFirst();
        Assert.Single(features.Items.ToArray());
    }
}
