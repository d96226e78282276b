using Extract.Text;

namespace Extract.Resolve.Places;

/// <summary>How the line or sentence begins in which a place of a name stands, and what that says of it.</summary>
internal static class PlaceStanding
{
    private const int ShortPlaceLine = 9, LongestLabel = 4, DatelineWords = 12;

    /// <summary>True where the line begins with "Speakers:", "Organizer:".</summary>
    public static bool IsAfterWho(TokenList tokens, int first, CityPlace place)
    {
        for (var i = first + 1; i < Math.Min(first + LongestLabel, place.First); i++)
            if (tokens.Text[tokens[i].Start] is ':') return PlaceWords.Who.Contains(tokens[first].Hash) || PlaceWords.Who.Contains(tokens[i - 1].Hash);
        return false;
    }

    /// <summary>True at the end of a short line below a day: "17 June", "University of Graz" under it.</summary>
    public static bool EndsLineBelowDay(PlaceScene scene, CityPlace place, int first, int last)
    {
        if (place.Last != last || place.First == first || last - first >= ShortPlaceLine || first == 0) return false;
        var (tokens, above) = (scene.Context.Tokens, first - 1);
        for (var i = first; i < place.First - 1; i++)
            if (tokens.Text[tokens[i].Start] is ',' or ':') return false; // "Jane Roe, University of Graz"
        while (above > 0 && !tokens[above].Is(TokenTraits.LineStart) && first - above < ShortPlaceLine * 2) above--;
        return scene.DatesIn(tokens.Span(above, first - 1)).Any();
    }

    /// <summary>True where somebody will come: "will travel to Vienna and Graz", "her visit to Vienna", "In Vienna, she will meet".</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="head">The first of the list of cities on which the place stands.</param>
    public static bool IsVisited(TokenList tokens, CityPlace head)
    {
        for (var i = head.First - 1; i >= Math.Max(0, head.First - 3) && !tokens[i + 1].Is(TokenTraits.SentenceStart); i--)
            if (PlaceWords.ClassOf(tokens, i) == "travel") return !IsPast(tokens, i);
        return head.First > 0 && tokens[head.First - 1].Is(TokenTraits.SentenceStart) && tokens.Chars(head.First - 1) is "In" && IsToBe(tokens, head.Last + 1);
    }

    private static bool IsPast(TokenList tokens, int at)
    {
        if (tokens.Chars(at) is var word && word.EndsWith("ed", StringComparison.Ordinal)) return true;
        for (var i = at - 1; i >= Math.Max(0, at - 3) && !tokens[i + 1].Is(TokenTraits.SentenceStart); i--)
            if (PlaceWords.ClassOf(tokens, i) == "past" || tokens.Chars(i) is "recent" or "earlier" or "previous") return true;
        return false;
    }

    private static bool IsToBe(TokenList tokens, int at)
    {
        for (var i = at; i < Math.Min(tokens.Count, at + 20) && !tokens[i].Is(TokenTraits.SentenceStart); i++)
            if (tokens.Chars(i) is "will") return true;
        return false;
    }

    /// <summary>True where it opens a news text of a day: "TASHKENT, 13 April –". "Strasbourg, 4 December" in a short line tells when and where.</summary>
    public static bool IsDateline(PlaceScene scene, CityPlace place, int length)
    {
        var tokens = scene.Context.Tokens;
        if (length <= DatelineWords || !Opens(tokens[place.First])) return false;
        foreach (var date in scene.DatesIn(new(place.Mention.Span.End, place.Mention.Span.End + 40)))
            if (tokens.IndexAt(date.Span.End) is var next && next < tokens.Count && tokens.Text[tokens[next].Start] is '-' or '–' or '—' or '(' or ':') return true;
        return false;
    }

    /// <summary>True where nothing but its state, the day and the agency stand before the dash of a news text: "AUSTIN, Texas (AP) —". It may take place there, or be only written there.</summary>
    public static bool OpensNews(TokenList tokens, CityPlace place, int length)
    {
        if (length <= DatelineWords || !Opens(tokens[place.First])) return false;
        for (var i = place.Last + 1; i < Math.Min(tokens.Count, place.Last + DatelineWords); i++)
        {
            if (tokens.Text[tokens[i].Start] is '-' or '–' or '—') return tokens[i].Is(TokenTraits.SpaceBefore) || tokens.Text[tokens[i].Start] is '—';
            if (tokens[i].Kind == TokenKind.Word && !tokens[i].Is(TokenTraits.Capitalized)) return false;
        }
        return false;
    }

    // Where the title was left in the line of its text, capitals show that the text begins here.
    private static bool Opens(in Token token) => token.Is(TokenTraits.LineStart) || (token.Is(TokenTraits.SentenceStart) && token.Is(TokenTraits.AllCaps));
}
