using Extract.Tag.Places;
using Extract.Tests.Resolve.Places;
using Extract.Text;

namespace Extract.Tests.Tag.Places;

public class PlaceTaggerTests
{
    private static List<Mention> Tag(string text)
    {
        var (document, mentions) = (PlaceDocuments.Of(text), new List<Mention>());
        new PlaceTagger(Gazetteer.Shared).Tag(document, TokenList.Of(document), mentions);
        return mentions;
    }

    [Theory]
    [InlineData("It opens in Rio de Janeiro.", MentionKind.City, "Rio de Janeiro")]
    [InlineData("It opens in St. Louis today.", MentionKind.City, "St. Louis")]
    [InlineData("TASHKENT, 13 April – A seminar", MentionKind.City, "TASHKENT")]
    [InlineData("It is held in Austin, TX, in May.", MentionKind.Region, "TX")]
    [InlineData("It is held in Seattle, Wash., in May.", MentionKind.Region, "Wash")]
    [InlineData("It is held in Bern, BE, in May.", MentionKind.Region, "BE")]
    [InlineData("Die Messe in Bayern beginnt.", MentionKind.Region, "Bayern")]
    [InlineData("It opens in Bow, NH, today.", MentionKind.City, "Bow")]
    [InlineData("It opens in Zürich today.", MentionKind.City, "Zürich")]
    [InlineData("It opens in Jūrmala today.", MentionKind.City, "Jūrmala")]
    [InlineData("The Austrian delegation came.", MentionKind.Country, "Austrian")]
    [InlineData("The Republic of Korea agreed.", MentionKind.Country, "Republic of Korea")]
    [InlineData("They met in West Virginia.", MentionKind.Region, "West Virginia")]
    public void The_longest_name_is_claimed(string text, MentionKind kind, string words) =>
        Assert.Contains(Tag(text), mention => mention.Kind == kind && mention.Span.Of(text) == words);

    [Theory]
    [InlineData("we were reading a nice mobile page", MentionKind.City)]
    [InlineData("Go OUT or come IN", MentionKind.Region)]
    [InlineData("They met in West Virginia.", MentionKind.City)]
    [InlineData("The Repair Café pours Rosé.", MentionKind.City)]
    public void What_is_written_otherwise_is_not_claimed(string text, MentionKind kind) =>
        Assert.DoesNotContain(Tag(text), mention => mention.Kind == kind);

    [Fact]
    public void A_common_word_is_trusted_less_than_a_name()
    {
        var mentions = Tag("Reading and Vienna").Where(mention => mention.Kind == MentionKind.City).ToArray();
        Assert.Equal([PlaceTagger.CityOrWord, PlaceTagger.City], mentions.Select(mention => mention.Evidence.By));
        Assert.True(mentions[0].Evidence.Trust < mentions[1].Evidence.Trust / 2);
    }
}
