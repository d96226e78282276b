using Extract.Rules;

namespace Extract.Tests.Tag.Dates;

public sealed class DateTaggerTests
{
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
    [InlineData("<Sunday, Nov. 14>8:00am-5:00pm CST", "?-11-14 Sunday 08:00-17:00", "a time glued to the day")]
    [InlineData("read pages 18-20. <October 3, 2019>, Rome", "2019-10-3", "a sentence ends before it")]
    [InlineData("on <28\u202f June\u00a02018>", "2018-6-28", "narrow and no-break spaces")]
    [InlineData("on <28 Septem\u00adber 2018>", "2018-9-28", "a soft hyphen")]
    [InlineData("from <January 12, 2016 - 01/22/2016>", "2016-1-12/2016-1-22", "ends of two forms")]
    [InlineData("from <2019-aug-1 to today>", "[2019-8-1]/[Days 0]", "one end is counted")]
    [InlineData("<today till tomorrow>", "[Days 0]/[Days 1]", "both ends are counted")]
    [InlineData("<12-04-2019 6:00am until 12-05-2019> 8:00pm", "2019-12-4/2019-12-5 06:00-20:00 ambiguous", "times stand with both ends")]
    [InlineData("between <15 May 2015 and June 2018> we met", "2015-5-15/2018-6-30", "between and")]
    [InlineData("on <12 March 2024 to 10 March 2024>", "2024-3-12/2024-3-10 impossible", "it ends before it begins")]
    [InlineData("from <30.12.2019 to 02.01.2019>", "2019-12-30/2019-1-2 impossible", "both years are said: none is changed")]
    [InlineData("on <Monday, May 6>\nTime: 11:30 hrs IST", "?-5-6 Monday 11:30 +05:30", "the time on the next line")]
    [InlineData("on <January 15> at the City Hall, 12 Main Street, from 10 am to 1 pm", "?-1-15 10:00-13:00", "the time later in the sentence")]
    [InlineData("on <May 6> from 10:30 to 3", "?-5-6 10:30-15:00", "the clock passes noon")]
    [InlineData("on <May 6>, 1 pm to 4", "?-5-6 13:00-16:00", "the half said first holds")]
    [InlineData("closes <on Good Friday>.", "Easter -2", "a feast that moves")]
    [InlineData("<on Easter Monday 2024>", "Easter 1 2024--", "with its year")]
    [InlineData("<the first Friday of July>", "WeekdayOfMonth 0 nth 1 Friday ?-7-", "a weekday of a month")]
    [InlineData("<the last Monday in May 2020>", "2020-5-25 Monday", "with its year it is a day")]
    [InlineData("in the <week of March 4>", "WeekOf 0 ?-3-4", "a week")]
    [InlineData("see you <Mon 13th>", "DayOfMonth 0 Monday ?--13", "a day without its month")]
    [InlineData("<later this month>", "RestOfMonth 0", "what is left of a month")]
    [InlineData("at <the end of this month>", "Months 0 ?--21", "a third of it")]
    [InlineData("see you <this Friday> at 5 pm", "Weekday 0 Friday 17:00", "the half of the day is not lost")]
    [InlineData("see you on <Monday> at 2.30", "Weekday 0 Monday 02:30", "nor are the minutes")]
    [InlineData("see you <Friday> 5-7 pm ET", "Weekday 0 Friday 17:00-19:00 America/New_York", "nor is the zone")]
    [InlineData("We are open <Saturday> 10-4", "Weekday 0 Saturday 10:00-16:00", "hours without halves")]
    [InlineData("meet <Thursday 5 - Saturday 7 June 2025>", "2025-6-5/2025-6-7 Thursday", "weekdays at both ends")]
    [InlineData("On view until <15 March 2021>", "2021-3-15 until", "an open start")]
    public void Words_give_their_span_and_value(string marked, string value, string why)
    {
        var (text, span) = MarkedText.Parse(marked);
        var mention = Assert.Single(SomeDates.Of(text));
        Assert.True(span == mention.Span, $"{why}: {mention.Span.Of(text)}");
        Assert.Equal(value, SomeDates.Words(mention));
    }

    [Theory]
    [InlineData("IPA II 2017 and the plan 2015-2017", "plans")]
    [InlineData("version 1.12.2018, call 555-12-2018", "versions and phones")]
    [InlineData("You may 3 times; they march on.", "verbs")]
    [InlineData("at 10.11.12.13 for 24/7 and 9/11", "addresses of machines")]
    [InlineData("costs 12.50 euros, 5-7 people, pages 28-29", "prices and counts")]
    [InlineData("May I ask you", "a verb that begins a sentence")]
    [InlineData("(202) 555-0112, 31-12", "phones")]
    [InlineData("call +381 11 306 53 20 or 020 7946 0018", "phones with blanks")]
    [InlineData("Giving Tuesday", "the name of a day")]
    [InlineData("page 3 of 12, pages 3/4/12", "pages")]
    [InlineData("costs $12.10.2018 or €5", "prices")]
    [InlineData("the second most important, the first of many", "ordinals")]
    [InlineData("with April Smith, Mrs. May and August Wilson", "names")]
    [InlineData("at 12 1 May Street, in 25 May Stadium", "streets")]
    [InlineData("Law No. 12/05/2018, Directive 2011/36, Ordinance no. 3/2019", "laws")]
    [InlineData("the Earth Day cleanup and the Christmas market", "events that are named after a day")]
    [InlineData("upgrade to Python 3.12.2024 and build 7.8.2019", "versions")]
    [InlineData("11/26/26, 5:43 AM", "the mark of a browser's print")]
    [InlineData("Tel.: 03-04-2024, Phone 01/02/2024, fax (01) 02-03-2024", "telephones in the form of days")]
    [InlineData("killed on 15 March 44 BC, born May 4, 12 AD", "eras")]
    public void What_is_no_date_is_none(string text, string why) => Assert.True(SomeDates.Of(text) is [], why);

    [Theory]
    [InlineData("We meet every other Tuesday.", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")]
    [InlineData("We meet every Tuesday at 6 pm.", "FREQ=WEEKLY;BYDAY=TU 18:00")]
    [InlineData("We meet Wednesdays at 18:30 CET.", "FREQ=WEEKLY;BYDAY=WE 18:30 +01:00")]
    [InlineData("We meet every Tuesday and Thursday.", "FREQ=WEEKLY;BYDAY=TU,TH")]
    [InlineData("Open Mondays to Fridays.", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("Open every Saturday to Monday.", "FREQ=WEEKLY;BYDAY=MO,SA,SU")]
    [InlineData("On the first Monday of the month at 7 pm.", "FREQ=MONTHLY;BYDAY=1MO 19:00")]
    [InlineData("On the second and fourth Tuesdays of each month.", "FREQ=MONTHLY;BYDAY=2TU,4TU")]
    [InlineData("On the last Friday of every month.", "FREQ=MONTHLY;BYDAY=-1FR")]
    [InlineData("On the 15th of each month.", "FREQ=MONTHLY;BYMONTHDAY=15")]
    public void A_pattern_is_a_recurrence_and_no_day(string text, string rule)
    {
        var mention = Assert.Single(SomeDates.Of(text));
        Assert.Equal(rule, SomeDates.Words(mention));
        Assert.Null(((DateValue)mention.Value!).From.Month);
    }

    [Theory]
    [InlineData("from 18 May 2024, 10:00 to 19 May 2024, 18:00 in Zagreb", "2024-05-18/2024-05-19")]
    [InlineData("2 May 2024, 10:00 – 12 June 2024, Leeds", "2024-05-02/2024-06-12")]
    public void The_day_after_a_clock_time_is_no_hour(string text, string days)
    {
        var value = (DateValue)Assert.Single(SomeDates.Of(text)).Value!;
        Assert.Equal(days, $"{value.From.ToDate(2024):yyyy-MM-dd}/{value.To.ToDate(2024):yyyy-MM-dd}");
        Assert.Equal(new TimeOnly(10, 0), value.FromTime);
    }

    [Fact]
    public void A_pattern_lends_its_weekday_to_its_days() =>
        Assert.Equal(["FREQ=WEEKLY;BYDAY=WE", "?-5-3/?-5-24 Wednesday"], SomeDates.Of("Every Wednesday from 3 to 24 May").Select(SomeDates.Words));

    [Theory]
    [InlineData("on 4 May 20244 in", "4 May 20244 = ?-5-4 impossible", "a slip in the year")]
    [InlineData("on May 4, 0000 in", "May 4, 0000 = ?-5-4 impossible", "no year")]
    [InlineData("due 3/4/20244", "3/4/20244 = ?-3-4 impossible", "a slip in numbers")]
    [InlineData("on 14 July 1789 in", "14 July 1789 = 1789-7-14", "long ago")]
    [InlineData("on 4 May 500 people came", "4 May = ?-5-4", "a count is no year")]
    public void A_year_is_never_cut(string text, string found, string why)
    {
        var mention = Assert.Single(SomeDates.Of(text));
        Assert.True(found == $"{mention.Span.Of(text)} = {SomeDates.Words(mention)}", $"{why}: {mention.Span.Of(text)} = {SomeDates.Words(mention)}");
    }

    [Theory]
    [InlineData("on 5 May 2024 from 10 to 12.", "2024-5-5 10:00-12:00", "hours behind a date")]
    [InlineData("on 5 May 2024, from 5 to 7 at the hall", "2024-5-5 17:00-19:00", "nobody meets in the night")]
    [InlineData("on 5 May 2024 at 7.", "2024-5-5 07:00", "one hour behind a date")]
    [InlineData("on 5 May 2024 at seven o'clock in the hall", "2024-5-5 07:00", "an hour in words")]
    [InlineData("from 9 to 5 on 3 May 2024", "2024-5-3 09:00-17:00", "hours before a date")]
    [InlineData("on 5 May 2024 at 7 places", "2024-5-5", "places are counted")]
    [InlineData("on 5 May 2024 from 10 to 12 people come", "2024-5-5", "people are counted")]
    [InlineData("on 5 April, 12 April and 19 April 2024, 14:00", "?-4-5 14:00 list 2024; ?-4-12 14:00 list 2024; 2024-4-19 14:00", "a list shares year and time")]
    [InlineData("on 28 December and 4 January 2025", "?-12-28 list 2024; 2025-1-4", "over the turn of the year")]
    [InlineData("on 5 May 2024 and 12 May", "2024-5-5; ?-5-12 list 2024", "the year said first")]
    [InlineData("from 9:30 to 10 June 2024", "2024-6-10 09:30", "minutes are no day")]
    [InlineData("Workshop 3: 15-16 December 2022", "2022-12-15/2022-12-16", "a number is no hour")]
    [InlineData("Start: 5 May 2024 10:00\nEnd: 5 May 2024 12:00", "2024-5-5 10:00-12:00", "labels of two lines")]
    [InlineData("Starts: 5 May 2024 10:00\nEnds: 6 May 2024 12:00", "2024-5-5/2024-5-6 10:00-12:00", "on two days")]
    [InlineData("From: 5 May 2024\nTo: 7 May 2024", "2024-5-5/2024-5-7", "without times")]
    [InlineData("Beginn: 5. Mai 2024, 10:00 Uhr\nEnde: 5. Mai 2024, 12:00 Uhr", "2024-5-5 10:00-12:00", "in another language")]
    [InlineData("Date: 5 May 2024\nStart time: 10:00\nEnd time: 12:00", "2024-5-5 10:00-12:00", "times on lines of their own")]
    [InlineData("Registration starts: 5 May 2024\nPayment ends: 6 May 2024", "2024-5-5; 2024-5-6", "labels of other things")]
    public void What_belongs_together_is_joined(string text, string found, string why)
    {
        var dates = string.Join("; ", SomeDates.Of(text, LanguageOf(text)).Select(SomeDates.Words));
        Assert.True(found == dates, $"{why}: {dates}");
    }

    private static string LanguageOf(string text) => text.Contains("Mai", StringComparison.Ordinal) ? "de" : "en";

    [Theory]
    [InlineData("every Tuesday from 2 April to 28 May 2024 except 25 April", "FREQ=WEEKLY;BYDAY=TU; 2024-4-2/2024-5-28 Tuesday; ?-4-25 excepted", "a day is left out")]
    [InlineData("every Tuesday except 23 April 2024 until 28 May 2024", "FREQ=WEEKLY;BYDAY=TU; 2024-4-23 excepted; 2024-5-28 until", "the end behind it is the series'")]
    [InlineData("every Tuesday in May 2024, except 14 May and 21 May, at 6 pm", "FREQ=WEEKLY;BYDAY=TU; 2024-5-1/2024-5-31 18:00; ?-5-14 excepted; ?-5-21 excepted", "days that are left out have no hour")]
    [InlineData("postponed from 5 May to 12 June 2024", "?-5-5 list 2024 excepted; 2024-6-12 moved", "a day given up, and a new one")]
    [InlineData("of 5 May 2024. New date: 12 June 2024", "2024-5-5; 2024-6-12 moved", "a new one")]
    [InlineData("verschoben vom 5. Mai 2024 auf den 12. Juni 2024", "2024-5-5 excepted; 2024-6-12", "in another language")]
    public void Days_on_which_nothing_takes_place_are_marked(string text, string found, string why)
    {
        var dates = string.Join("; ", SomeDates.Of(text, LanguageOf(text)).Select(SomeDates.Words));
        Assert.True(found == dates, $"{why}: {dates}");
    }
}
