using Extract.Tag.Organizations;
using Extract.Text;

namespace Extract.Tests.Tag.Organizations;

public sealed class NameCandidatesTests
{
    [Theory]
    [InlineData("the CEELI Institute Prague is", "CEELI Institute Prague")]
    [InlineData("the Office of the Deputy Secretary of State for Management said", "Office of the Deputy Secretary of State for Management")]
    [InlineData("the Bureau of Democracy, Human Rights, and Labor will", "Bureau of Democracy, Human Rights, and Labor")]
    [InlineData("by Ottawa County Improvement Corp. in", "Ottawa County Improvement Corp.")]
    [InlineData("the Women's Bureau opens", "Women's Bureau")]
    [InlineData("the U.S. Department of State and", "U.S. Department of State")]
    [InlineData("at 18F we", "18F")]
    [InlineData("by Digital.gov today", "Digital.gov")]
    [InlineData("NSF-funded work", "NSF")]
    [InlineData("by rOpenSci now", "rOpenSci")]
    [InlineData("the Advice on Individual Rights in Europe (AIRE) Centre is", "Advice on Individual Rights in Europe (AIRE) Centre")]
    public void A_name_is_among_the_candidates_whole(string text, string name) => Assert.Contains(name, Candidates(text));

    [Theory]
    [InlineData("Secretary Blinken's trip", "Blinken's trip")]
    [InlineData("We met. The Council agreed", "met. The Council")]
    [InlineData("the Anti-Corruption Agency", "Corruption Agency")]
    public void What_is_cut_inside_a_word_or_runs_over_a_sentence_is_none(string text, string part) => Assert.DoesNotContain(part, Candidates(text));

    [Fact]
    public void Names_that_differ_in_case_marks_accents_and_the_have_one_key()
    {
        Assert.Equal(Key("The Université & Co."), Key("universite and Co"));
        Assert.NotEqual(Key("Ministry of Health"), Key("Ministry for Health"));
    }

    private static ulong Key(string name)
    {
        var tokens = TokenList.Of(name);
        return NameCandidates.KeyOf(tokens, 0, tokens.Count - 1);
    }

    private static IEnumerable<string> Candidates(string text)
    {
        var tokens = TokenList.Of(text);
        return DocumentNames.Of(tokens, NameWords.Shipped).Candidates().ToArray().Select(span => tokens.Span(span.First, span.Last).Of(text));
    }
}
