using Extract.Learn;
using Extract.Tag.Organizations;
using Extract.Trained;

namespace Extract.Tests.Learn;

public sealed class NameTrainerTests
{
    private static readonly Feature Good = new("good"), Bad = new("bad"), Half = new("half");

    [Fact]
    public void The_slope_is_that_of_the_loss()
    {
        // Two runs; in the first a name, its two halves and a name beside it.
        NameCase[] cases = [new(0, 1, true, 0, 0), new(0, 0, false, 0, 0), new(1, 1, false, 0, 0), new(2, 2, true, 0, 0), new(7, 8, false, 0, 0)];
        var lattice = new NameLattice([.. cases.OrderBy(name => name.First).ThenBy(name => name.Last)], [new(0, 4), new(4, 5)]);
        double[] scores = [0.3, -0.7, 1.1, 0.2, -0.4];
        var errors = new double[5];
        lattice.Loss(scores, errors);
        for (var i = 0; i < scores.Length; i++)
        {
            const double Step = 1e-5;
            var (up, down) = (scores.ToArray(), scores.ToArray());
            up[i] += Step;
            down[i] -= Step;
            Assert.Equal((lattice.Loss(up, new double[5]) - lattice.Loss(down, new double[5])) / (2 * Step), errors[i], 5);
        }
    }

    [Fact]
    public void The_least_of_a_function_is_found()
    {
        // Long and narrow: the slope alone does not lead there.
        var point = Lbfgs.Minimize((at, slope) =>
        {
            var (x, y) = (at[0] - 3, at[1] + 2);
            (slope[0], slope[1]) = (2 * x, 200 * y);
            return (x * x) + (100 * y * y);
        }, 2, 50);
        Assert.Equal(3, point[0], 2);
        Assert.Equal(-2, point[1], 2);
    }

    [Fact]
    public void What_names_have_in_common_weighs_for_them_and_parts_of_names_against_them()
    {
        var model = Fitted();
        Assert.True(model.Weight(Good.Key) > 0.5);
        Assert.True(model.Weight(Half.Key) < model.Weight(Good.Key));
        Assert.True(model.Weight(Bad.Key) < -0.5);
    }

    [Fact]
    public void The_same_cases_give_the_same_weights()
    {
        using var one = new MemoryStream();
        using var other = new MemoryStream();
        Fitted().Save(one);
        Fitted().Save(other);
        Assert.Equal(one.ToArray(), other.ToArray());
    }

    [Fact]
    public void Without_a_name_there_is_nothing_to_learn()
    {
        var trainer = new NameTrainer();
        Add(trainer, new(0, 0, 1), false, Bad);
        trainer.EndRun();
        Assert.Null(trainer.Fit(1, 1));
    }

    private static LinearModel Fitted()
    {
        var trainer = new NameTrainer();
        for (var i = 0; i < 20; i++)
        {
            Add(trainer, new(0, 0, 1), false, Half);
            Add(trainer, new(0, 1, 2), true, Good);
            Add(trainer, new(1, 1, 3), false, Half);
            trainer.EndRun();
            Add(trainer, new(5, 5, 4), false, Bad);
            trainer.EndRun();
        }
        return trainer.Fit(l2: 0.3, leastCount: 2)!;
    }

    private static void Add(NameTrainer trainer, NameSpan span, bool isName, Feature feature)
    {
        var vector = new FeatureVector(named: true);
        vector.Add(feature);
        trainer.Add(span, isName, vector);
    }
}
