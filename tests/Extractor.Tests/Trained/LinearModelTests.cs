using Extract.Learn;
using Extract.Trained;

namespace Extract.Tests.Trained;

public class LinearModelTests
{
    private static readonly Feature Word = new("word");
    private static readonly Feature Length = new("length");

    private static FeatureVector Vector(string words, float length = 0)
    {
        var features = new FeatureVector(named: true);
        foreach (var word in words.Split(' ')) features.Add(Word, word);
        features.Add(Length, length);
        return features;
    }

    private static Examples Animals()
    {
        var examples = new Examples();
        for (var i = 0; i < 20; i++)
        {
            examples.Add(Vector("barks tail", i), "dog");
            examples.Add(Vector("meows tail", i), "cat");
            examples.Add(Vector("sings wings", i), "bird");
        }
        return examples;
    }

    [Fact]
    public void What_was_learned_is_said_of_new_cases()
    {
        var model = LogisticTrainer.Fit(Animals())!;
        Span<double> probabilities = stackalloc double[3];
        model.Probabilities(Vector("meows loudly"), probabilities);
        Assert.Equal(["bird", "cat", "dog"], model.Classes);
        Assert.True(probabilities[1] > 0.8, $"cat has {probabilities[1]}");
        Assert.Equal(1, probabilities[0] + probabilities[1] + probabilities[2], 9);
    }

    [Fact]
    public void Each_class_is_told_by_its_own_word()
    {
        var model = LogisticTrainer.Fit(Animals())!;
        foreach (var (word, expected) in new[] { ("barks", 2), ("meows", 1), ("sings", 0) })
        {
            var scores = new double[3];
            model.Score(Vector(word), scores);
            Assert.Equal(expected, Array.IndexOf(scores, scores.Max()));
        }
    }

    [Fact]
    public void The_same_examples_give_the_same_bytes()
    {
        byte[] Bytes()
        {
            using var stream = new MemoryStream();
            LogisticTrainer.Fit(Animals())!.Save(stream);
            return stream.ToArray();
        }
        Assert.Equal(Bytes(), Bytes());
    }

    [Fact]
    public void A_saved_model_scores_as_before_and_knows_its_names()
    {
        var model = LogisticTrainer.Fit(Animals())!;
        using var stream = new MemoryStream();
        model.Save(stream);
        stream.Position = 0;
        var loaded = LinearModel.Load(stream);
        double[] before = new double[3], after = new double[3];
        model.Score(Vector("barks", 7), before);
        loaded.Score(Vector("barks", 7), after);
        Assert.Equal(before, after);
        Assert.Contains("word=barks", loaded.Names);
    }

    [Fact]
    public void A_case_of_which_nothing_is_known_can_be_told() =>
        Assert.False(LogisticTrainer.Fit(Animals())!.Knows(Vector("quacks")));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(30)]
    public void Bytes_that_are_no_model_are_refused(int length)
    {
        using var stream = new MemoryStream();
        LogisticTrainer.Fit(Animals())!.Save(stream);
        using var cut = new MemoryStream(stream.ToArray()[..length]);
        Assert.Throws<InvalidDataException>(() => LinearModel.Load(cut));
    }

    [Fact]
    public void One_label_alone_teaches_nothing()
    {
        var examples = new Examples();
        examples.Add(Vector("a"), true);
        examples.Add(Vector("a"), true);
        Assert.Null(LogisticTrainer.Fit(examples));
    }
}
