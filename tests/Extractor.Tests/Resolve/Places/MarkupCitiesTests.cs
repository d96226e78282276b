using System.Text;
using Extract.Tag.Places;
using Extract.Text;
using Extract.Trained;

namespace Extract.Tests.Resolve.Places;

/// <summary>A city that only the markup of a page or calendar says is found in the gazetteer as one of the text is.</summary>
public sealed class MarkupCitiesTests
{
    [Theory]
    [InlineData("Springfield", "IL", "US", "Springfield Illinois US 4250542", "region and country as codes")]
    [InlineData("Springfield", "Missouri", "United States", "Springfield Missouri US 4409896", "region and country as names")]
    [InlineData("Vienna", null, "AT", "Vienna Vienna AT 2761369", "the country's code alone")]
    [InlineData("Wien", null, null, "Vienna Vienna AT 2761369", "another name, and no country")]
    [InlineData("Prishtinë", null, "XK", "Pristina Pristina XK 786714", "a name with marks")]
    [InlineData("Xyzzyville", null, "AT", "Xyzzyville  AT ", "a city that the gazetteer lacks")]
    [InlineData("Vienna", null, "JP", "Vienna  JP ", "no city of the country has the name")]
    public void The_locality_is_resolved(string city, string? region, string? country, string found, string why) =>
        Assert.True(found == Only(Stated(city, country) with { Region = region }), $"{why}: {Only(Stated(city, country) with { Region = region })}");

    [Theory]
    [InlineData("Town Hall, Main Square 1, Ljubljana", "Ljubljana Ljubljana SI 3196359")]
    [InlineData("Vienna House, Ljubljana, Slovenia", "Ljubljana Ljubljana SI 3196359")]
    [InlineData("Room 5, 100 Main St, Austin, TX 78701", "Austin Texas US 4671654")]
    [InlineData("Meeting room 5", "")]
    [InlineData("Online", "")]
    public void The_city_is_looked_for_in_a_location_in_one_piece(string location, string found) => Assert.Equal(found, Only(Stated(null, null) with { Location = location }));

    [Fact]
    public void The_countries_that_the_text_speaks_of_are_heard() =>
        Assert.Equal(["Cambridge England GB 2653941", "Cambridge Massachusetts US 4931972"],
            [Only(Stated("Cambridge", null)), Only(Stated("Cambridge", null), "Spring school\n\nAll schools of the United States may come.")]);

    [Theory]
    [InlineData("text/html", """<html lang="en"><title>Spring school</title><script type="application/ld+json">{"@type":"Event","name":"Spring school","startDate":"2024-05-03","location":[{"@type":"VirtualLocation","url":"https://example.org"},{"@type":"Place","name":"Town Hall","address":{"addressLocality":"Springfield","addressRegion":"IL","addressCountry":{"name":"US"}}}]}</script><h1>Spring school</h1><p>The spring school begins on 3 May 2024. All may come to the school.</p></html>""")]
    [InlineData("text/html", """<html lang="en"><title>Spring school</title><script type="application/ld+json">{"@type":"Event","name":"Spring school","startDate":"2024-05-03","location":{"@type":"Place","address":"Town Hall, Springfield, IL 62701, USA"}}</script><h1>Spring school</h1><p>The spring school begins on 3 May 2024. All may come to the school.</p></html>""")]
    [InlineData("text/html", """<html lang="en"><title>Spring school</title><div itemscope itemtype="https://schema.org/Event"><h1 itemprop="name">Spring school</h1><p>The spring school begins on 3 May 2024. All may come to the school.</p><div itemprop="location" itemscope><div itemprop="address" itemscope><meta itemprop="addressLocality" content="Springfield"><meta itemprop="addressRegion" content="IL"><meta itemprop="addressCountry" content="US"></div></div></div></html>""")]
    [InlineData("message/rfc822", "Subject: Spring school\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nSpring school\n\nThe spring school begins on 3 May 2024. All may come to the school.\n--b\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:Spring school\nDTSTART:20240503T090000Z\nLOCATION:Town Hall\\, Springfield\\, IL\\, USA\nEND:VEVENT\nEND:VCALENDAR\n--b--\n")]
    public void Markup_of_every_kind_gives_city_region_and_coordinates(string mediaType, string bytes)
    {
        var pipeline = new Pipeline(ModelSet.Empty, new(), new(), "test");
        var document = pipeline.Read(Read.SomeSource.Bytes(Encoding.UTF8.GetBytes(bytes), mediaType), TestContext.Current.CancellationToken).Document!;
        var whole = new Announcement { Span = new TextSpan(0, document.Text.Length), Title = "Spring school", Anchor = "" };
        var city = Assert.Single(pipeline.Resolve(pipeline.Tag(document), [whole])[0].Cities).Finding;
        Assert.Equal(("Springfield", "Illinois", "US", 4250542, "venue", null), (city.Name, city.Region, city.Country, city.GeonameId, city.Role, city.Start));
        Assert.Equal(39.8, city.Latitude!.Value, 1);
    }

    private static MarkupEvent Stated(string? city, string? country) => new("Spring school", new(2024, 5, 3), null, city, country, null, "json-ld");

    private static string Only(MarkupEvent stated, string text = "Spring school\n\nThe school begins in May.")
    {
        var document = PlaceDocuments.Of(text) with { MarkupEvents = [stated] };
        var (tokens, mentions) = (TokenList.Of(document), new List<Mention>());
        new PlaceTagger(Gazetteer.Shared).Tag(document, tokens, mentions);
        var announcement = new Announcement { Span = new(0, text.Length), Title = "Spring school", Anchor = "" };
        var found = PlaceFolds.Resolver(ModelSet.Empty).Resolve(new(document, tokens, [.. mentions], [announcement], 0));
        return string.Join(';', found.Where(city => city.Finding.Role == "venue").Select(city => $"{city.Finding.Name} {city.Finding.Region} {city.Finding.Country} {city.Finding.GeonameId}"));
    }
}
