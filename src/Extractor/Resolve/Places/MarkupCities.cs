using Extract.Tag;
using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Places;

/// <summary>What a page's markup says of the city of an announcement.</summary>
/// <param name="places">Who finds names of places in it.</param>
/// <param name="chooser">Who chooses which city a name means.</param>
internal sealed class MarkupCities(ITagger places, PlaceChooser chooser)
{
    private const double Trust = 0.6;
    private static readonly Feature OnlyMarkup = new("only-markup");

    /// <summary>True where the markup names the city, by any of its names that stand in the text.</summary>
    public static bool Agrees(PlaceCity city, MarkupEvent[] stated)
    {
        foreach (var each in stated)
            if (Folding.Fold(each.City!.Trim()) is var said && (said == Folding.Fold(city.Place.Name) || city.Names.Any(name => name.Folded == said))) return true;
        return false;
    }

    /// <summary>
    /// The city of the one event of the markup that is the announcement's, for where its text names no venue; or null. It is looked for in the gazetteer as a
    /// city of the text is; one that the markup calls a city and the gazetteer lacks stands as written.
    /// </summary>
    public Candidate<CityFinding>? Of(PlaceScene text, IReadOnlyList<MarkupEvent> stated) => stated switch
    {
        [{ City: { } city } only] => OfCity(text, only, city.Trim()),
        [{ Location: { } location } only] => OfLocation(text, only, location),
        _ => null,
    };

    private Candidate<CityFinding> OfCity(PlaceScene text, MarkupEvent stated, string city)
    {
        var code = stated.Country is { Length: 2 } said && said.All(char.IsAsciiLetter) ? said.ToUpperInvariant() : null;
        var scene = SceneOf(string.Join(", ", new[] { city, stated.Region, code is null ? stated.Country : null }.Where(part => !string.IsNullOrWhiteSpace(part))), text);
        var name = scene.Names.FirstOrDefault(name => name.Places.Any(place => place.Mention.Span.Start == 0));
        var lands = name?.Places.SelectMany(place => place.Beside).ToArray() ?? [];
        if (name is not null && Choose(scene, name, code, lands) is var (place, odds)) return Found(city, place, odds, stated.By);
        var unknown = new CityFinding { Text = city, Name = city, Country = code ?? lands.FirstOrDefault()?.Country, Role = PlaceResolver.Venue, By = stated.By };
        return new(unknown, Trust, Features());
    }

    // "Town Hall, Main Square 1, Ljubljana": by rule, since what is learned is learned from sentences.
    private Candidate<CityFinding>? OfLocation(PlaceScene text, MarkupEvent stated, string location)
    {
        var city = PlaceCity.Of(SceneOf(location, text), chooser).Where(city => city.ByRule.None < 0.5).OrderBy(city => city.ByRule.None).FirstOrDefault();
        return city is null ? null : Found(city.Places[0].Mention.Span.Of(location), city.Place, city.Certainty, stated.By);
    }

    // A city that lies elsewhere than the markup says is none.
    private (Place Place, double Odds)? Choose(PlaceScene scene, CityName name, string? country, Place[] lands)
    {
        var (odds, best) = (chooser.Choose(scene, name), -1);
        for (var i = 0; i < odds.Length; i++)
            if (Lies(name.Candidates[i]) && (best < 0 || odds[i] > odds[best])) best = i;
        return best < 0 ? null : (name.Candidates[best], odds[best]);

        bool Lies(Place place) => country is not null ? place.Country == country : lands.Length == 0 || lands.Any(land => land.Country == place.Country);
    }

    private PlaceScene SceneOf(string words, PlaceScene text)
    {
        var document = text.Context.Document with { Text = words, Blocks = [new(BlockKind.Paragraph, new(0, words.Length))], Links = [], MarkupEvents = [] };
        var (tokens, mentions) = (TokenList.Of(document), new List<Mention>());
        places.Tag(document, tokens, mentions);
        var whole = new Announcement { Span = new(0, words.Length), Title = "", Anchor = "" };
        return PlaceScene.Of(new(document, tokens, [.. mentions.OrderBy(mention => mention.Span).ThenBy(mention => mention.Kind)], [whole], 0), text);
    }

    private static Candidate<CityFinding> Found(string words, Place place, double certainty, string by) =>
        new(PlaceFindings.Of(place, words, PlaceResolver.Venue, by), Trust * certainty, Features());

    private static FeatureVector Features()
    {
        var features = new FeatureVector(named: true);
        features.Add(OnlyMarkup);
        return features;
    }
}
