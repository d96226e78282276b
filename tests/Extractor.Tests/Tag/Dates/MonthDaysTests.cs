using Extract.Tag.Dates;

namespace Extract.Tests.Tag.Dates;

/// <summary>Bare days below the name of their month.</summary>
public sealed class MonthDaysTests
{
    [Theory]
    [InlineData("May 2024\n3 – Lecture by Anna\n12 – Workshop\nJune 2024\n2 – Concert", "3=2024-5-3 12=2024-5-12 2=2024-6-2", "a line that is a month heads the days below it")]
    [InlineData("May 2024 \n3 – Lecture by Anna\n12 – Workshop", "3=2024-5-3 12=2024-5-12", "a blank behind it is nothing")]
    [InlineData("JUNE\nTue 4 Reading circle\nThu 13 Talk on paper", "Tue 4=?-6-4 Tuesday Thu 13=?-6-13 Thursday", "a weekday tells that it is a day")]
    [InlineData("JUNE\n4th: Quilting\n11th: Old looms", "4th=?-6-4 11th=?-6-11", "and so does an ordinal")]
    [InlineData("March 2023\nSaturday, 4: Grafting\nFriday 17–Saturday 18: Pressing", "Saturday, 4=2023-3-4 Saturday Friday 17–Saturday 18=2023-3-17/2023-3-18 Friday", "some days in a row")]
    [InlineData("May 2024\n3, 7 pm: Lecture\n12, 8 pm: Workshop", "3=2024-5-3 19:00 12=2024-5-12 20:00", "its clock time is attached")]
    [InlineData("May 2024\n27 – Report is out\n12 – New bridge\n3 – Roof mended", "27=2024-5-27 12=2024-5-12 3=2024-5-3", "the newest may stand first")]
    [InlineData("May 2024\n5 May – Lecture\n12 May – Workshop", "5 May=?-5-5 12 May=?-5-12", "who says the month needs none")]
    [InlineData("May 2024\n3 – Lecture by Anna", "", "one number is no calendar")]
    [InlineData("May 2024\n1 – Open the lid\n2 – Take out the filter\n3 – Rinse it", "", "a list that counts")]
    [InlineData("May 2024\n7 Ways to mend a roof\n3 Questions to the mayor\n12 Reasons to walk", "", "numbers of headlines")]
    [InlineData("May 2024\n4 – Editorial\n6 – Letters\n34 – Crossword", "", "pages of an issue")]
    [InlineData("May 2024\nTue 4 Reading circle\nThu 13 Talk on paper\n45, Castle Street\n60 – 90 minutes", "Tue 4=2024-5-4 Tuesday Thu 13=2024-5-13 Thursday", "a house and a while are no pages")]
    [InlineData("May 2024\n3 new members joined us\n12 trees were planted", "", "numbers of sentences")]
    [InlineData("May 2024\n3:30 pm opening\n4:30 pm tea", "", "hours")]
    [InlineData("The roof was mended in May 2024 by friends.\n3 – Lecture\n12 – Workshop", "", "a month in a sentence heads nothing")]
    [InlineData("3 – Lecture\n12 – Workshop", "", "without a month there is nothing to complete them")]
    public void The_month_above_completes_them(string text, string days, string why)
    {
        var found = string.Join(' ', SomeDates.Of(text).Where(mention => !((DateValue)mention.Value!).Coarse).Select(mention => $"{mention.Span.Of(text)}={SomeDates.Words(mention)}"));
        Assert.True(found == days, $"{why}: {found}");
    }

    [Fact]
    public void They_say_which_words_completed_them()
    {
        const string Text = "May 2024\n3 – Lecture by Anna\n12 – Workshop";
        Assert.All(SomeDates.Of(Text).Skip(1), mention => Assert.Equal("May 2024", ((DateValue)mention.Value!).Completed!.Value.Of(Text)));
    }

    [Fact]
    public void A_heading_that_is_not_below_the_month_ends_it()
    {
        const string Text = "May 2024\nTue 7 Lecture\nTue 14 Workshop\nPrices\n20 – for members\n30 – for guests";
        var lines = SomeDates.Document(Text);
        var document = lines with { Blocks = [.. lines.Blocks.Select((block, i) => i is 0 or 3 ? block with { Kind = BlockKind.Heading, Level = 2 } : block)] };
        var mentions = new List<Mention>();
        new DateTagger().Tag(document, Extract.Text.TokenList.Of(document), mentions);
        Assert.Equal(["May 2024", "Tue 7", "Tue 14"], mentions.Where(mention => mention.Kind == MentionKind.Date).Select(mention => mention.Span.Of(Text)));
    }
}
