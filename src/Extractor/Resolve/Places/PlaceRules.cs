using Extract.Tag.Places;
using Extract.Text;

namespace Extract.Resolve.Places;

/// <summary>Roles by rule, where nothing is learned yet: honest first guesses.</summary>
internal static class PlaceRules
{
    private static readonly HashSet<ulong> Prepositions = [.. new[] { "in", "at", "near", "from" }.Select(word => Folding.Hash(word))];

    /// <summary>The probabilities of a city's roles.</summary>
    public static PlaceRoles Roles(PlaceScene scene, PlaceCity city)
    {
        var (free, called, inside) = (0, false, false);
        foreach (var place in city.Places)
        {
            if (IsPartOfName(scene, place)) { inside = true; continue; }
            free++;
            called |= IsAfterPreposition(scene.Context.Tokens, place) || place.Beside.Length > 0;
        }
        if (free == 0 || (city.Place.Population < 5_000 && !called)) return new(0.05, inside ? 0.1 : 0.2);
        if (city.Places[0].Mention.Evidence.By == PlaceTagger.CityOrWord && !called) return new(0.05, 0.1);
        return called ? new(0.7, 0.2) : new(0.35, 0.4);
    }

    /// <summary>True after "in", "at", "near", "from".</summary>
    public static bool IsAfterPreposition(TokenList tokens, CityPlace place) => place.First > 0 && Prepositions.Contains(tokens[place.First - 1].Hash);

    /// <summary>True inside a longer name: "Paris Hilton", "University of Vienna", "New York Times".</summary>
    public static bool IsPartOfName(PlaceScene scene, CityPlace place)
    {
        var (tokens, before, after) = (scene.Context.Tokens, place.First - 1, place.Last + 1);
        if (scene.Around(place.Mention.Span).Any(body => body.Span != place.Mention.Span)) return true;
        if (after < tokens.Count && tokens[after].Is(TokenTraits.Capitalized) && !tokens[after].Is(TokenTraits.LineStart)) return true;
        return before >= 0 && !tokens[place.First].Is(TokenTraits.LineStart)
            && (tokens[before].Is(TokenTraits.Capitalized) && !tokens[before].Is(TokenTraits.SentenceStart)
                || (before > 0 && tokens.Chars(before) is "of" && tokens[before - 1].Is(TokenTraits.Capitalized)));
    }
}
