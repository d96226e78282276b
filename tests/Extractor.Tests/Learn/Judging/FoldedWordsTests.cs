using Extract.Learn.Judging;

namespace Extract.Tests.Learn.Judging;

/// <summary>The judge's folding; each expected form is what score.py's fold gives.</summary>
public sealed class FoldedWordsTests
{
    [Theory]
    [InlineData("Priština", "pristina")]
    [InlineData("PRIS\u030cTINA", "pristina")]
    [InlineData("The United  Nations (UN)", "united nations un")]
    [InlineData("the", "the")]
    [InlineData("Straße", "strasse")]
    [InlineData("ΣΊΣΥΦΟΣ", "σισυφοσ")]
    [InlineData("σίσυφος", "σισυφοσ")]
    [InlineData("ﬁnance ½ no. ②", "finance 1 2 no 2")]
    [InlineData("snake_case", "snake_case")]
    [InlineData("P/CVE – 3rd\u00a0meeting", "p cve 3rd meeting")]
    [InlineData("हिन्दी", "ह नद")]
    [InlineData("한국", "한국")]
    [InlineData("a\ud800b", "a b")]
    [InlineData("…", "")]
    [InlineData(null, "")]
    public void Folds(string? text, string expected) =>
        Assert.Equal(expected.Normalize(System.Text.NormalizationForm.FormKD), FoldedWords.Fold(text));
}
