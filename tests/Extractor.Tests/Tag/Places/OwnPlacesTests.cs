using Extract.Rules;
using Extract.Tag.Places;
using Extract.Tests.Resolve.Places;
using Extract.Text;

namespace Extract.Tests.Tag.Places;

/// <summary>The user's own names of cities and venues: what the file may say, and that it goes before the gazetteer.</summary>
public sealed class OwnPlacesTests
{
    [Theory]
    [InlineData("Pristine City\tPristina, XK", "go to Pristine City!", "Pristine City", 786714)]
    [InlineData("Corn Exchange\tBury St Edmunds, United Kingdom\tvenue", "At the Corn Exchange on Monday", "Corn Exchange", 2654186)]
    [InlineData("Paris\tParis, Texas, US", "go to Paris!", "Paris", 4717560)]
    [InlineData("Paris\t4717560", "go to Paris!", "Paris", 4717560)]
    [InlineData("iHub\tNairobi, KE\tvenue", "go to iHub!", "iHub", 184745)]
    [InlineData("Vienna House\tVienna, AT\tvenue", "Vienna House is open.", "Vienna House", 2761369)]
    public void A_name_means_what_the_file_says(string line, string text, string words, int id)
    {
        var city = Assert.Single(Tag(line, text));
        Assert.Equal((words, id), (city.Span.Of(text), ((PlaceValue)city.Value!).Candidates.Single().GeonameId));
    }

    [Fact]
    public void A_place_that_the_gazetteer_lacks_has_coordinates()
    {
        var place = ((PlaceValue)Assert.Single(Tag("Camp Nothing\tCamp Nothing, XK, 42.36, 21.25", "At Camp Nothing")).Value!).Candidates.Single();
        Assert.Equal(new Place("Camp Nothing", "XK", null, null, 42.36, 21.25, 0), place);
    }

    [Theory]
    [InlineData("Paris\tParis, Texas, US", "go to Paris, France!", "FR", "another country right after it")]
    [InlineData("Paris\tParis, Texas, US", "go to Paris (France)!", "FR", "in parentheses too")]
    [InlineData("Paris\tParis, Texas, US", "France: Paris and more", "FR", "or before it")]
    [InlineData("Geneva\tGeneva, CH", "Geneva, NY 14456", "US", "the code of a state")]
    public void A_land_right_beside_a_name_goes_before_the_file(string line, string text, string country, string why)
    {
        var city = Tag(line, text)[0];
        Assert.True(city.Evidence.By != PlaceTagger.Own && ((PlaceValue)city.Value!).Candidates.Any(place => place.Country == country), why);
    }

    [Theory]
    [InlineData("go to Paris, Texas!", "its own state")]
    [InlineData("go to Paris, USA!", "its own country")]
    [InlineData("go to Paris, where the French live", "a people is no country")]
    [InlineData("go to Paris. France is far", "another sentence")]
    public void The_file_goes_before_the_gazetteer_elsewhere(string text, string why) =>
        Assert.True(Tag("Paris\tParis, Texas, US", text)[0] is { Evidence.By: PlaceTagger.Own, Value: PlaceValue { Candidates: [{ GeonameId: 4717560 }] } }, why);

    [Fact]
    public void A_house_of_the_file_that_stands_in_another_country_is_another_house() =>
        Assert.Empty(Tag("Corn Exchange\tBury St Edmunds, United Kingdom\tvenue", "At the Corn Exchange, Ireland, on Monday"));

    [Theory]
    [InlineData("Orange\t-", "Orange and Vienna", "Vienna", "the name is of no place")]
    [InlineData("# Orange\t-", "Orange", "Orange", "a comment is none")]
    [InlineData("Vienna Convention\t-", "Vienna Convention, held in Vienna", "Vienna", "only the longer name is none")]
    public void A_name_may_be_of_no_place(string line, string text, string words, string why)
    {
        var city = Assert.Single(Tag(line, text));
        Assert.True(city.Span.Of(text) == words, why);
    }

    [Theory]
    [InlineData("Geneva", "1:1: A line is a name, a tab, its place")]
    [InlineData("\n\nGeneva\tAtlantis, CH", "3:8: the gazetteer has no city “Atlantis, CH”. Write a city and its country")]
    [InlineData("Geneva\tGeneva, Nowhereland", "1:8: “Nowhereland” is no country. Write its English name or its code")]
    [InlineData("Geneva\tGeneva", "1:8: “Geneva” is no place. Write")]
    [InlineData("Geneva\t1", "1:8: the gazetteer has no city with the GeoNames id 1. Write")]
    [InlineData("Camp\tCamp, XK, 142, 21", "1:6: “Camp, XK, 142, 21” is no place. Write")]
    [InlineData("Palais\tGeneva, CH\thall", "1:19: “venue” or nothing is expected here, not “hall”.")]
    [InlineData("A & B\tGeneva, CH", "1:1: “A & B” cannot be looked for: a name has no more than 7 words")]
    [InlineData("Geneva\tGeneva, CH\nGENEVA\tLyon, FR", "2:1: “GENEVA” stands in line 1 too. Keep one of them.")]
    public void What_is_wrong_is_told_with_its_place(string text, string message)
    {
        using var folder = new TemporaryFolder().With("places.tsv", text);
        var e = Assert.Throws<RuleFileException>(() => new OwnPlacesFile(Gazetteer.Shared).Load(folder["places.tsv"]));
        Assert.StartsWith($"{folder["places.tsv"]}:{message}", e.Message, StringComparison.Ordinal);
    }

    private static Mention[] Tag(string line, string text)
    {
        using var folder = new TemporaryFolder().With("places.tsv", line + "\n");
        var (own, mentions) = (new OwnPlacesFile(Gazetteer.Shared).Load(folder["places.tsv"]), new List<Mention>());
        new PlaceTagger(Gazetteer.Shared, own).Tag(PlaceDocuments.Of(text), TokenList.Of(text), mentions);
        return [.. mentions.Where(mention => mention.Kind == MentionKind.City)];
    }
}
