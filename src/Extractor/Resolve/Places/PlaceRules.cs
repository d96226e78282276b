using Extract.Tag.Places;
using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Places;

/// <summary>
/// What a person would say of a city at first sight, in log odds. It decides where nothing is learned yet; where a model is, it is one of its features,
/// so that what holds everywhere need not be learned from few sources.
/// </summary>
internal static class PlaceRules
{
    /// <summary>The probabilities of a city's roles by its clues.</summary>
    public static PlaceRoles Roles(IEnumerable<PlaceClues> clues)
    {
        var (city, venue) = (double.NegativeInfinity, double.NegativeInfinity);
        foreach (var clue in clues)
        {
            city = Math.Max(city, City(clue));
            venue = Math.Max(venue, Venue(clue) + Math.Min(0, City(clue)));
        }
        var (isCity, isVenue) = (LogOdds.ToProbability(city), LogOdds.ToProbability(venue));
        return new(isCity * isVenue, isCity * (1 - isVenue));
    }

    // What the user says needs no looks.
    private const double Certain = 6;

    private static double City(PlaceClues clue)
    {
        var odds = clue.Place.Population switch { >= 1_000_000 => 1.0, >= 100_000 => 0.5, >= 15_000 => -0.5, >= 5_000 => -1.2, _ => -2 };
        if (odds < 0) odds *= 1 - (0.8 * clue.Named); // a small town is no less likely where the words around it name a place
        if (clue.FoundAs is PlaceTagger.Own or PlaceTagger.OwnVenue) return Certain;
        if (clue.BesideItsLand) odds += 3;
        if (clue.AfterPreposition) odds += 1.5;
        if (clue.InAddress || clue.AfterWhere) odds += 1.5;
        if (clue.PartOfName) odds -= clue.BesideItsLand || clue.BelowDay || (clue.AfterHall && clue.ShortLine) ? 0.5 : clue.AfterHall ? 1 : 3;
        if (clue.InsideBody && !clue.BelowDay) odds -= 2;
        if (clue.FoundAs == PlaceTagger.CityOrWord) odds -= 2.5;
        if (clue.FoundAs == PlaceTagger.CityByOtherName) odds -= 0.5;
        if (clue.Dateline || clue.OpensNews) odds += 3; // a news text says first where it was written
        if (clue.AfterAtSign) odds += 1.5;
        if (clue.CountryToo && clue.Possessive) odds -= 1;
        if (clue.CountryToo && !clue.Dateline && !clue.OpensNews) odds -= (clue.AfterPreposition ? 0.5 : 2.5) + (clue.Place.Population < 100_000 ? 2 : 0);
        if (clue.BesideAnotherLand) odds -= 1.5;
        return odds;
    }

    private static double Venue(PlaceClues clue)
    {
        var odds = -0.3;
        if (clue.AfterPreposition) odds += 0.7;
        if (clue.AfterWhere) odds += 2;
        if (clue.NearEvent) odds += 0.7;
        if (clue.NearDate) odds += 1;
        if (clue.InTitle) odds += 0.7;
        if (clue.InAddress || clue.AfterHall) odds += 0.7;
        if (clue.ShortLine) odds += 0.5;
        if (clue.Dateline) odds -= 1.5;
        if (clue.Background) odds -= 1.5;
        if (clue.Visited) odds += 1;
        if (clue.AfterWho) odds -= 2;
        if (clue.BelowDay) odds += 0.7;
        if (clue.Late) odds -= 0.7;
        if (clue.Possessive) odds -= 1;
        if (clue.AfterOnline) odds -= 2.5;
        if (clue.ContactAddress) odds -= 2.5;
        if (clue.InContacts || clue.AfterOffice) odds -= 1;
        return odds;
    }

    /// <summary>The log odds of a probability, within ±7.</summary>
    public static double Odds(double probability) => Math.Log(Math.Clamp(probability, 0.001, 0.999) / (1 - Math.Clamp(probability, 0.001, 0.999)));

    /// <summary>True after "in", "at", "near", "from", "to".</summary>
    public static bool IsAfterPreposition(TokenList tokens, CityPlace place) => place.First > 0 && PlaceWords.Prepositions.Contains(tokens[place.First - 1].Hash);

    /// <summary>True inside a longer name: "Paris Hilton", "University of Vienna", "New York Times".</summary>
    public static bool IsPartOfName(PlaceScene scene, CityPlace place)
    {
        var (tokens, before, after) = (scene.Context.Tokens, place.First - 1, place.Last + 1);
        if (scene.IsInsideBody(place.Mention.Span)) return true;
        if (after < tokens.Count && IsNameWord(tokens, after) && !tokens[after].Is(TokenTraits.LineStart)) return true;
        return before >= 0 && !tokens[place.First].Is(TokenTraits.LineStart)
            && ((IsNameWord(tokens, before) && !tokens[before].Is(TokenTraits.SentenceStart))
                || (before > 0 && tokens.Chars(before) is "of" && IsNameWord(tokens, before - 1)));
    }

    // In a line of capitals a capital says nothing.
    private static bool IsNameWord(TokenList tokens, int at) => tokens[at].Is(TokenTraits.Capitalized) && (!tokens[at].Is(TokenTraits.AllCaps) || tokens[at].Length < 8);
}
