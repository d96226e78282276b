using System.Globalization;
using Extract.Resolve;
using Extract.Resolve.Dates;
using Extract.Tag;
using Extract.Tag.Dates;
using Extract.Tag.Labels;
using Extract.Tests.Tag.Dates;
using Extract.Text;
using Extract.Trained;

namespace Extract.Tests.Resolve.Dates;

/// <summary>What the words of a date mean in their document.</summary>
public sealed class DateReadingsTests
{
    private static readonly ITagger[] Taggers = [new DateTagger(), .. LabelTagger.Shipped];
    private static readonly DateOnly Published = new(2024, 4, 17); // a Wednesday

    [Theory]
    [InlineData("We meet tomorrow in the hall.", "2024-04-18/2024-04-18")]
    [InlineData("We meet next Tuesday in the hall.", "2024-04-23/2024-04-23")]
    [InlineData("We meet this Friday in the hall.", "2024-04-19/2024-04-19")]
    [InlineData("We meet later this month in the hall.", "2024-04-17/2024-04-30")]
    [InlineData("We meet on the first Friday of July in the hall.", "2024-07-05/2024-07-05")]
    [InlineData("We meet on the last Monday of next month.", "2024-05-27/2024-05-27")]
    [InlineData("We meet in the week of June 12 in the hall.", "2024-06-10/2024-06-16")]
    [InlineData("We meet on Friday the 3rd in the hall.", "2024-05-03/2024-05-03")]
    [InlineData("We meet on Easter Monday 2025 in the hall.", "2025-04-21/2025-04-21")]
    [InlineData("We meet on Thanksgiving Day in the hall.", "2024-11-28/2024-11-28")]
    [InlineData("We meet today to Saturday in the hall.", "2024-04-17/2024-04-20")]
    [InlineData("We meet at the end of this month.", "2024-04-21/2024-04-30")]
    [InlineData("We meet in 2 weeks in the hall.", "2024-05-01/2024-05-01")]
    public void Counted_words_are_counted_from_the_publication(string text, string days) => Assert.Equal(days, Days(Reading(text, Published)));

    [Fact]
    public void Without_a_publication_the_day_of_capture_is_counted_from()
    {
        var source = Source("") with { Retrieved = new DateTimeOffset(2024, 4, 17, 23, 0, 0, TimeSpan.Zero) };
        Assert.Equal("2024-05-05/2024-05-05", Days(Reading("We meet on 5 May in the hall.", null, source)));
    }

    [Theory]
    [InlineData("In 2013 the office held its first course from 3 to 14 June in Rome.", 2015, "2013-06-03/2013-06-14", "the year is said in the sentence")]
    [InlineData("The Fall 2016 season starts soon on October 4th in the hall.", null, "2016-10-04/2016-10-04", "nothing else tells the year")]
    [InlineData("The course under IPA II 2016 takes place on 3 June in Rome.", 2018, "2018-06-03/2018-06-03", "the year is part of a name")]
    public void A_year_that_stands_by_itself_tells_that_of_a_date(string text, int? published, string days, string why)
    {
        var found = Days(Reading(text, published is { } year ? new DateOnly(year, 5, 20) : null));
        Assert.True(found == days, $"{why}: {found}");
    }

    [Theory]
    [InlineData("Key dates 2013\n\n3 December: nominations open\n11 January: nominations close\n22 February: registration opens\n30 June: conference", "2012-12-03 2013-01-11 2013-02-22 2013-06-30", "they stand in order")]
    [InlineData("Seed grants 2013-2014\n\nThe first meeting takes place on 24 September, the last on 5 May.", "2013-09-24 2014-05-05", "a season turns in the summer")]
    [InlineData("Meetings\n\nThe network has existed since June 2018. It meets on 23 April.\n\nFurther meetings: 22 May 2019, 23 April 2019", "2018-06-01 2019-04-23 2019-05-22 2019-04-23", "the same day is written whole elsewhere")]
    [InlineData("Festivals\n\nEntries close on 5 November 2002. Berlin: 6 to 16 February 2003. The campus takes place from 10 to 14 February.", "2002-11-05 2003-02-06 2003-02-10", "a whole date is near in time")]
    [InlineData("Programme of 2026\n\nOpening on 3 May in Rome.", "2026-05-03", "the page's name says it")]
    public void Years_are_told_by_what_stands_around(string text, string days, string why)
    {
        var context = Context(text, null, null);
        var found = string.Join(' ', new Readings(null, new()).Of(context, new(context)).Select(reading => reading.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.True(found == days, $"{why}: {found}");
    }

    [Theory]
    [InlineData("Research assistant. The position is full-time. Start date: 1 September 2024.", "other")]
    [InlineData("Summer course in Rome. Start date: 1 September 2024.", "event")]
    public void A_post_is_taken_up_on_no_day_of_an_event(string text, string role) => Assert.Equal(role, Assert.Single(Resolve(text)).Finding.Role);

    [Fact]
    public void A_day_ahead_of_the_publication_is_not_that_of_the_publication()
    {
        var reading = Reading("Zagreb, 5 May 2024 – all day", Published);
        Assert.True(FormWitness.IsAhead(Context("Zagreb, 5 May 2024 – all day", Published, null), reading));
        Assert.DoesNotContain(Resolve("News\n\n5 May 2024"), date => date.Finding.Role == "publication");
    }

    [Theory]
    [InlineData("News | 17 April 2024\n\nThe fair takes place in Rome.", true)]
    [InlineData("Fair in Rome\n\nWednesday, 17 April 2024 12:49\n\nCome and see.", true)]
    [InlineData("The fair takes place on 17 April 2024 in the old town hall of Rome.", false)]
    [InlineData("Fair in Rome\n\n18 April 2024", false)]
    public void The_day_of_publication_stands_at_the_head(string text, bool head)
    {
        var context = Lines(text);
        Assert.Equal(head, FormWitness.IsHead(context, new Readings(null, new()).Of(context, new(context))[0]));
    }

    /// <summary>The line below a day says what it is, where most days stand on lines of their own; strong words count beside any model.</summary>
    [Fact]
    public void Lists_of_days_above_what_they_are_have_their_roles()
    {
        var dates = new DateResolver(ModelSet.Empty).Resolve(Lines("Annual meeting 2024\n\n2 May 2024\nRegistration opens\n1 June 2024\nDeadline: proposals\n5 August 2024\nNotification of authors\n3 October 2024\nThe meeting takes place"));
        Assert.Equal("other, deadline, other, event", string.Join(", ", dates.Select(date => date.Finding.Role)));
    }

    private static ResolveContext Lines(string text)
    {
        var document = SomeDates.Document(text) with { Published = Published };
        var tagged = TaggedDocument.Of(document, Taggers);
        return new(tagged.Document, tagged.Tokens, tagged.Mentions, [new() { Span = new(0, text.Length), Title = "", Anchor = "" }], 0);
    }

    [Fact]
    public void A_pattern_belongs_to_the_date_beside_it_and_to_no_other()
    {
        const string Text = "The board meets on 5 March 2024 in the hall. Every Wednesday from 3 to 24 April 2024 there is a reading.";
        var context = Context(Text, Published, null);
        var dates = context.Inside(MentionKind.Date).Where(mention => ((DateValue)mention.Value!).Recurrence is null).ToArray();
        Assert.Equal(2, dates.Length);
        Assert.Null(Recurrences.Beside(context, dates[0].Span));
        Assert.Equal("FREQ=WEEKLY;BYDAY=WE", Recurrences.Beside(context, dates[1].Span)?.Recurrence);
    }

    [Fact]
    public void A_week_that_holds_a_day_of_the_announcement_dates_nothing_more()
    {
        var context = Context("Hack night on Tuesday, April 16, 2024: no talk this week.", Published, null);
        Assert.Equal("2024-04-16/2024-04-16", Days(Assert.Single(new Readings(null, new()).Of(context, new(context)))));
    }

    [Theory]
    [InlineData("Singapore, 17 April 2024 – The minister will open the fair.", true)]
    [InlineData("Last updated: 6 June 2021", true)]
    [InlineData("Dated: April 13, 2016.", true)]
    [InlineData("Zagreb, 3 May 2024, 10:00 – Opening of the fair", false)]
    [InlineData("We meet in Zagreb, 3 May 2024 – come and see.", false)]
    [InlineData("Last updated by the office before the fair of 6 June 2021", false)]
    [InlineData("Zagreb, 5 May 2024 – Opening of the fair\n\nZagreb, 6 May 2024 – Closing of the fair", false)]
    public void Some_forms_say_by_themselves_that_a_text_came_out(string text, bool publication)
    {
        var context = Context(text, null, null);
        context = context with { Tokens = TokenList.Of(SomeDates.Document(text)) };
        Assert.Equal(publication, FormWitness.IsPublication(context, new Readings(null, new()).Of(context, new(context))[0]));
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1970-01-01")]
    public void A_day_that_stands_for_unknown_is_no_publication(string day)
    {
        var published = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        Assert.Null((Source("") with { Published = published }).Published);
        Assert.Null(Document("We meet on 5 May.", published, Source("")).Published);
    }

    [Theory]
    [InlineData("It takes place on 31 February 2024 in Rome.", "2024-02-29; 2024-03-01")]
    [InlineData("It takes place on 31 June in Rome.", "2024-06-30; 2024-07-01")]
    [InlineData("It takes place from 12 March 2024 to 10 March 2024.", "2024-03-10 to 2024-03-12; 2024-03-12 to 2025-03-10")]
    public void What_cannot_be_has_no_day_and_is_asked(string text, string choices)
    {
        var date = Assert.Single(Resolve(text));
        Assert.Null(date.Finding.From);
        Assert.Null(date.Finding.To);
        Assert.True(date.MostConfidence < 0.5);
        Assert.EndsWith(choices, string.Join("; ", date.Question!.Choices), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The workshop takes place on 5 May in Zagreb.")]
    [InlineData("The workshop takes place from 28 to 29 February in Zagreb.")]
    public void A_date_of_which_nothing_tells_the_year_is_kept_and_asked(string text)
    {
        var date = Assert.Single(new DateResolver(ModelSet.Empty).Resolve(Context(text, null, null)));
        Assert.Equal((null, null, true, "event"), (date.Finding.From, date.Finding.To, date.Finding.YearInferred, date.Finding.Role));
        Assert.StartsWith("Which year?", date.Question!.Ask, StringComparison.Ordinal);
        Assert.True(date.MostConfidence < 0.5);
    }

    [Theory]
    [InlineData("The meeting planned for 5 May 2024 has been postponed to 12 June 2024.", "other 2024-05-05; event 2024-06-12")]
    [InlineData("The meeting has been rescheduled from 5 May 2024 to 12 June 2024.", "other 2024-05-05; event 2024-06-12")]
    [InlineData("The concert planned for 5 May has been moved to Sunday, 12 May 2024 at 8 pm.", "other 2024-05-05; event 2024-05-12")]
    [InlineData("The meeting takes place on 12 June 2024 and not on 5 May 2024.", "event 2024-06-12; other 2024-05-05")]
    [InlineData("The course takes place on 3 May 2024, 10 May 2024 and 17 May 2024. The session planned for 10 May 2024 has been moved to 24 May 2024.", "event 2024-05-03; other 2024-05-10; event 2024-05-17; event 2024-05-24")]
    [InlineData("The fair takes place on 5 May 2024 in Rome. It has been postponed to 12 June 2024.", "other 2024-05-05; event 2024-06-12")]
    [InlineData("Join us: the class takes place every Tuesday until 28 May 2024 except 23 April.", "event -; other 2024-04-23")]
    public void Days_given_up_are_no_days_of_the_event(string text, string found) =>
        Assert.Equal(found, string.Join("; ", Resolve(text).Select(date => $"{date.Finding.Role} {(date.Finding.From is { } from ? from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "-")}")));

    [Fact]
    public void The_time_of_a_session_is_not_that_of_a_day_of_the_conference()
    {
        var dates = Resolve("The conference takes place on 5 May 2024, 6 May 2024 and 7 May 2024 in Rome. Keynote on 6 May 2024, 14:00.");
        Assert.All(dates, date => Assert.Null(date.Finding.FromTime));
        Assert.Equal(new TimeOnly(14, 0), Assert.Single(Resolve("The talk takes place on 6 May 2024 in Rome. See you on 6 May 2024, 14:00.")).Finding.FromTime);
    }

    [Fact]
    public void A_year_that_contradicts_the_weekday_is_asked_beside_one_that_does_not()
    {
        var nearest = new LinearModel(["yes"], [0], [(new Feature("year:from-publication").KeyOf(Folding.Hash("weeks-after")), "year:from-publication=weeks-after", [6])]);
        var resolver = new DateResolver(ModelSet.Empty.With(DateResolver.YearModel, nearest));
        var date = Assert.Single(resolver.Resolve(Context("The talk takes place on Friday, 5 May in Rome.", Published, null)));
        Assert.Equal(new DateOnly(2024, 5, 5), date.Finding.From);
        Assert.Contains("2023-05-05", date.Question!.Choices);
    }

    [Fact]
    public void A_weekday_that_is_another_one_is_asked()
    {
        var date = Assert.Single(Resolve("It takes place on Monday 15 September 2026 in Rome."));
        Assert.Equal(new DateOnly(2026, 9, 15), date.Finding.From);
        Assert.Contains("names a Monday, but 2026-09-15 is a Tuesday", date.Question!.Ask, StringComparison.Ordinal);
        Assert.True(date.MostConfidence < 0.9);
    }

    [Theory]
    [InlineData("Join us: the workshop takes place every Tuesday in May 2024 at 6 pm.", "2024-05-07/2024-05-28 18:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20240528")]
    [InlineData("Join us: the workshop takes place every Wednesday from 3 to 24 May 2023.", "2023-05-03/2023-05-24 - FREQ=WEEKLY;BYDAY=WE;UNTIL=20230524")]
    [InlineData("Join us: the workshop takes place Mondays and Thursdays, 1-30 September 2024.", "2024-09-02/2024-09-30 - FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20240930")]
    [InlineData("Join us: we meet on the first Monday of the month at 7 pm. It takes place on 6 May 2024.", "2024-05-06/2024-05-06 19:00 FREQ=MONTHLY;BYDAY=1MO")]
    public void A_series_has_a_rule_and_its_first_and_last_day(string text, string series)
    {
        var finding = Assert.Single(Resolve(text)).Finding;
        Assert.Equal(series, $"{finding.From:yyyy-MM-dd}/{finding.To:yyyy-MM-dd} {(finding.FromTime is { } time ? time.ToString("HH:mm", CultureInfo.InvariantCulture) : "-")} {finding.Recurrence}");
    }

    [Fact]
    public void An_open_beginning_is_no_deadline()
    {
        var finding = Assert.Single(Resolve("The exhibition takes place in Rome. On view until 15 March 2025.")).Finding;
        Assert.Equal(("event", null, new DateOnly(2025, 3, 15)), (finding.Role, finding.From, finding.To));
    }

    [Fact]
    public void Each_candidate_is_shown_with_what_speaks_for_it()
    {
        var reasons = new DateResolver(ModelSet.Empty).Explain(Context("The training takes place on Friday, 3 May in Zagreb.", Published, null));
        var days = reasons.Where(reason => !reason.Reading.StartsWith("role ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(("2024-05-03", "dates.day-month-year"), (days[0].Reading, days[0].Rule));
        Assert.Contains("2023-05-03", days.Select(reason => reason.Reading));
        Assert.Equal(1, days.Sum(reason => reason.Probability), 6);
        Assert.Contains("year:weekday=agrees +3.0", days[0].Because);
        Assert.Equal("role event", reasons.First(reason => reason.Reading.StartsWith("role ", StringComparison.Ordinal)).Reading);
    }

    // What is shown is what was decided: strong words, the form of a line and dates beside it are heard in both.
    [Theory]
    [InlineData("Call for papers. Submission deadline: 5 March 2024.")]
    [InlineData("The school takes place on 3 December and on 11 January in Zagreb.")]
    public void What_is_shown_is_what_was_decided(string text)
    {
        var (resolver, context) = (new DateResolver(ModelSet.Empty), Context(text, Published, null));
        var shown = resolver.Explain(context).Where(reason => reason.Reading.StartsWith("role ", StringComparison.Ordinal)).ToArray();
        var found = resolver.Resolve(context);
        Assert.NotEmpty(found);
        var years = new Readings(null, new()).Of(context, new(context));
        foreach (var (candidate, reading) in found.Zip(years))
        {
            Assert.Equal(candidate.Finding.Start, reading.Mention.Span.Start);
            Assert.Contains(shown, reason => reason.Span == reading.Mention.Span && reason.Reading == "role " + candidate.Finding.Role && Math.Abs((reason.Probability * reading.Probability) - candidate.Probability) < 1e-9);
        }
    }

    private static string Days(Reading reading) => $"{reading.From:yyyy-MM-dd}/{reading.To:yyyy-MM-dd}";

    private static Reading Reading(string text, DateOnly? published, Source? source = null)
    {
        var context = Context(text, published, source);
        return Assert.Single(new Readings(null, new()).Of(context, new(context)));
    }

    private static List<Candidate<DateFinding>> Resolve(string text) => [.. new DateResolver(ModelSet.Empty).Resolve(Context(text, Published, null))];

    private static ResolveContext Context(string text, DateOnly? published, Source? source)
    {
        var tagged = TaggedDocument.Of(Document(text, published, source ?? Source(text)), Taggers);
        return new(tagged.Document, tagged.Tokens, tagged.Mentions, [new() { Span = new(0, text.Length), Title = "", Anchor = "" }], 0);
    }

    private static Source Source(string text) => new() { Id = "x", Bytes = default, MediaType = "text/plain", Sha256 = "", Text = text };

    private static Document Document(string text, DateOnly? published, Source source) =>
        new() { Source = source, Text = text, Blocks = [new(BlockKind.Paragraph, new(0, text.Length))], Published = published, Language = "en" };
}
