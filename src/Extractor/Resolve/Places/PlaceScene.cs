using System.Collections.Immutable;
using Extract.Tag.Places;
using Extract.Text;

namespace Extract.Resolve.Places;

/// <summary>What an announcement says about places: the names that may be cities, and the countries and regions that are spoken of.</summary>
internal sealed class PlaceScene
{
    private readonly Dictionary<int, List<Mention>> _landsByStart = [];
    private readonly Dictionary<int, List<Mention>> _landsByEnd = [];

    private readonly Dictionary<int, CityPlace> _placesByLast = [];
    private const int LargeCity = 100_000;
    private readonly HashSet<TextSpan> _partsOfOthers = [];
    private readonly Dictionary<int, Mention> _cities = [];
    private readonly Mention[] _bodies;
    private readonly Mention[] _dates;
    private HashSet<ulong>? _lowerCase;
    private string? _source;
    private HashSet<int>? _bodyEnds;

    private PlaceScene(ResolveContext context, PlaceScene? around = null)
    {
        Context = context;
        if (around is not null) (DocumentCountries, Regions) = (new(around.DocumentCountries), new(around.Regions));
        foreach (var mention in context.Mentions)
            if (mention.Kind is MentionKind.Country or MentionKind.Region && mention.Value is PlaceValue value) AddLand(mention, value.Candidates[0]);
        HearWords();
        _bodies = [.. context.Mentions.Where(mention => mention.Kind is MentionKind.Organization or MentionKind.Person && IsNear(mention.Span))];
        _dates = [.. context.Mentions.Where(mention => mention.Kind == MentionKind.Date && IsNear(mention.Span))];
        foreach (var mention in context.Mentions)
            if (mention.Kind == MentionKind.City && IsNear(mention.Span)) _cities.TryAdd(mention.Span.Start, mention);
        var names = new Dictionary<string, List<CityPlace>>();
        foreach (var mention in context.Inside(MentionKind.City)) AddName(names, mention, false);
        foreach (var mention in context.Inherited(MentionKind.City))
            if (!context.Announcement.Span.Contains(mention.Span)) AddName(names, mention, true);
        foreach (var places in names.Values) places.RemoveAll(place => _partsOfOthers.Contains(place.Mention.Span));
        foreach (var name in names.Keys.Where(name => names[name].Count == 0).ToArray()) names.Remove(name);
        foreach (var place in names.Values.SelectMany(places => places)) _placesByLast[place.Last] = place;
        Names = [.. names.Select(pair => new CityName(pair.Key, [.. pair.Value], ((PlaceValue)pair.Value[0].Mention.Value!).Candidates))];
    }

    /// <summary>The announcement among its neighbours.</summary>
    public ResolveContext Context { get; }

    /// <summary>The names, in order of their first place.</summary>
    public ImmutableArray<CityName> Names { get; }

    /// <summary>What the names say of each other.</summary>
    public PlaceNeighbours Neighbours => field ??= new(this);

    /// <summary>The country of the page's address, by its last part (".at"); empty where it says none.</summary>
    public string SourceCountry => _source ??= Resolve.SourceCountry.Of(Context.Document.Source.Address) ?? "";

    /// <summary>The countries and cities (GeoNames ids) where the organizations of the announcement have their seats.</summary>
    public HashSet<string> Seats => field ??= [.. _bodies.Select(body => body.Value).OfType<OrganizationValue>().Where(body => !body.Seats.IsDefaultOrEmpty).SelectMany(body => body.Seats)];

    /// <summary>How often each country is spoken of in the announcement and its headings, itself, by a region or by its people.</summary>
    public Dictionary<string, int> Countries { get; } = [];

    /// <summary>The same of the whole document.</summary>
    public Dictionary<string, int> DocumentCountries { get; } = [];

    /// <summary>How often each region is spoken of in the document, as "US Texas".</summary>
    public Dictionary<string, int> Regions { get; } = [];

    /// <summary>Where a country is spoken of: here, in the document, only others are, or none is.</summary>
    public string SpokenOf(string country) =>
        Countries.ContainsKey(country) ? "here" : DocumentCountries.ContainsKey(country) ? "document" : DocumentCountries.Count > 0 ? "others" : "none";

    /// <summary>What the announcement says.</summary>
    public static PlaceScene Of(ResolveContext context) => new(context);

    /// <summary>What words outside the text say, where the text speaks of countries and regions.</summary>
    public static PlaceScene Of(ResolveContext words, PlaceScene text) => new(words, text);

    /// <summary>The countries and regions that go by the very words of the mention: "Singapore", "Washington".</summary>
    public IEnumerable<(MentionKind Kind, Place Land)> LandsOf(Mention mention) => _landsByStart.TryGetValue(mention.Span.Start, out var lands)
        ? lands.Where(land => land.Span == mention.Span).Select(land => (land.Kind, ((PlaceValue)land.Value!).Candidates[0])) : [];

    /// <summary>The organizations and persons whose words hold the span.</summary>
    public IEnumerable<Mention> Around(TextSpan span)
    {
        foreach (var body in _bodies)
        {
            if (body.Span.Start > span.Start) yield break;
            if (body.Span.Contains(span)) yield return body;
        }
    }

    /// <summary>True where the name of an organization or person holds the span and is longer.</summary>
    public bool IsInsideBody(TextSpan span)
    {
        foreach (var body in _bodies)
        {
            if (body.Span.Start > span.Start) return false;
            if (body.Span.Contains(span) && body.Span != span) return true;
        }
        return false;
    }

    /// <summary>True where an organization's name ends with a token.</summary>
    public bool EndsBody(int token) => token >= 0 && (_bodyEnds ??= [.. _bodies.Where(body => body.Kind == MentionKind.Organization).Select(body => body.Span.End)]).Contains(Context.Tokens[token].End);

    /// <summary>Where one attends it, by its cues: "online", "hybrid", "in-person", or "no" where they say nothing.</summary>
    public string Attended => field ??= AttendedOf();

    private string AttendedOf()
    {
        var cues = Context.Inside(MentionKind.Cue).Concat(Context.Inherited(MentionKind.Cue)).Select(cue => cue.Value).OfType<LabelValue>().Where(cue => cue.Weight == 1).Select(cue => cue.Label).ToHashSet();
        return cues.Contains("hybrid") || (cues.Contains("online") && cues.Contains("in-person")) ? "hybrid" : cues.Contains("online") ? "online" : cues.Contains("in-person") ? "in-person" : "no";
    }

    /// <summary>The dates in a span.</summary>
    public IEnumerable<Mention> DatesIn(TextSpan span) => _dates.Where(date => span.Contains(date.Span));

    /// <summary>The first and the last token of the line on which a name stands.</summary>
    public (int First, int Last) LineOf(CityPlace place)
    {
        var (tokens, first, last) = (Context.Tokens, place.First, place.Last);
        while (first > 0 && !tokens[first].Is(TokenTraits.LineStart)) first--;
        while (last + 1 < tokens.Count && !tokens[last + 1].Is(TokenTraits.LineStart)) last++;
        return (first, last);
    }

    /// <summary>The first of a list of cities on which a place stands: commas, "and", dates and lands may stand between; the place itself where there is no list.</summary>
    public CityPlace HeadOfList(CityPlace place)
    {
        for (var steps = 0; steps < 12 && Before(place) is { } before; steps++) place = before;
        return place;
    }

    private CityPlace? Before(CityPlace place)
    {
        var tokens = Context.Tokens;
        for (var i = place.First - 1; i >= Math.Max(0, place.First - 8) && !tokens[i + 1].Is(TokenTraits.SentenceStart); i--)
        {
            if (_placesByLast.TryGetValue(i, out var before)) return i == place.First - 1 ? null : before;
            var joins = tokens[i].Kind == TokenKind.Number || tokens.Chars(i) is "," or ";" or "&" or "and" or "or" or "-" or "–";
            if (tokens[i + 1].Is(TokenTraits.LineStart) && tokens.Chars(i) is not ("," or "and")) return null;
            if (!joins && !tokens[i].Is(TokenTraits.Capitalized)) return null;
        }
        return null;
    }

    /// <summary>True where the announcement writes the name's word in lower case too.</summary>
    public bool HasInLowerCase(CityPlace place) => (_lowerCase ??= LowerCase()).Contains(Context.Tokens[place.First].Hash);

    // Once an announcement: a long one has hundreds of names to ask about.
    private HashSet<ulong> LowerCase()
    {
        var (tokens, span, words) = (Context.Tokens, Context.Announcement.Span, new HashSet<ulong>());
        for (var i = tokens.IndexAt(span.Start); i < tokens.Count && tokens[i].Start < span.End; i++)
            if (!tokens[i].Is(TokenTraits.Capitalized)) words.Add(tokens[i].Hash);
        return words;
    }

    /// <summary>True where the page's markup names the city as an event's.</summary>
    public bool IsInMarkup(ImmutableArray<CityName> names) =>
        Context.Document.MarkupEvents.Any(markup => markup.City is { } city && names.Any(name => name.Folded == Folding.Fold(city.Trim())));

    /// <summary>True where a name of these stands in the document outside the announcement; false where it has no other announcement.</summary>
    public bool IsElsewhereInDocument(ImmutableArray<CityPlace> places)
    {
        if (Context.Announcements.Length < 2) return false;
        var hashes = places.Select(place => Context.Tokens[place.First].Hash).ToHashSet();
        return Context.Mentions.Any(mention => mention.Kind == MentionKind.City && !Context.Announcement.Span.Contains(mention.Span)
            && hashes.Contains(Context.Tokens[Context.Tokens.IndexAt(mention.Span.Start)].Hash));
    }

    private void AddLand(Mention mention, Place place)
    {
        Add(_landsByStart, mention.Span.Start, mention);
        Add(_landsByEnd, mention.Span.End, mention);
        DocumentCountries[place.Country] = DocumentCountries.GetValueOrDefault(place.Country) + 1;
        if (IsNear(mention.Span)) Countries[place.Country] = Countries.GetValueOrDefault(place.Country) + 1;
        if (mention.Kind == MentionKind.Region) Regions[$"{place.Country} {place.Name}"] = Regions.GetValueOrDefault($"{place.Country} {place.Name}") + 1;
    }

    // "sheriff": a text of the United States, where no county, state or country need be named. Each country counts once, as if it were named once.
    private void HearWords()
    {
        var (tokens, span) = (Context.Tokens, Context.Announcement.Span);
        var heard = new HashSet<string>();
        for (var i = tokens.IndexAt(span.Start); i < tokens.Count && tokens[i].Start < span.End; i++)
            if (PlaceWords.CountryWords.Has(tokens[i]) && PlaceWords.CountryWords.Find(tokens, i, i) is { } country && heard.Add(country)) DocumentCountries[country] = DocumentCountries.GetValueOrDefault(country) + 1;
        if (CountyNames.Of(tokens, span).Any() && heard.Add("US")) DocumentCountries["US"] = DocumentCountries.GetValueOrDefault("US") + 1;
    }

    private bool IsNear(TextSpan span) => Context.Announcement.Span.Contains(span) || Context.Announcement.Headings.Any(heading => heading.Contains(span));

    private static void Add(Dictionary<int, List<Mention>> mentions, int at, Mention mention)
    {
        if (!mentions.TryGetValue(at, out var list)) mentions[at] = list = [];
        list.Add(mention);
    }

    private void AddName(Dictionary<string, List<CityPlace>> names, Mention mention, bool inherited)
    {
        var (first, last) = (Context.Tokens.IndexAt(mention.Span.Start), Context.Tokens.IndexAt(mention.Span.End - 1));
        var beside = Beside(mention, first, last).ToArray();
        if (mention.Evidence.By is not (PlaceTagger.Own or PlaceTagger.OwnVenue) && IsNone(mention, first, last, beside)) return;
        var folded = Folding.Fold(mention.Span.Of(Context.Document.Text));
        if (!names.TryGetValue(folded, out var places)) names[folded] = places = [];
        places.Add(new(mention, first, last, inherited, [.. beside.Select(land => land.Place)], [.. beside.Select(land => land.Span)]));
    }

    private bool IsNone(Mention mention, int first, int last, (Place Place, TextSpan Span)[] beside)
    {
        var tokens = Context.Tokens;
        if (NoPlace.Is(tokens, first, last) || NoPlace.IsStreet(tokens, first, last, at => _cities.ContainsKey(tokens[at].Start)) || (!beside.Any(land => land.Span.Start > mention.Span.End) && (NoPlace.IsCommonName(tokens, first, last) || NoPlace.IsDoer(tokens, first)))) return true;
        if (LandNames.IsRegion(this, mention, [.. beside.Select(land => land.Place)])) return true;
        if (LandNames.LiesElsewhere(tokens, mention, last, beside.Where(land => land.Span.Start > mention.Span.End).SelectMany(land => LandsAt(_landsByStart, land.Span.Start)).Where(land => !IsListed(land.Item1)))) return true;
        return LandsOf(mention).Any() && LandNames.IsAmongLands(tokens, first, last, at => LandsAt(_landsByEnd, at).Any(land => IsOnlyLand(land.Item1)), at => LandsAt(_landsByStart, at).Any(land => IsOnlyLand(land.Item1) && !IsIn((PlaceValue)mention.Value!, land.Item2)));
    }

    // Neither a city's name too, nor what says where the city before it is.
    private bool IsOnlyLand(Mention land) => land.Evidence.By == PlaceTagger.Land && !_partsOfOthers.Contains(land.Span)
        && !(_cities.TryGetValue(land.Span.Start, out var city) && ((PlaceValue)city.Value!).Candidates[0].Population >= LargeCity);

    // "France, Germany and Italy": more countries follow.
    private bool IsListed(Mention land)
    {
        var tokens = Context.Tokens;
        var next = tokens.IndexAt(land.Span.End - 1) + 1;
        while (next < tokens.Count && tokens.Chars(next) is "," or "and" or "&" or "or") next++;
        return next < tokens.Count && LandsAt(_landsByStart, tokens[next].Start).Any(other => other.Item1.Kind == MentionKind.Country);
    }

    // "Ningbo, Zhejiang Province, China"; "Germany: Berlin". Lower-case words and the ends of sentences part what does not belong together.
    private IEnumerable<(Place Place, TextSpan Span)> Beside(Mention mention, int first, int last)
    {
        var tokens = Context.Tokens;
        var number = false; // "Ring 3, 1010 Vienna, Austria": the country is said of the city after the number
        for (var i = last + 1; i < Math.Min(tokens.Count, last + 7) && MayStandBetween(tokens, i, true) && !(number && _cities.ContainsKey(tokens[i].Start)); i++)
        {
            number |= tokens[i].Kind == TokenKind.Number;
            foreach (var (land, place) in LandsAt(_landsByStart, tokens[i].Start))
            {
                if (IsIn((PlaceValue)mention.Value!, place)) _partsOfOthers.Add(land.Span);
                yield return (place, land.Span);
            }
        }
        for (var i = first - 1; i >= Math.Max(0, first - 3) && MayStandBetween(tokens, i, false); i--)
            foreach (var (land, place) in LandsAt(_landsByEnd, tokens[i].End)) yield return (place, land.Span);
    }

    // "Tacoma, Washington": the second name says where the first one is, and is no city of its own.
    private static bool IsIn(PlaceValue city, Place land) =>
        city.Candidates.Any(place => place.Country == land.Country && (land.Region is null || land.Region == place.Region));

    private static bool MayStandBetween(TokenList tokens, int at, bool after)
    {
        ref readonly var token = ref tokens[at];
        if (after && token.Is(TokenTraits.SentenceStart) && !token.Is(TokenTraits.LineStart)) return false;
        if (!after && at + 1 < tokens.Count && tokens[at + 1].Is(TokenTraits.LineStart)) return false;
        return token.Kind switch
        {
            TokenKind.Word => token.Is(TokenTraits.Capitalized),
            TokenKind.Number => after,
            _ => tokens.Text[token.Start] is ',' or '(' or '-' or '–' or '.' or '/' || (!after && tokens.Text[token.Start] is ':'),
        };
    }

    private static IEnumerable<(Mention, Place)> LandsAt(Dictionary<int, List<Mention>> lands, int at) =>
        lands.TryGetValue(at, out var found) ? found.Where(land => land.Evidence.By != PlaceTagger.People).Select(land => (land, ((PlaceValue)land.Value!).Candidates[0])) : [];
}
