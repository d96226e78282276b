using Extract.Text;

namespace Extract.Resolve.Places;

/// <summary>
/// Where the name of a city surely names no place, whatever is learned: a treaty or newspaper, a time zone, a person, a government. Such a place of the
/// name is not looked at, so that it says nothing of the city where it is named elsewhere.
/// </summary>
internal static class NoPlace
{
    /// <summary>True where the tokens from one to another, both included, name none.</summary>
    public static bool Is(TokenList tokens, int first, int last) =>
        IsThing(tokens, last) || IsTimeZone(tokens, first, last) || IsPerson(tokens, first, last) || Speaks(tokens, first, last) || NoCity.Is(tokens, first, last);

    /// <summary>True where the words are a common name of houses, streets and offices by themselves: "Pavilion", "Avenue"; beside its state it may be a town yet.</summary>
    public static bool IsCommonName(TokenList tokens, int first, int last) => first == last
        && (PlaceWords.Halls.Contains(tokens[first].Hash) || PlaceWords.Things.Contains(tokens[first].Hash) || PlaceWords.Titles.Contains(tokens[first].Hash) || PlaceWords.Streets.Contains(tokens[first].Hash));

    /// <summary>True after "by": "tea served by Victoria" is by a person, "a call by Brussels" by a government; beside its state it may be a town yet.</summary>
    public static bool IsDoer(TokenList tokens, int first) => first > 0 && !tokens[first].Is(TokenTraits.LineStart) && tokens.Chars(first - 1) is "by";

    // "Dayton Agreement", "New York Times"; not "Vienna Convention Centre".
    private static bool IsThing(TokenList tokens, int last) =>
        IsName(tokens, last + 1) && PlaceWords.Things.Contains(tokens[last + 1].Hash) && !(IsName(tokens, last + 2) && PlaceWords.Halls.Contains(tokens[last + 2].Hash));

    // "Europe/Vienna" has no space, "Brussels time" has.
    private static bool IsTimeZone(TokenList tokens, int first, int last) =>
        (first > 1 && tokens.Text[tokens[first - 1].Start] == '/' && !tokens[first].Is(TokenTraits.SpaceBefore) && PlaceWords.ZoneAreas.Contains(tokens[first - 2].Hash))
        || (OnLine(tokens, last + 1) && tokens.Chars(last + 1) is "time" or "Time")
        || IsAfterClock(tokens, first, last);

    // "at 10:00 (Brussels)"
    private static bool IsAfterClock(TokenList tokens, int first, int last) =>
        first > 3 && OnLine(tokens, last + 1) && tokens.Text[tokens[last + 1].Start] == ')' && tokens.Text[tokens[first - 1].Start] == '('
        && tokens[first - 2].Kind == TokenKind.Number && tokens.Text[tokens[first - 3].Start] is ':' or '.' && tokens[first - 4].Kind == TokenKind.Number;

    // "Dr. Lincoln", and "Paris Hilton spoke": one more name and a word that only persons and bodies do; "New York Mayor said" is none.
    private static bool IsPerson(TokenList tokens, int first, int last)
    {
        if (IsTitled(tokens, first)) return true;
        return IsName(tokens, last + 1) && !PlaceWords.Titles.Contains(tokens[last + 1].Hash) && !PlaceWords.Halls.Contains(tokens[last + 1].Hash) && IsSpeech(tokens, last + 2);
    }

    private static bool IsTitled(TokenList tokens, int first)
    {
        var before = first - 1;
        if (before > 0 && tokens.Text[tokens[before].Start] == '.' && !tokens[before].Is(TokenTraits.SpaceBefore)) before--;
        return before >= 0 && !tokens[first].Is(TokenTraits.LineStart) && tokens[before].Is(TokenTraits.Capitalized) && PlaceWords.Persons.Contains(tokens[before].Hash);
    }

    // "Washington announced" is a government; "in Washington announced" is none.
    private static bool Speaks(TokenList tokens, int first, int last) =>
        IsSpeech(tokens, last + 1) && (first == 0 || tokens[first].Is(TokenTraits.SentenceStart) || !PlaceWords.Prepositions.Contains(tokens[first - 1].Hash)) && !tokens[first].Is(TokenTraits.LineStart | TokenTraits.AllCaps);

    /// <summary>
    /// True for a street without its kind: "720 S. Taylor, Amarillo", "1600 Lamar, Houston". "1010 Vienna, Austria" is none: what follows is a country,
    /// and not a city.
    /// </summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="first">The first token of the name.</param>
    /// <param name="last">The last one.</param>
    /// <param name="isCity">True where the name of a city begins at a token.</param>
    public static bool IsStreet(TokenList tokens, int first, int last, Func<int, bool> isCity)
    {
        if (tokens[first].Is(TokenTraits.LineStart) || last + 2 >= tokens.Count || tokens.Text[tokens[last + 1].Start] != ',') return false;
        var before = first - 1;
        if (before > 0 && tokens.Text[tokens[before].Start] == '.') before--;
        if (before > 0 && tokens.Chars(before) is "N" or "S" or "E" or "W" or "North" or "South" or "East" or "West") return tokens[before - 1].Kind == TokenKind.Number && !tokens[before].Is(TokenTraits.LineStart);
        return before == first - 1 && before >= 0 && tokens[before].Kind == TokenKind.Number && isCity(last + 2);
    }

    private static bool IsSpeech(TokenList tokens, int at) => OnLine(tokens, at) && !tokens[at].Is(TokenTraits.Capitalized) && PlaceWords.Speech.Contains(tokens[at].Hash);

    private static bool IsName(TokenList tokens, int at) => OnLine(tokens, at) && tokens[at].Is(TokenTraits.Capitalized);

    private static bool OnLine(TokenList tokens, int at) => at < tokens.Count && !tokens[at].Is(TokenTraits.LineStart);
}
