using System.Text;
using Extract.Text;

namespace Extract.Tag.Places;

/// <summary>
/// Finds names of cities, regions and countries in one pass: the longest name of the gazetteer at each capitalized word. It claims and does not
/// judge: most bare hits are no places, and <c>Resolve</c> decides. Safe to share between threads.
/// </summary>
/// <param name="gazetteer">The names.</param>
/// <param name="own">The user's own names, which go before the gazetteer's; null for none.</param>
internal sealed class PlaceTagger(Gazetteer gazetteer, OwnPlaces? own = null) : ITagger
{
    /// <summary>The evidence of a city by its own name.</summary>
    public const string City = "gazetteer.city";
    /// <summary>The evidence of a city by another name.</summary>
    public const string CityByOtherName = "gazetteer.city-other";
    /// <summary>The evidence of a city whose name is a common word.</summary>
    public const string CityOrWord = "gazetteer.city-word";
    /// <summary>The evidence of a city that the user's own file gives.</summary>
    public const string Own = "places.own";
    /// <summary>The evidence of a city by the name of a house or ground that the user's own file gives.</summary>
    public const string OwnVenue = "places.own-venue";
    /// <summary>The evidence of a region or country by its name.</summary>
    public const string Land = "gazetteer.land";
    /// <summary>The evidence of a region or country by a code or abbreviation beside another place.</summary>
    public const string LandCode = "gazetteer.land-code";
    /// <summary>The evidence of a country by its people.</summary>
    public const string People = "gazetteer.people";

    /// <summary>More meanings of one name are not looked at: they are ordered by population.</summary>
    public const int MostCandidates = 48;

    private const int WellKnown = 100_000;
    private readonly PlaceCache _cache = new(gazetteer, MostCandidates);
    private readonly OwnPlaces _own = own ?? OwnPlaces.None;

    /// <inheritdoc/>
    public void Tag(Document document, TokenList tokens, List<Mention> mentions) => Tag(tokens, mentions);

    /// <summary>Adds the mentions of a token list.</summary>
    public void Tag(TokenList tokens, List<Mention> mentions)
    {
        var all = tokens.All;
        for (var at = 0; at < all.Length; at++)
        {
            if (!all[at].Is(TokenTraits.Capitalized) && !_own.MayBegin(all[at])) continue;
            var (last, first, end, mine) = Longest(tokens, at);
            if (last < 0) continue;
            if (mine is null || StandsElsewhere(tokens, at, last, mine, mentions)) Claim(tokens, at, last, first, end, mentions);
            else if (mine.Value is { } value) mentions.Add(Mention(tokens.Span(at, last), value, mine.IsVenue ? OwnVenue : Own));
            at = last;
        }
    }

    private static Mention Mention(TextSpan span, PlaceValue value, string by) => new(MentionKind.City, span, value, new(by, span, 1));

    // The longest name that begins here; last is −1 where there is none. Of two of one length the user's own goes first.
    private (int Last, int First, int End, OwnPlace? Own) Longest(TokenList tokens, int at)
    {
        var (key, best) = (0UL, (-1, 0, 0, (OwnPlace?)null));
        for (int i = at, words = 0; i < tokens.Count && words < PlaceKey.MostWords; i++)
        {
            ref readonly var token = ref tokens[i];
            if (i > at && token.Is(TokenTraits.BlockStart)) break;
            if (token.Kind == TokenKind.Mark)
            {
                if (!PlaceKey.Joins(tokens.Text[token.Start]) || token.Is(TokenTraits.SpaceBefore)) break;
                continue;
            }
            if (words > 0 && !IsJoined(tokens, i)) break;
            key = PlaceKey.Append(key, token.Hash);
            words++;
            var mine = _own.Find(key);
            var (first, end) = token.Is(TokenTraits.Capitalized) ? gazetteer.Find(key) : default;
            if (mine is not null || first < end) best = (i, first, end, mine);
            if (!gazetteer.MayContinue(key) && !_own.MayContinue(key)) break;
        }
        return best;
    }

    // A full stop joins only after an abbreviation: "St. Louis", and not "in Paris. Texas is".
    private static bool IsJoined(TokenList tokens, int at)
    {
        ref readonly var before = ref tokens[at - 1];
        if (before.Kind != TokenKind.Mark || tokens.Text[before.Start] != '.') return true;
        return at >= 2 && tokens[at - 2].Length <= 3;
    }

    // "Paris, France" is not the user's Paris in Texas: what the text says right beside a name goes before what the user says of it.
    private bool StandsElsewhere(TokenList tokens, int at, int last, OwnPlace mine, List<Mention> mentions)
    {
        if (mine.Value is not { Candidates: [var place] }) return false;
        var lands = LandsBefore(tokens, at, mentions).Concat(LandsAfter(tokens, last, mentions)).ToArray();
        return lands.Length > 0 && !lands.Any(land => land.Country == place.Country && (land.Region is null || place.Region is null || land.Region == place.Region));
    }

    private IEnumerable<Place> LandsAfter(TokenList tokens, int last, List<Mention> mentions)
    {
        var next = last + 1;
        if (next < tokens.Count && tokens.Text[tokens[next].Start] is ',' or '(') next++;
        if (next >= tokens.Count || tokens[next].Is(TokenTraits.BlockStart) || !tokens[next].Is(TokenTraits.Capitalized)) return [];
        var (end, from, to, _) = Longest(tokens, next);
        return from == to ? [] : _cache.Of(from, to).Lands.Where(land => !land.IsPeople && (!land.IsCode || IsCode(tokens, next, end, mentions))).Select(land => land.Place);
    }

    // "France: Paris"
    private static IEnumerable<Place> LandsBefore(TokenList tokens, int at, List<Mention> mentions) =>
        at < 2 || tokens[at].Is(TokenTraits.BlockStart) || tokens.Text[tokens[at - 1].Start] != ':' ? [] :
        mentions.Where(mention => mention.Kind is MentionKind.Country or MentionKind.Region && mention.Evidence.By != People && mention.Span.End == tokens[at - 2].End)
            .Select(mention => ((PlaceValue)mention.Value!).Candidates[0]);

    private void Claim(TokenList tokens, int at, int last, int first, int end, List<Mention> mentions)
    {
        var (span, name, seen) = (tokens.Span(at, last), _cache.Of(first, end), false);
        foreach (var land in name.Lands)
        {
            if (land.IsCode && !IsCode(tokens, at, last, mentions)) continue;
            var by = land.IsCode ? LandCode : land.IsPeople ? People : Land;
            if (!seen || land.Kind == MentionKind.Region) mentions.Add(new(land.Kind, CodeSpan(tokens, span, by), land.Value, new(by, span, by == Land ? 0.9 : 0.7)));
            seen = true;
        }
        if (name.Cities is { } cities && !IsAnotherWord(tokens.Text.AsSpan(span.Start, span.Length), cities)) mentions.Add(CityMention(tokens, at, last, name.Traits, cities, span));
    }

    private static Mention CityMention(TokenList tokens, int at, int last, NameTraits traits, PlaceValue cities, TextSpan span)
    {
        var by = (traits & NameTraits.Word) != 0 ? CityOrWord : (traits & NameTraits.Chief) != 0 ? City : CityByOtherName;
        return new(MentionKind.City, span, cities, new(by, span, Trust(tokens, at, last, cities.Candidates[0].Population, by)));
    }

    // "Café", "Rosé": a word that is spelled with marks is no small town without them.
    private static bool IsAnotherWord(ReadOnlySpan<char> words, PlaceValue cities)
    {
        if (Ascii.IsValid(words)) return false;
        var (name, marked) = (words.ToString(), false);
        foreach (var place in cities.Candidates)
        {
            if (place.Population >= WellKnown) return false;
            marked |= PlaceNames.IsMarkedOtherwise(name, place.Name);
            if (string.Equals(PlaceNames.English(name), place.Name, StringComparison.OrdinalIgnoreCase)) return false;
        }
        return marked;
    }

    // Before anything is learned: large cities more than small ones, several words more than one, and little where the word is common or opens a sentence.
    private static double Trust(TokenList tokens, int at, int last, int population, string by)
    {
        var trust = 0.1 * Math.Log10(Math.Max(1, population));
        if (last > at) trust += 0.1;
        if (by == CityOrWord) trust *= tokens[at].Is(TokenTraits.SentenceStart) ? 0.1 : 0.3;
        if (by == CityByOtherName) trust *= 0.8;
        return Math.Clamp(trust, 0.01, 0.9);
    }

    // "TX" in capitals, "Wash" before its full stop; after a mark that parts names, or straight after the name of another place.
    private static bool IsCode(TokenList tokens, int at, int last, List<Mention> mentions)
    {
        var stopped = last + 1 < tokens.Count && tokens.Text[tokens[last + 1].Start] == '.';
        if (!tokens[at].Is(TokenTraits.AllCaps) && !stopped && last == at) return false;
        if (at == 0 || tokens[at].Is(TokenTraits.BlockStart)) return false;
        ref readonly var before = ref tokens[at - 1];
        if (before.Kind == TokenKind.Word) return mentions.Count > 0 && mentions[^1].Span.End == before.End && mentions[^1].Kind == MentionKind.City && mentions[^1].Evidence.By != CityOrWord;
        return tokens.Text[before.Start] is ',' or '(' or '-' or '/' or '–' or '.';
    }

    private static TextSpan CodeSpan(TokenList tokens, TextSpan span, string by) =>
        by == LandCode && span.End < tokens.Text.Length && tokens.Text[span.End] == '.' && tokens.Text[span.Start..span.End].Contains('.', StringComparison.Ordinal)
            ? new(span.Start, span.End + 1) : span;
}
