using CsCheck;
using Extract.Text;

namespace Extract.Tests.Text;

public class KeyFilterTests
{
    private static readonly GenArray<ulong> Hashes = Gen.ULong.Select(number => Folding.Combine(0, number)).Array;

    [Fact]
    public void It_lets_through_all_that_it_knows_and_little_else() => Gen.Select(Hashes[0, 300], Hashes[200]).Sample((known, others) =>
    {
        var filter = new KeyFilter(known);
        Assert.All(known, key => Assert.True(filter.MayHold(key)));
        Assert.True(others.Count(key => filter.MayHold(key) && !known.Contains(key)) < 100);
    }, iter: 200);
}
