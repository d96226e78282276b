using Extract.Resolve;
using Extract.Resolve.Dates;
using Extract.Tag.Dates;
using Extract.Text;
using Extract.Trained;

namespace Extract.Tests.Resolve;

/// <summary>What markup says beside the text: agreement raises, difference lowers, silence changes nothing.</summary>
public class MarkupWitnessTests
{
    private const string Text = "Spring school\n\nThe society met on 4 June 2018 and will do so again on 9 July 2018.";

    private static ResolveContext Context(params MarkupEvent[] markup)
    {
        var source = Read.SomeSource.Text(Text);
        var document = new Document { Source = source, Text = Text, Blocks = [new(BlockKind.Heading, new(0, 13), 1), new(BlockKind.Paragraph, new(15, Text.Length))], MarkupEvents = [.. markup] };
        var (tokens, mentions) = (TokenList.Of(document), new List<Mention>());
        new DateTagger().Tag(document, tokens, mentions);
        return new(document, tokens, [.. mentions], [new Announcement { Span = new(0, Text.Length), Title = "Spring school", TitleSpan = new TextSpan(0, 13), Anchor = "" }], 0);
    }

    private static MarkupEvent Stated(DateOnly? start, string name = "Spring School") => new(name, start, start, null, null, null, "json-ld");

    private static double Probability(DateOnly day, params MarkupEvent[] markup) =>
        new DateResolver(ModelSet.Empty).Resolve(Context(markup)).Where(date => date.Finding.From == day && date.Finding.Role == "event").Select(date => date.Probability).DefaultIfEmpty(0).Max();

    [Fact]
    public void The_day_that_markup_says_too_is_surer_to_be_the_events()
    {
        DateOnly day = new(2018, 6, 4);
        Assert.True(Probability(day, Stated(day)) > Probability(day), $"{Probability(day, Stated(day))} {Probability(day)}");
        Assert.Equal(Probability(day), Probability(day, Stated(day, "Another thing"), Stated(new(2019, 1, 1), "A third")), 12);
    }

    [Fact]
    public void Markup_speaks_of_the_announcement_of_its_name_or_of_the_only_one()
    {
        Assert.Single(MarkupWitness.Of(Context(Stated(null), Stated(null, "Another thing"))));
        Assert.Single(MarkupWitness.Of(Context(Stated(null, "Another thing"))));
        Assert.Empty(MarkupWitness.Of(Context(Stated(null, "Another thing"), Stated(null, "A third"))));
    }

    [Fact]
    public void Agreement_and_difference_are_noted_for_the_calibration_and_worth_what_no_model_has_learned()
    {
        DateOnly day = new(2018, 7, 9);
        var dates = new DateResolver(ModelSet.Empty).Resolve(Context(Stated(day)));
        var model = new LinearModel(["right"], [0], []);
        Assert.True(MarkupWitness.Prior(dates.Single(date => date.Finding.From == day).Features, model) > 0);
        Assert.All(dates.Where(date => date.Finding.From != day && date.Finding.Role == "event"), date => Assert.True(MarkupWitness.Prior(date.Features, model) < 0));
        var learned = new FeatureVector(named: true);
        MarkupWitness.Note(learned, true);
        Assert.Equal(0, MarkupWitness.Prior(learned, new LinearModel(["right"], [0], [(learned.Items[0].Key, "markup=agrees", [4])])));
    }

    [Fact]
    public void A_calendars_zone_and_rule_of_repetition_are_the_events()
    {
        const string Calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Spring school\r\nDTSTART;TZID=Europe/Vienna:20240512T090000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        var document = new Extract.Read.Readers(new() { Languages = [] }).Read(Read.SomeSource.Bytes(System.Text.Encoding.UTF8.GetBytes(Calendar), "text/calendar"), TestContext.Current.CancellationToken).Document!;
        var (tokens, mentions) = (TokenList.Of(document), new List<Mention>());
        new DateTagger().Tag(document, tokens, mentions);
        var announcement = new Announcement { Span = new(0, document.Text.Length), Title = "Spring school", TitleSpan = new TextSpan(0, 13), Anchor = "" };
        var date = new DateResolver(ModelSet.Empty).Resolve(new(document, tokens, [.. mentions], [announcement], 0)).Single(each => each.Finding.Role == "event").Finding;
        Assert.Equal((new DateOnly(2024, 5, 12), new TimeOnly(9, 0), "Europe/Vienna", "FREQ=WEEKLY;COUNT=3"), (date.From!.Value, date.FromTime!.Value, date.TimeZone, date.Recurrence));
        Assert.NotNull(date.Start);
    }

    [Fact]
    public void Clock_times_of_the_markup_are_the_events_where_the_text_says_none()
    {
        DateOnly day = new(2018, 6, 4);
        var stated = Stated(day) with { FromTime = new(20, 0), ToTime = new(23, 0), TimeZone = "+02:00" };
        Assert.Same(stated, MarkupDates.Timed(day, null, [stated]));
        Assert.Same(stated, MarkupDates.Timed(day, new(20, 0), [stated]));
        Assert.Null(MarkupDates.Timed(day, new(19, 0), [stated]));
        Assert.Null(MarkupDates.Timed(day, null, [stated, stated with { FromTime = new(9, 0) }]));
        var date = new DateResolver(ModelSet.Empty).Resolve(Context(stated)).Single(each => each.Finding.From == day && each.Finding.Role == "event").Finding;
        Assert.Equal((new TimeOnly(20, 0), new TimeOnly(23, 0), "+02:00"), (date.FromTime, date.ToTime, date.TimeZone));
    }

    [Theory]
    [InlineData("+02:00", true, "another hour")]
    [InlineData("+00:00", false, "what a page gives in UTC is a machine's")]
    [InlineData("UTC", false, "and what a calendar gives")]
    public void Hours_differ_where_both_are_local(string zone, bool differ, string why) => Assert.True(MarkedTimes.Differ(new(19, 0), new(17, 0), zone) == differ, why);

    [Fact]
    public void A_day_that_stands_in_markup_only_has_no_place_and_says_where_it_is_from()
    {
        var source = Read.SomeSource.Text("Spring school in Graz");
        var document = new Document { Source = source, Text = source.Text!, Blocks = [new(BlockKind.Paragraph, new(0, 21))], MarkupEvents = [Stated(new(2018, 6, 4))] };
        var date = Assert.Single(new DateResolver(ModelSet.Empty).Resolve(new(document, TokenList.Of(document), [], [new Announcement { Span = new(0, 21), Title = "Spring school", Anchor = "" }], 0))).Finding;
        Assert.Equal((null, null, new DateOnly(2018, 6, 4), "json-ld"), (date.Start, date.End, date.From!.Value, date.By));
    }

    [Theory]
    [InlineData("""on <time datetime="2018-05-05T18:00+02:00">5 May</time> in Rome.""", "2018-05-05 18:00 +02:00", "", "a year and an hour that the words leave out")]
    [InlineData("""<time datetime="2018-05-06T10:00">tomorrow</time> in Rome.""", "2018-05-06 10:00 ", "", "the day of a word that is counted")]
    [InlineData("""on 5 May in Rome, until <time datetime="2018-05-20">20 May</time>.""", "2018-05-05  ", "", "a day beside it")]
    [InlineData("""on <time datetime="2018-05-06">5 May 2018</time> in Rome.""", "2018-05-05  ", "2018-05-05; 2018-05-06", "another day is asked about")]
    [InlineData("""on <time datetime="2018-05-05T18:00+02:00">5 May 2018, 19:00</time> in Rome.""", "2018-05-05 19:00 ", "19:00; 18:00", "and so is another hour")]
    [InlineData("""on <time datetime="2018-05-05T17:00Z">5 May 2018, 19:00</time> in Rome.""", "2018-05-05 19:00 ", "", "but not a machine's")]
    public void Times_of_the_page_are_heard(string html, string date, string choices, string why)
    {
        var found = Event($"<html><body><h1>Spring school</h1><p>The workshop takes place {html}</p></body></html>");
        Assert.True(date == Words(found.Finding), $"{why}: {Words(found.Finding)}");
        Assert.True(choices == string.Join("; ", found.Question?.Choices ?? []), $"{why}: {found.Question}");
    }

    [Theory]
    [InlineData("2018-05-05T18:00+02:00", "2018-05-05T20:00+02:00", "on 5 May in Rome.", "2018-05-05 18:00 +02:00", "")]
    [InlineData("2018-05-05T18:00+02:00", "2018-05-06T00:00+02:00", "on 5 May 2018, 19:00 in Rome.", "2018-05-05 19:00 ", "19:00; 18:00")]
    [InlineData("2018-05-06T18:00+02:00", "", "on 5 May 2018 in Rome.", "2018-05-05  ", "2018-05-05; 2018-05-06")]
    [InlineData("2018-05-04T22:00Z", "", "on 5 May 2018 in Rome.", "2018-05-05  ", "")]
    [InlineData("2018-05-06", "", "on 5 May 2018 in Rome; the second part on 6 May 2018.", "2018-05-05  ", "")]
    public void Moments_of_linked_data_are_heard(string start, string end, string words, string date, string choices)
    {
        var found = Event($$"""<html><head><script type="application/ld+json">{"@type":"Event","name":"Spring school","startDate":"{{start}}","endDate":"{{end}}"}</script></head><body><h1>Spring school</h1><p>The workshop takes place {{words}}</p></body></html>""");
        Assert.Equal(date, Words(found.Finding));
        Assert.Equal(choices, string.Join("; ", found.Question?.Choices ?? []));
    }

    private static Candidate<DateFinding> Event(string html)
    {
        var document = new Extract.Read.Readers(new() { Languages = [] }).Read(Read.SomeSource.Html(html), TestContext.Current.CancellationToken).Document!;
        var (tokens, mentions) = (TokenList.Of(document), new List<Mention>());
        new DateTagger().Tag(document, tokens, mentions);
        var announcement = new Announcement { Span = new(0, document.Text.Length), Title = "Spring school", TitleSpan = new TextSpan(0, 13), Anchor = "" };
        return new DateResolver(ModelSet.Empty).Resolve(new(document, tokens, [.. mentions], [announcement], 0)).First(date => date.Finding.Role == "event");
    }

    private static string Words(DateFinding date) => System.FormattableString.Invariant($"{date.From:yyyy-MM-dd} {date.FromTime:HH:mm} {date.TimeZone}");
}
