using Extract.Review.Wording;

namespace Extract.Tests.Review;

/// <summary>Values as words of a cell, and back.</summary>
public sealed class RewritingTests
{
    private const string Text = "Seminar on bees, 3 May 2024 or 10 June, in Lyon and Nice, by Apis (FBA). Hosted by the Union of Keepers; Frankfurt is far.";

    private static Record Shown => WordsRecord.Of("1", Text, 100, title: "Seminar on bees").On("3 May 2024", "2024-05-03").On("10 June", "2024-06-10", inferred: true).In("Lyon", "FR", 1).In("Nice", "FR", 2, "mentioned").In("Frankfurt", "DE", 3, "mentioned").By("Apis", acronym: "FBA").About("animals", "bees");

    [Theory]
    [InlineData("eventDates", "2024-05-03; 2025-06-10", "10 June", "2025-06-10")]
    [InlineData("eventDates", "2024-05-03; 2024-10-06", "10 June", "2024-10-06")]
    [InlineData("eventDates", "2024-05-03", null, null)]
    [InlineData("eventDates", "2024-05-03; 2024-06-10; 2024-07-01..2024-07-02", "", "2024-07-01..2024-07-02")]
    [InlineData("eventDates", "2024-05-03; 2024-06-10..", "10 June", "2024-06-10..")]
    [InlineData("deadlines", "2024-06-10", "10 June", "2024-06-10")]
    public void A_date_keeps_the_words_it_is_read_from_or_stands_where_it_is_found(string column, string cell, string? words, string? value)
    {
        var dates = Rewriting.Write(Shown, new Dictionary<string, string> { [column] = cell }).Dates;
        if (words is null) Assert.Equal([Shown.Dates[0]], dates);
        else if (words.Length == 0) Assert.Equal((null, value, "review", 1.0), (dates[^1].Start, DayWords.Of(dates[^1].From, dates[^1].To), dates[^1].By, dates[^1].Confidence));
        else Assert.Equal((words, value, 100 + Text.IndexOf(words, StringComparison.Ordinal)), (dates[^1].Text, DayWords.Of(dates[^1].From, dates[^1].To), dates[^1].Start!.Value));
        if (words is not null) Assert.Equal(Shown.Dates[0], dates[0]);
    }

    [Fact]
    public void A_city_changes_its_name_its_role_or_its_country()
    {
        Assert.Equal([("Lyon", "mentioned", 1), ("Nice", "venue", 2), ("Frankfurt", "mentioned", 3)],
            Write("venues", "Nice, FR", "otherCities", "Lyon, FR; Frankfurt, DE").Cities.Select(city => (city.Name, city.Role, city.GeonameId!.Value)));
        // From a column that was not written, as it has one role.
        Assert.Equal([("Lyon", "venue"), ("Nice", "venue"), ("Frankfurt", "mentioned")], Write("venues", "Lyon, FR; Nice, FR").Cities.Select(city => (city.Name, city.Role)));
        var changed = Write("otherCities", "Nice, FR; Frankfurt am Main, DE").Cities[2];
        Assert.Equal(("Frankfurt am Main", "Frankfurt", null, Shown.Cities[2].Start), (changed.Name, changed.Text, changed.GeonameId, changed.Start));
        Assert.Equal(("Apis", Shown.Organizations[0].Start), Write("venues", "Apis, IT").Cities.Where(city => city.Country == "IT").Select(city => (city.Text, city.Start)).Single());
        Assert.Null(Write("venues", "Osijek, HR").Cities[0].Start);
        Assert.Equal((null, 1.0), Write("venues", "Lyon").Cities.Where(city => city.Role == "venue").Select(city => (city.Country, city.Confidence)).Single());
        Assert.Throws<InvalidDataException>(() => Write("venues", "Lyon, FR", "otherCities", "Lyon, FR"));
    }

    [Fact]
    public void An_organization_gets_its_full_name_and_a_new_one_its_place()
    {
        var body = Write("organizers", "Friends of Bees and Apis").Organizations.Single();
        Assert.Equal(("Friends of Bees and Apis", "Apis", Shown.Organizations[0].Start), (body.Name, body.Text, body.Start));
        var host = Write("hosts", "Union of Keepers").Organizations[1];
        Assert.Equal(("host", "Union of Keepers", 100 + Text.IndexOf("Union", StringComparison.Ordinal)), (host.Role, host.Text, host.Start));
    }

    [Fact]
    public void Title_type_status_and_topics_are_written_and_what_is_not_named_stays()
    {
        var written = Write("title", " Bees ", "eventType", "course", "eventStatus", "cancelled", "topics", "birds; animals");
        Assert.Equal(("Bees", "course", "review", "cancelled"), (written.Title, written.EventType.Label, written.EventType.By, written.EventStatus));
        Assert.Equal([("birds", "review", 0), ("animals", "test", 1)], written.Topics.Select(topic => (topic.Label, topic.By, topic.Evidence.Length)));
        Assert.Same(Shown.Text, written.Text);
        var same = Rewriting.Write(Shown, WordField.All.ToDictionary(field => field.Name, field => field.Read(Shown)));
        Assert.Empty(Extract.Review.Differences.Of(Shown, same));
    }

    [Theory]
    [InlineData("28/06/2018", "“28/06/2018” is no day")]
    [InlineData("2018-06-31", "“2018-06-31” is no day")]
    [InlineData("..", "“..” is no day")]
    [InlineData("2018-06-29..2018-06-28", "“2018-06-29..2018-06-28” ends before it begins")]
    public void What_is_no_day_is_told(string cell, string why) =>
        Assert.StartsWith(why, Assert.Throws<InvalidDataException>(() => Write("eventDates", cell)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a", "b; c", "\"d\"")]
    [InlineData("Organization for Security; and \"Co\"-operation", "e")]
    [InlineData()]
    public void Values_of_a_cell_come_back(params string[] values) => Assert.Equal(values, Cell.Split(Cell.Join(values)));

    [Fact]
    public void Cities_with_commas_and_without_a_country_come_back()
    {
        foreach (var (name, country) in new[] { ("Washington, D.C.", "US"), ("Washington, DC", null), ("Lyon", null), ("Lyon", "FR") })
            Assert.Equal((name, country), CityWords.Parse(CityWords.Of(name, country)));
    }

    [Fact]
    public void Changes_are_said_in_words()
    {
        Assert.Equal(["Lyon, FR: venue → other city", "title Seminar on bees → Bees", "event date 2024-06-10 → 2025-06-10", "venue added: Osijek, HR", "topic removed: animals"],
            Sayings.Of(Shown, Write("title", "Bees", "eventDates", "2024-05-03; 2025-06-10", "venues", "Osijek, HR", "otherCities", "Lyon, FR; Nice, FR; Frankfurt, DE", "topics", "")));
        Assert.Empty(Sayings.Of(Shown, Shown with { Confidence = 0 }));
    }

    private static Record Write(params string[] cells) => Rewriting.Write(Shown, cells.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]));
}
