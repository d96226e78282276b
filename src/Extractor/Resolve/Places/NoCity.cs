using Extract.Text;

namespace Extract.Resolve.Places;

/// <summary>Where the name of a city is surely that of something else on the map or in a house: a county, an island, a street, a room, an event of history.</summary>
internal static class NoCity
{
    /// <summary>True where the tokens from one to another, both included, name none.</summary>
    public static bool Is(TokenList tokens, int first, int last) =>
        IsFeature(tokens, last) || IsAfterOf(tokens, first) || IsRoad(tokens, last) || IsRoom(tokens, first, last) || IsAbbreviation(tokens, first, last);

    // "Orange County", "Victoria Island"
    private static bool IsFeature(TokenList tokens, int last) => IsCapital(tokens, last + 1) && PlaceWords.Features.Contains(tokens[last + 1].Hash);

    // "the fall of Rome"
    private static bool IsAfterOf(TokenList tokens, int first) =>
        first > 1 && tokens.Chars(first - 1) is "of" && !tokens[first - 1].Is(TokenTraits.LineStart) && PlaceWords.BeforeOf.Contains(tokens[first - 2].Hash);

    // "Nassau Street", "between Washington and Madison streets"; not "Berlin Street Food Festival".
    private static bool IsRoad(TokenList tokens, int last)
    {
        if (IsCapital(tokens, last + 1) && PlaceWords.Roads.Contains(tokens[last + 1].Hash))
            return !IsCapital(tokens, last + 2) || tokens[last + 2].Length <= 2; // "Nassau Street NW"
        return IsPlural(tokens, last + 1) || (OnLine(tokens, last + 1) && tokens.Chars(last + 1) is "and" or "&" && IsCapital(tokens, last + 2) && IsPlural(tokens, last + 3));
    }

    private static bool IsPlural(TokenList tokens, int at) => OnLine(tokens, at) && tokens.Chars(at) is "streets" or "Streets" or "avenues" or "Avenues" or "roads" or "Roads";

    // "Napier 201", where the number ends what is said, and is no day, year or postal code.
    private static bool IsRoom(TokenList tokens, int first, int last)
    {
        var number = last + 1;
        if (!OnLine(tokens, number) || tokens[number].Kind != TokenKind.Number || tokens[number].Length != 3 || tokens[first].Is(TokenTraits.AllCaps)) return false;
        return !OnLine(tokens, number + 1) || tokens.Text[tokens[number + 1].Start] is ',' or ')' or ';' || (tokens.Text[tokens[number + 1].Start] is '.' && !(OnLine(tokens, number + 2) && !tokens[number + 2].Is(TokenTraits.SpaceBefore)));
    }

    // "Ste. 301": the words that PlaceKey writes out begin names and are none.
    private static bool IsAbbreviation(TokenList tokens, int first, int last) =>
        first == last && tokens[last].Length <= 3 && tokens.Chars(last) is "Ste" or "St" or "Ft" or "Mt" or "STE" or "ST" or "FT" or "MT";

    private static bool IsCapital(TokenList tokens, int at) => OnLine(tokens, at) && tokens[at].Is(TokenTraits.Capitalized);

    private static bool OnLine(TokenList tokens, int at) => at < tokens.Count && !tokens[at].Is(TokenTraits.LineStart);
}
