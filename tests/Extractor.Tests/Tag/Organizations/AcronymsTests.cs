using Extract.Tag.Organizations;
using Extract.Text;

namespace Extract.Tests.Tag.Organizations;

public sealed class AcronymsTests
{
    [Theory]
    [InlineData("the Regional Cooperation Council (RCC) is", "Regional Cooperation Council", "RCC")]
    [InlineData("the OSCE (Organization for Security and Co-operation in Europe) is", "Organization for Security and Co-operation in Europe", "OSCE")]
    [InlineData("the National Center for Advancing Translational Sciences (NCATS), part of", "National Center for Advancing Translational Sciences", "NCATS")]
    public void A_defined_acronym_is_found_with_its_long_form(string text, string full, string brief)
    {
        var tokens = TokenList.Of(text);
        var pair = Assert.Single(new Acronyms(NameWords.Shipped).Find(tokens));
        Assert.Equal(full, tokens.Span(pair.Long.First, pair.Long.Last).Of(text));
        Assert.Equal(brief, tokens.Span(pair.Short.First, pair.Short.Last).Of(text));
    }

    [Theory]
    [InlineData("the Regional Cooperation Council (Sarajevo) is")]
    [InlineData("on Friday (EDT) we meet")]
    [InlineData("prices (USD) rise")]
    public void Brackets_with_something_else_define_nothing(string text) => Assert.Empty(new Acronyms(NameWords.Shipped).Find(TokenList.Of(text)));
}
