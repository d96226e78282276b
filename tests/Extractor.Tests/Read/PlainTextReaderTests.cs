using Extract.Read;

namespace Extract.Tests.Read;

public class PlainTextReaderTests
{
    private static readonly Readers Readers = new(new ReadSettings { Languages = [] });

    private static Document Read(string text) => Readers.Read(SomeSource.Text(text)).Document!;

    [Theory]
    [InlineData("Annual Meeting\n\nIt takes place in May.", "H1 Annual Meeting|P It takes place in May.", "a short first line heads the page")]
    [InlineData("## Dates\nOn 3 May.\n", "H2 Dates|P On 3 May.", "the mark of a heading is no part of it")]
    [InlineData("Intro text here.\n\nThe Programme\n=============\nIt is long.", "P Intro text here.|H1 The Programme|P It is long.", "an underline makes a heading")]
    [InlineData("News\n\nThe director says it is “the best of all schools.”\n\nIt takes place in May.", "H1 News|P The director says it is “the best of all schools.”|P It takes place in May.", "a sentence that ends in its quotation marks heads nothing")]
    [InlineData("News\n\nQUESTION: Thank you. On China —\n\nMR PRICE: We will see, as always.", "H1 News|P QUESTION: Thank you. On China —|P MR PRICE: We will see, as always.", "nor does one that breaks off")]
    [InlineData("News\n\nMR LEE: So when does it begin?\n\nIt begins on 3 May, as said.", "H1 News|P MR LEE: So when does it begin?|P It begins on 3 May, as said.", "nor what a speaker asks")]
    [InlineData("News\n\nThe venue is new. Bring a friend\n\nIt begins on 3 May.", "H1 News|P The venue is new. Bring a friend|P It begins on 3 May.", "nor a sentence with another one behind it")]
    [InlineData("News\n\n2:12 p.m. EDT\n\nIt begins on 3 May.", "H1 News|P 2:12 p.m. EDT|P It begins on 3 May.", "nor a bare hour")]
    [InlineData("News\n\nIt is about law.\n\nWhat is money laundering?\n\nA school of Prof. A. Lee on 3 May.", "H1 News|P It is about law.|H2 What is money laundering?|P A school of Prof. A. Lee on 3 May.", "a question may")]
    [InlineData("Some text.\n\nIMPORTANT DATES\n\n3 May", "P Some text.|H2 IMPORTANT DATES|P 3 May", "capitals make a heading")]
    [InlineData("Aims of it:\n\n  • to meet;\n  • to part.", "P Aims of it:|L1 to meet;|L1 to part.", "bullets are no part of items")]
    [InlineData("x\n\n1. one\n2. two\n   a) deep\n3) three", "P x|L1 one|L1 two|L2 deep|L1 three", "numbers and depth")]
    [InlineData("News\n\nSpring School\n3 May 2018\nZagreb, Croatia\nA school for all who like spring.", "H1 News|H3 Spring School|P 3 May 2018|P Zagreb, Croatia|P A school for all who like spring.",
        "lines that are no wrapped paragraph are blocks of their own")]
    [InlineData("News\n\n3. May 2018 Treffen\n4. May 2018 Treffen", "H1 News|P 3. May 2018 Treffen|P 4. May 2018 Treffen", "a day before its month is no number of an item")]
    [InlineData("x\n\nDate\tPlace\n3 May\tZagreb", "P x|T Date\tPlace|T 3 May\tZagreb", "cells between tabs")]
    [InlineData("x\n\n| Date | Place |\n|---|---|\n| 3 May | Zagreb |", "P x|T Date | Place|T 3 May | Zagreb", "a Markdown table without its frame")]
    [InlineData("x\n\n-\n A school\n starts.\n\n-\n Another one.", "P x|L1 A school\n starts.|L1 Another one.", "a bullet alone on its line")]
    public void Blocks_are_what_a_reader_sees(string text, string outline, string why) =>
        Assert.True(outline == string.Join('|', Read(text).Outline()), $"{why}: {string.Join('|', Read(text).Outline())}");

    [Fact]
    public void Wrapped_paragraphs_are_one_block()
    {
        const string Wrapped = "This event is a part of a long series of webinars for people who\ndevelop software, produced by a project that is not named here. The\nseries addresses issues that are faced by developers of scientific\nsoftware on large computers and it occurs about once in a month.\nAnd more.";
        Assert.Equal([$"P {Wrapped}"], Read(Wrapped).Outline());
    }

    [Fact]
    public void Lines_that_stand_together_have_one_group_and_so_has_a_list_with_gaps()
    {
        var blocks = Read("News\n\nOne\n3 May\n\nTwo\n4 May\n\n- a\n\n- b\n\nEnd.").Blocks;
        Assert.Equal([0, 1, 1, 2, 2, 3, 3, 0], blocks.Select(block => block.Group));
    }

    [Fact]
    public void Text_is_exactly_the_given_string()
    {
        const string Text = "\ufeff A\r\n\r\n b\u00a0c \r\n";
        Assert.Same(Text, Read(Text).Text);
    }
}
