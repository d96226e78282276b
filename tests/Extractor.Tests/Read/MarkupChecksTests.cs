using Extract.Read;

namespace Extract.Tests.Read;

public class MarkupChecksTests
{
    private static readonly Readers Readers = new(new ReadSettings { Languages = [] });

    private static Document Read(params string[] events) => Readers.Read(SomeSource.Html(string.Concat(events.Select(each => $"<script type=\"application/ld+json\">{{\"@type\":\"Event\",{each}}}</script>")) + "<p>Words.</p>")).Document!;

    [Theory]
    [InlineData("\"name\":\"Event Name\",\"startDate\":\"2018-06-04\"", "json-ld: the name “Event Name” is a template's")]
    [InlineData("\"name\":\"{{event.title}}\"", "json-ld: the name “{{event.title}}” is a template's")]
    public void An_event_whose_name_is_a_templates_is_none(string stated, string why)
    {
        var document = Read(stated);
        Assert.Empty(document.MarkupEvents);
        Assert.Equal(why, Assert.Single(document.IgnoredMarkup));
    }

    [Theory]
    [InlineData("\"startDate\":\"1970-01-01\"", "json-ld: 1970-01-01 is no day of “School”", null)]
    [InlineData("\"startDate\":\"2018-06-04\",\"endDate\":\"2018-06-03\"", "json-ld: “School” ends before it begins", "2018-06-04")]
    [InlineData("\"startDate\":\"2018-06-04\",\"organizer\":\"Organizer Name\"", "json-ld: “Organizer Name” is a template's", "2018-06-04")]
    public void A_value_that_cannot_be_meant_is_left_out(string stated, string why, string? start)
    {
        var document = Read("\"name\":\"School\"," + stated);
        Assert.Equal(new MarkupEvent("School", start is null ? null : DateOnly.ParseExact(start, "yyyy-MM-dd", null), null, null, null, null, "json-ld"), Assert.Single(document.MarkupEvents));
        Assert.Equal(why, Assert.Single(document.IgnoredMarkup));
    }

    [Fact]
    public void The_same_event_stated_twice_is_one_witness() =>
        Assert.Equal(new MarkupEvent("School", new(2018, 6, 4), new(2018, 6, 5), null, null, "Law Society", "json-ld"),
            Assert.Single(Read("\"name\":\"School\",\"startDate\":\"2018-06-04\",\"organizer\":\"Law Society\"", "\"name\":\"School\",\"startDate\":\"2018-06-04\",\"endDate\":\"2018-06-05\"").MarkupEvents));

    [Fact]
    public void The_second_form_of_hCalendar_is_read_too() =>
        Assert.Equal(new MarkupEvent("School", new(2018, 6, 4), null, "Graz", null, "Law Society", "h-event"), Assert.Single(Readers.Read(SomeSource.Html(
            "<article class=h-event><h2 class=p-name>School</h2><time class=dt-start datetime=2018-06-04>June</time><p class=p-location><span class=p-locality>Graz</span></p><p class=p-organizer>Law Society</p></article>"), TestContext.Current.CancellationToken).Document!.MarkupEvents));
}
