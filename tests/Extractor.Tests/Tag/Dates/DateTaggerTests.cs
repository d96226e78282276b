using System.Globalization;
using Extract.Rules;
using Extract.Tag.Dates;
using Extract.Text;

namespace Extract.Tests.Tag.Dates;

public sealed class DateTaggerTests
{
    private static readonly DateTagger Tagger = new();

    [Theory]
    [InlineData("Between the <28-29 June>, the office meets", "?-6-28/?-6-29", "article outside")]
    [InlineData("on <Tuesday, 19 February 2019>, 6:00 pm", "2019-2-19 Tuesday 18:00", "the time is no part of the words")]
    [InlineData("The fair is on <5 May 2026>. We start at 10:00.", "2026-5-5 10:00", "the sentence after it says when it begins")]
    [InlineData("The fair is on <5 May 2026>. A train leaves at 10:00.", "2026-5-5", "but not when something else does")]
    [InlineData("<December 14, 2023>11:30 AM", "2023-12-14 11:30", "a glued time")]
    [InlineData("from 9 am to 5 pm on <May 3, 2016>", "2016-5-3 09:00-17:00", "times before")]
    [InlineData("<Nov 13>, 2:00 - 3:30 pm, ET", "?-11-13 14:00-15:30", "the half of the day holds for both")]
    [InlineData("on <5 May 2021> at 18:00 CEST", "2021-5-5 18:00 +02:00", "an abbreviation is an offset")]
    [InlineData("on <5 May 2021>, 6 pm Eastern Time", "2021-5-5 18:00 America/New_York", "a place is a zone")]
    [InlineData("from <30 December 2019 to 2 January>", "2019-12-30/2020-1-2", "the year turns")]
    [InlineData("from <28 December to 3 January 2020>", "2019-12-28/2020-1-3", "and backwards")]
    [InlineData("open until <15 March 2021>", "2021-3-15 until", "no first day")]
    [InlineData("open from <15 March 2021>", "2021-3-15 since", "no last day")]
    [InlineData("in <late May 2020>", "2020-5-21/2020-5-31", "a third of a month")]
    [InlineData("in <May 2020>", "2020-5-1/2020-5-31", "a month")]
    [InlineData("on <31 June 2018>", "2018-6-31 impossible", "no such day")]
    [InlineData("on <29 February>", "?-2-29", "may exist")]
    [InlineData("on <3/4/2019>", "2019-3-4 ambiguous", "either order")]
    [InlineData("on <23/4/2019>", "2019-4-23", "one order only")]
    [InlineData("on <7 June 2018>", "2018-6-7", "no-break spaces")]
    [InlineData("Notice 7 <March 14, 2018>", "2018-3-14", "the longer one goes first")]
    [InlineData("<5 MAY 2021>", "2021-5-5", "capitals")]
    [InlineData("in <March, 2021>.", "2021-3-1/2021-3-31", "a comma")]
    public void Words_give_their_span_and_value(string marked, string value, string why)
    {
        var (text, span) = MarkedText.Parse(marked);
        var mention = Assert.Single(Tag(text));
        Assert.True(span == mention.Span, $"{why}: {mention.Span.Of(text)}");
        Assert.Equal(value, Describe((DateValue)mention.Value!));
    }

    [Theory]
    [InlineData("IPA II 2017 and the plan 2015-2017")]
    [InlineData("version 1.12.2018, call 555-12-2018")]
    [InlineData("You may 3 times; they march on.")]
    [InlineData("at 10.11.12.13 for 24/7 and 9/11")]
    [InlineData("costs 12.50 euros, 5-7 people, pages 28-29")]
    [InlineData("May I ask you")]
    [InlineData("(202) 555-0112, 31-12")]
    [InlineData("Giving Tuesday")]
    public void What_is_no_date_is_none(string text) => Assert.Empty(Tag(text));

    [Fact]
    public void A_weekly_pattern_is_a_recurrence_and_no_day()
    {
        var value = (DateValue)Assert.Single(Tag("We meet every other Tuesday.")).Value!;
        Assert.Equal("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", value.Recurrence);
        Assert.Null(value.From.Month);
    }

    private static List<Mention> Tag(string text)
    {
        var mentions = new List<Mention>();
        var document = new Document { Source = new() { Id = "x", Bytes = default, MediaType = "text/plain", Sha256 = "" }, Text = text, Blocks = [new(BlockKind.Paragraph, new(0, text.Length))] };
        Tagger.Tag(document, TokenList.Of(document), mentions);
        return mentions;
    }

    private static string Describe(DateValue value)
    {
        var words = new List<string> { value.From == value.To ? Describe(value.From) : $"{Describe(value.From)}/{Describe(value.To)}" };
        if (value.Weekday is { } weekday) words.Add(weekday.ToString());
        if (value.FromTime is { } from) words.Add(from.ToString("HH:mm", CultureInfo.InvariantCulture) + (value.ToTime is { } to ? "-" + to.ToString("HH:mm", CultureInfo.InvariantCulture) : ""));
        if (value.TimeZone is { } zone) words.Add(zone);
        if (value.OpenStart) words.Add("until");
        if (value.OpenEnd) words.Add("since");
        if (value.Impossible is not null) words.Add("impossible");
        if (value.OrderAmbiguous) words.Add("ambiguous");
        return string.Join(' ', words);
    }

    private static string Describe(PartialDate day) => FormattableString.Invariant($"{day.Year?.ToString(CultureInfo.InvariantCulture) ?? "?"}-{day.Month}-{day.Day}");
}
