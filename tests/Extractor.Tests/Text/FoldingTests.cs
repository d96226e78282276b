using System.Text;
using Extract.Text;

namespace Extract.Tests.Text;

public class FoldingTests
{
    [Theory]
    [InlineData("Priština", "pristina", "a háček is dropped")]
    [InlineData("PRIŠTINA", "pristina", "capitals are lowered")]
    [InlineData("Đakovica", "dakovica", "đ has no decomposition")]
    [InlineData("Łódź", "lodz", "ł has no decomposition")]
    [InlineData("Ærø", "aro", "æ folds to its first letter")]
    [InlineData("co\u00adoperation", "cooperation", "a soft hyphen is nothing")]
    [InlineData("zero\u200bwidth", "zerowidth", "a zero-width space is nothing")]
    [InlineData("Сараево", "сараево", "other scripts are lowered")]
    [InlineData("rock’n’roll", "rock'n'roll", "apostrophes meet")]
    public void Forms_of_a_word_meet(string word, string folded, string why) => Assert.True(Folding.Fold(word) == folded, why + ": " + Folding.Fold(word));

    [Fact]
    public void The_decomposed_form_meets_the_composed_one()
    {
        var composed = "Priština";
        var decomposed = composed.Normalize(NormalizationForm.FormD);
        Assert.NotEqual(composed, decomposed);
        Assert.Equal(Folding.Hash(composed), Folding.Hash(decomposed));
        Assert.Equal(Folding.Hash(composed), Folding.Hash("Pristina"));
    }

    [Fact]
    public void Different_words_have_different_hashes() => Assert.NotEqual(Folding.Hash("march"), Folding.Hash("marsh"));

    [Fact]
    public void The_order_of_words_counts_in_a_sequence()
    {
        ulong a = Folding.Hash("new"), b = Folding.Hash("york");
        Assert.NotEqual(Folding.Combine(Folding.Combine(0, a), b), Folding.Combine(Folding.Combine(0, b), a));
    }
}
