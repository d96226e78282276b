using System.Collections.Immutable;
using Extract.Learn;
using Extract.Resolve;
using Extract.Tag.Dates;
using Extract.Tag.Places;
using Extract.Text;
using Extract.Trained;

namespace Extract.Tests.Resolve.Places;

/// <summary>What the rules decide without a model.</summary>
public class PlaceResolverTests
{
    private static ImmutableArray<Candidate<CityFinding>> Resolve(string text, ModelSet? models = null)
    {
        var document = PlaceDocuments.Of(text);
        var (tokens, mentions) = (TokenList.Of(document), new List<Mention>());
        new DateTagger().Tag(document, tokens, mentions);
        new PlaceTagger(Gazetteer.Shared).Tag(document, tokens, mentions);
        var announcement = new Announcement { Span = new TextSpan(0, text.Length).Trim(text), Title = "", Anchor = "" };
        return PlaceFolds.Resolver(models ?? ModelSet.Empty).Resolve(new(document, tokens, [.. mentions.OrderBy(mention => mention.Span)], [announcement], 0));
    }

    [Theory]
    [InlineData("The conference is held in Vienna on 3 May 2024.", "Vienna", "AT", "a large city after a preposition")]
    [InlineData("The conference is held in Vienna, Virginia, on 3 May 2024.", "Vienna", "US", "the region beside it")]
    [InlineData("A workshop in Cambridge, MA, USA on 3 May 2024", "Cambridge", "US", "a code beside it")]
    [InlineData("A workshop in Cambridge, UK on 3 May 2024", "Cambridge", "GB", "another country beside it")]
    [InlineData("Seminar\n\nLocation: Prishtina", "Pristina", "XK", "the label of its line")]
    [InlineData("The summit was held in Panama City, Panama.", "Panama City", "PA", "a namesake that the gazetteer has as more than one")]
    [InlineData("The expo opens in Reading, England, on 3 May 2024.", "Reading", "GB", "a common word beside its country")]
    public void A_venue_is_found(string text, string name, string country, string why)
    {
        var city = Assert.Single(Resolve(text)).Finding;
        Assert.True((name, country, "venue") == (city.Name, city.Country, city.Role), $"{why}: {city.Name} {city.Country} {city.Role}");
    }

    [Theory]
    [InlineData("Paris Hilton spoke.")]
    [InlineData("Nice words by Police and March.")]
    [InlineData("The Vienna Convention and the Dayton Agreement stand.")]
    [InlineData("The New York Times reported it.")]
    [InlineData("Reading is fun. Mobile and Orange phones are sold.")]
    public void What_is_no_city_is_left_out(string text) => Assert.Empty(Resolve(text));

    [Theory]
    [InlineData("CORSICANA — A bridge over the old canal was closed on Monday after stones had fallen from it.")]
    [InlineData("Bridge closed after a fall of stones. CORSICANA — A bridge over the old canal was closed on Monday after stones had fallen.")]
    [InlineData("Corsicana (KXT) -- A bridge over the old canal was closed on Monday after stones had fallen from it.")]
    public void A_news_text_says_first_where_it_was_written(string text) => Assert.Equal("Corsicana", Assert.Single(Resolve(text)).Finding.Name);

    [Fact]
    public void Capitals_within_a_sentence_open_no_news() =>
        Assert.Empty(Resolve("The board names the prize CORSICANA — a bridge of friends and readers that grows from year to year."));

    [Fact]
    public void The_gazetteer_teaches_what_neighbours_and_counties_are_worth()
    {
        var models = new ModelSet(new PlaceChoiceLearner().Learn([]));
        foreach (var (text, name, region) in new[]
        {
            ("The meeting is in Springfield on 3 May 2024. Clark County and the sheriff invite all of Enon and of New Carlisle.", "Springfield", "Ohio"),
            ("The parade is in Dublin on 3 May 2024. People come from Hilliard, from Worthington and from Westerville.", "Dublin", "Ohio"),
            ("The parade is in Dublin on 3 May 2024.", "Dublin", "Leinster"),
            ("The fair is in Paris on 3 May 2024. People come from London, from Berlin and from Madrid.", "Paris", "Île-de-France"),
        })
            Assert.Contains(Resolve(text, models), city => city.Finding.Name == name && city.Finding.Region == region);
    }

    [Fact]
    public void A_state_after_its_city_is_no_second_city() =>
        Assert.Equal(["Tacoma"], Resolve("The meeting is held in Tacoma, Washington, on 3 May 2024.").Select(city => city.Finding.Name));

    [Fact]
    public void One_city_is_one_finding_with_its_further_places()
    {
        var city = Assert.Single(Resolve("The meeting is held in Saint Louis on 3 May 2024. Come to St. Louis!")).Finding;
        Assert.Equal("Saint Louis", city.Text);
        Assert.Single(city.Also!.Value);
    }

    [Fact]
    public void An_address_to_write_to_is_no_venue()
    {
        var text = "Written comments: Send them to the Commission, 400 Maryland Avenue, Room 3, Rockville, MD 20852.";
        Assert.DoesNotContain(Resolve(text), city => city.Finding.Role == "venue");
    }
}
