using Extract.Rules;
using Extract.Text;

namespace Extract.Tests.Rules;

public sealed class PatternMatcherTests
{
    private static readonly WordList Bodies = new("body", [new("United Nations", "un"), new("Nations", "n"), new("WHO", "who")]);

    [Theory]
    [InlineData("call for papers", "Our <Call for Papers> opens", "case is free")]
    [InlineData("money laundering", "anti <money-laundering> rules", "a hyphen may stand between words")]
    [InlineData("anti-money laundering", "<anti money-laundering> rules", "a hyphen may be missing")]
    [InlineData("women's day", "on <Women’s Day> here", "apostrophes are alike")]
    [InlineData("IT day", "an <IT day>, it day", "all capitals ask for all capitals")]
    [InlineData("<day>-<day> (of) June", "<28–29 June>, 28–29 june", "dashes are alike, a capital asks for one")]
    [InlineData("[from|until] <day> June", "5 June, <until 5th June>", "one of")]
    [InlineData("(in|on) <day> June", "at <5 June>", "one or none")]
    [InlineData("of the <body>", "Members of <of the United Nations>, of the who", "a list with long entries")]
    [InlineData("<number> <capitalized>", "the 12 men and <12 Apostles>", "built-ins")]
    [InlineData("\\(<body>\\)", "it <(WHO)> is", "a sign meant as itself")]
    public void Pattern_matches_only_the_marked_words(string pattern, string marked, string why)
    {
        var (text, span) = MarkedText.Parse(marked);
        var tokens = TokenList.Of(text);
        var lists = new WordLists();
        lists.Add(Bodies);
        var matches = new List<PatternMatch>();
        PatternMatcher.Compile([pattern], lists).FindAll(tokens, matches);
        Assert.True(matches.Select(match => tokens.Span(match.First, match.Last)).SequenceEqual([span!.Value]), why);
    }

    [Fact]
    public void One_pass_finds_what_every_pattern_finds()
    {
        var tokens = TokenList.Of("call for papers and call for tenders");
        var matches = new List<PatternMatch>();
        PatternMatcher.Compile(["call", "call for papers", "papers", "call for (papers)", "call for papers"]).FindAll(tokens, matches);
        Assert.Equal([new(0, 0, 0), new(3, 0, 2), new(1, 0, 2), new(4, 0, 2), new(2, 2, 2), new(0, 4, 4), new(3, 4, 5)], matches);
    }

    [Fact]
    public void A_match_does_not_cross_a_block()
    {
        var document = new Document
        {
            Source = new() { Id = "x", Bytes = default, MediaType = "text/plain", Sha256 = "" },
            Text = "call\nfor papers",
            Blocks = [new(BlockKind.Heading, new(0, 4)), new(BlockKind.Paragraph, new(5, 15))],
        };
        var matches = new List<PatternMatch>();
        PatternMatcher.Compile(["call for", "for papers"]).FindAll(TokenList.Of(document), matches);
        Assert.Equal([new(1, 1, 2)], matches);
    }

    [Fact]
    public void Placeholders_take_values()
    {
        var tokens = TokenList.Of("from the 5th to 7 of the United Nations");
        var lists = new WordLists();
        lists.Add(Bodies);
        var matcher = PatternMatcher.Compile(["the <day> to <day> of the <body>"], lists);
        var matches = new List<PatternMatch>();
        matcher.FindAll(tokens, matches);
        Assert.Equal([new("day", "05", 2, 3), new("day.2", "07", 5, 5), new("body", "un", 8, 9)], matcher.Captures(tokens, matches[0]));
    }

    [Theory]
    [InlineData("<dya> June", 0, "“day”")]
    [InlineData("a (b", 2, "“(” is not closed")]
    [InlineData("a b)", 3, "closes nothing")]
    [InlineData("(a) (b)", 0, "may be left out")]
    public void What_is_no_pattern_is_refused_with_its_place(string pattern, int offset, string says)
    {
        var error = Assert.Throws<PatternException>(() => PatternMatcher.Compile([pattern]));
        Assert.Equal(offset, error.Offset);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }
}
