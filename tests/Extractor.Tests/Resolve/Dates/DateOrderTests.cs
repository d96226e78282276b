using Extract.Resolve;
using Extract.Resolve.Dates;
using Extract.Tag;
using Extract.Tag.Dates;
using Extract.Tag.Places;
using Extract.Trained;

namespace Extract.Tests.Resolve.Dates;

public sealed class DateOrderTests
{
    private const double Sure = 0.8;
    private static readonly ITagger[] Taggers = [new DateTagger(), new PlaceTagger(Gazetteer.Shared)];

    [Theory]
    [InlineData("A 5-day workshop from 07/12/2026 to 11/12/2026.", null, "2026-12-07/2026-12-11", "the stated length")]
    [InlineData("A three-day fair, 05/06/2026 - 05/08/2026.", null, "2026-05-06/2026-05-08", "the stated length, month first")]
    [InlineData("A course of two weeks, 01/06/2026 to 12/06/2026.", null, "2026-06-01/2026-06-12", "a length in weeks")]
    [InlineData("It runs from 07/12/2026 to 11/12/2026 in the hall.", null, "2026-12-07/2026-12-11", "five days are likelier than five months")]
    [InlineData("It runs from 12/07/2026 to 12/11/2026 in the hall.", null, "2026-12-07/2026-12-11", "so are five days with the month first")]
    [InlineData("It runs from 12/11/2026 to 07/12/2026 in the hall.", null, "2026-11-12/2026-12-07", "no range runs backwards")]
    [InlineData("We meet on Monday, 07/12/2026, in the hall.", null, "2026-12-07/2026-12-07", "the weekday")]
    [InlineData("We meet on Sunday, 07/12/2026, in the hall.", null, "2026-07-12/2026-07-12", "the weekday, month first")]
    [InlineData("It runs from 07/12/2026 (Monday) to 11/01/2027 (Monday).", null, "2026-12-07/2027-01-11", "the weekday beside a range")]
    [InlineData("We meet on 07/12/2026. The hall is closed on 25/12/2026.", null, "2026-12-07/2026-12-07", "another date of the page")]
    [InlineData("We meet on 07/12/2026. The hall is closed on 12/25/2026.", null, "2026-07-12/2026-07-12", "another date, month first")]
    [InlineData("Meeting: 07/12/2026. On 7 December 2026 the weavers come together.", null, "2026-12-07/2026-12-07", "the same day in words")]
    [InlineData("The weavers meet on 07/12/2026 in Hyderabad, India.", null, "2026-12-07/2026-12-07", "the country")]
    [InlineData("The weavers meet on 07/12/2026 in Chicago, Illinois, United States.", null, "2026-07-12/2026-07-12", "the United States write the month first")]
    [InlineData("The weavers meet on 07/12/2026 in Quezon City, Philippines.", null, "2026-07-12/2026-07-12", "so do the Philippines")]
    [InlineData("The weavers meet on 07/12/2026.", "https://weavers.example.co.uk/a", "2026-12-07/2026-12-07", "the address")]
    [InlineData("The weavers meet on 07/12/2026.", "https://weavers.example.gov/a", "2026-07-12/2026-07-12", "an address of the United States")]
    public void The_order_of_day_and_month_is_decided_by_evidence(string text, string? address, string days, string why)
    {
        var date = Dates(text, address)[0];
        Assert.True($"{date.Finding.From:yyyy-MM-dd}/{date.Finding.To:yyyy-MM-dd}" == days, $"{why}: {date.Finding.From}/{date.Finding.To}");
    }

    [Fact]
    public void A_season_names_two_years()
    {
        var date = Dates("Orchestral season 2022-23\nSunday 8th January: the New Year concert.", null, titleLength: 25)[0];
        Assert.Equal(new DateOnly(2023, 1, 8), date.Finding.From);
    }

    [Fact]
    public void One_date_that_can_be_read_decides_for_the_others()
    {
        var dates = Dates("A 5-day workshop from 07/12/2026 to 11/12/2026. Write to us by 05/11/2026.", null);
        Assert.Contains(dates, date => date.Finding.To == new DateOnly(2026, 11, 5));
    }

    [Fact]
    public void Where_nothing_tells_a_question_shows_both_readings()
    {
        var date = Dates("The weavers meet on 07/12/2026.", null)[0];
        Assert.True(date.Probability < Sure, $"{date.Probability}");
        Assert.Equal(["2026-07-12", "2026-12-07"], date.Question!.Choices.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_question_about_a_range_shows_the_whole_range()
    {
        var date = Dates("The weavers meet from 01/02/2026 to 02/03/2026.", null)[0];
        Assert.True(date.Probability < Sure, $"{date.Probability}");
        Assert.Equal(["2026-01-02 to 2026-02-03", "2026-02-01 to 2026-03-02"], date.Question!.Choices.Order(StringComparer.Ordinal));
    }

    private static System.Collections.Immutable.ImmutableArray<Candidate<DateFinding>> Dates(string text, string? address, int titleLength = 0)
    {
        var source = new Source { Id = "x", Uri = address, Text = text, Bytes = default, MediaType = "text/plain", Sha256 = "" };
        var document = new Document { Source = source, Text = text, Blocks = [new(BlockKind.Paragraph, new(0, text.Length))], Language = "en" };
        var tagged = TaggedDocument.Of(document, Taggers);
        var announcement = new Announcement { Span = new(0, text.Length), Title = text[..titleLength], TitleSpan = new(0, titleLength), Anchor = "x" };
        return new DateResolver(ModelSet.Empty).Resolve(new(document, tagged.Tokens, tagged.Mentions, [announcement], 0));
    }
}
