using System.Text;
using Extract.Read;

namespace Extract.Tests.Read;

public class CalendarReaderTests
{
    private static readonly Readers Readers = new(new ReadSettings { Languages = [] });

    private static ReadResult Read(string calendar) => Readers.Read(SomeSource.Bytes(Encoding.UTF8.GetBytes(calendar.ReplaceLineEndings("\r\n")), "text/calendar"), TestContext.Current.CancellationToken);

    private static string Event(string lines) => $"BEGIN:VEVENT\n{lines}\nEND:VEVENT\n";

    private static string Calendar(string events) => $"BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Events\\, all\n{events}END:VCALENDAR\n";

    [Fact]
    public void An_event_reads_like_a_notice()
    {
        var document = Read(Calendar(Event("""
            UID:e1
            SUMMARY:Spring school\, the third
            DTSTART;TZID=Europe/Vienna:20180604T090000
            DTEND;TZID=Europe/Vienna:20180604T170000
            LOCATION:Aula\, Universitätsplatz 3\, Graz
            ORGANIZER;CN="Law Society":mailto:a@b.example
            DESCRIPTION:All are invited to the
              third spring school.\n\nBring a coat.
            URL:https://example.org/school
            """))).Document!;
        Assert.Equal(["H1 Spring school, the third", "P When: 4 June 2018, 09:00–17:00 Europe/Vienna", "P Where: Aula, Universitätsplatz 3, Graz", "P Organizer: Law Society",
            "P All are invited to the third spring school.", "P Bring a coat.", "P More: https://example.org/school"], document.Outline());
        Assert.Equal(new MarkupEvent("Spring school, the third", new(2018, 6, 4), new(2018, 6, 4), null, null, "Law Society", "icalendar") { Location = "Aula, Universitätsplatz 3, Graz", FromTime = new(9, 0), ToTime = new(17, 0), TimeZone = "Europe/Vienna" }, Assert.Single(document.MarkupEvents));
        Assert.Equal("https://example.org/school", Assert.Single(document.Links).Span.Of(document.Text));
        Assert.Equal("e1", document.Blocks[0].Anchor);
    }

    [Fact]
    public void An_event_without_an_id_is_given_none() => Assert.Null(Read(Calendar(Event("SUMMARY:School\nDTSTART;VALUE=DATE:20180604"))).Document!.Blocks[0].Anchor);

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20180604\nDTEND;VALUE=DATE:20180607", "4–6 June 2018", "days end before their end")]
    [InlineData("DTSTART;VALUE=DATE:20180604\nDTEND;VALUE=DATE:20180605", "4 June 2018", "one day")]
    [InlineData("DTSTART;VALUE=DATE:20180604", "4 June 2018", "no end")]
    [InlineData("DTSTART;VALUE=DATE:20180630\nDURATION:P2D", "30 June – 1 July 2018", "a length")]
    [InlineData("DTSTART;VALUE=DATE:20181231\nDTEND;VALUE=DATE:20190102", "31 December 2018 – 1 January 2019", "over the year's end")]
    [InlineData("DTSTART:20180604T070000Z", "4 June 2018, 07:00 UTC", "in UTC")]
    [InlineData("DTSTART:20180604T200000\nDTEND:20180605T000000", "4 June 2018, 20:00–00:00", "until midnight")]
    [InlineData("DTSTART:20180604T200000\nRRULE:FREQ=WEEKLY;BYDAY=MO", "4 June 2018, 20:00, every Monday", "each week")]
    [InlineData("DTSTART:20180604T200000\nRRULE:FREQ=MONTHLY;BYDAY=1MO", "4 June 2018, 20:00, every first Monday of the month", "each month")]
    public void When_in_words(string lines, string words, string why) =>
        Assert.True(Read(Calendar(Event("SUMMARY:School\n" + lines))).Document!.Text == $"School\nWhen: {words}", $"{why}: {Read(Calendar(Event("SUMMARY:School\n" + lines))).Document!.Text}");

    [Fact]
    public void An_event_that_ends_after_all_days_costs_no_other() => Assert.Equal(["H2 Two", "P When: 4 June 2018"],
        Read(Calendar(Event("SUMMARY:One\nDTSTART;VALUE=DATE:99991231\nDURATION:P9D") + Event("SUMMARY:Two\nDTSTART;VALUE=DATE:20180604"))).Document!.Outline()[^2..]);

    [Fact]
    public void A_file_of_beginnings_alone_is_read_once() => Assert.Null(Read(string.Concat(Enumerable.Repeat("BEGIN:VEVENT\n", 200_000))).Document);

    [Fact]
    public void Several_events_stand_below_the_calendars_name_and_a_broken_one_costs_no_other()
    {
        var document = Read(Calendar(Event("SUMMARY:One\nDTSTART:20180604T200000") + Event("SUMMARY:Two\nDTSTART:never") + "BEGIN:VEVENT\nSUMMARY:Cut\n" + Event("SUMMARY:Three\nSTATUS:CANCELLED\nDTSTART;VALUE=DATE:20180605\nDESCRIPTION:<p>All <b>are</b> invited.</p><p>Come.</p>"))).Document!;
        Assert.Equal("Events, all", document.Title);
        Assert.Equal(["H1 Events, all", "H2 One", "P When: 4 June 2018, 20:00"], document.Outline()[..3]);
        Assert.Equal(["H2 Three", "P When: 5 June 2018", "P Status: cancelled", "P All are invited.", "P Come."], document.Outline()[^5..]);
    }

    [Fact]
    public void A_calendar_without_an_event_that_can_be_read_is_damaged()
    {
        Assert.Equal("folder/some: this calendar is damaged: nothing can be read out of it. Fetch or save it again.", Read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Cut").Fault?.ToString());
        Assert.Equal("empty", Read(Calendar("")).Dropped?.Why);
    }
}
