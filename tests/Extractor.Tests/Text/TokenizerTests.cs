using CsCheck;
using Extract.Text;

namespace Extract.Tests.Text;

public class TokenizerTests
{
    [Theory]
    [InlineData("March 22,2017", "March|22|,|2017", "no space is needed after a comma")]
    [InlineData("17th – 18th May", "17|th|–|18|th|May", "digits and letters part")]
    [InlineData("P/CVE", "P|/|CVE", "a slash is a mark")]
    [InlineData("Women's", "Women|'|s", "an apostrophe parts")]
    [InlineData("CEELI Institute\u00a0Prague", "CEELI|Institute|Prague", "a no-break space is white space")]
    [InlineData("8\u202fJune", "8|June", "so is a narrow one")]
    [InlineData("counter\u00adterrorism", "counter\u00adterrorism", "a soft hyphen stays inside its word")]
    [InlineData("C\u0301affe", "C\u0301affe", "a combining mark stays with its letter")]
    [InlineData("𝒳 marks", "𝒳|marks", "letters outside the basic plane are words")]
    public void Text_is_cut_into_words_numbers_and_marks(string text, string expected, string why)
    {
        var tokens = TokenList.Of(text);
        var words = string.Join('|', Enumerable.Range(0, tokens.Count).Select(i => tokens.Chars(i).ToString()));
        Assert.True(words == expected, $"{why}: {words}");
    }

    [Fact]
    public void A_cell_of_a_row_begins_a_sentence()
    {
        const string Text = "Maritime\tMuseum of Ships";
        var tokens = TokenList.Of(new Document { Source = new() { Id = "t", Bytes = default, MediaType = "text/plain", Sha256 = "" }, Text = Text, Blocks = [new(BlockKind.TableRow, new(0, Text.Length))] });
        Assert.True(tokens[1].Is(TokenTraits.SentenceStart));
        Assert.False(tokens[2].Is(TokenTraits.SentenceStart));
    }

    [Fact]
    public void Any_text_gives_tokens_in_order_that_cover_all_letters_and_digits() => Gen.String.Sample(text =>
    {
        var tokens = TokenList.Of(text);
        var at = 0;
        foreach (var token in tokens.All)
        {
            Assert.True(token.Start >= at && token.Length > 0 && token.End <= text.Length);
            Assert.DoesNotContain(text[at..token.Start], char.IsAsciiLetterOrDigit);
            at = token.End;
        }
        Assert.DoesNotContain(text[at..], char.IsAsciiLetterOrDigit);
    });

    [Theory]
    [InlineData("It ends. It goes on.", 2)]
    [InlineData("On Dec. 5 we meet Mr. Smith of the U.S. team.", 1)]
    [InlineData("Will you come? Yes!", 2)]
    public void Sentences_start_where_they_should(string text, int sentences) =>
        Assert.Equal(sentences, TokenList.Of(text).All.ToArray().Count(token => token.Is(TokenTraits.SentenceStart)));

    [Fact]
    public void A_token_is_found_by_its_offset()
    {
        var tokens = TokenList.Of("Open on 3 May");
        Assert.Equal("3", tokens.Chars(tokens.IndexAt(8)).ToString());
        Assert.Equal("May", tokens.Chars(tokens.IndexAt(9)).ToString());
        Assert.Equal(tokens.Count, tokens.IndexAt(13));
    }

    [Fact]
    public void Numbers_carry_their_value_while_it_fits()
    {
        var tokens = TokenList.Of("2018 999999999 9999999999");
        Assert.Equal([2018, 999999999, -1], tokens.All.ToArray().Select(token => token.Number));
    }
}
