using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Places;

/// <summary>What can be seen of one place of a name that was taken for a city.</summary>
internal sealed record PlaceClues
{
    /// <summary>The city.</summary>
    public required Place Place { get; init; }
    /// <summary>Which evidence the tagger had.</summary>
    public required string FoundAs { get; init; }
    /// <summary>Its region or country stands beside it.</summary>
    public bool BesideItsLand { get; init; }
    /// <summary>The probability that the words name a place, by what stands around them (<see cref="PlaceNameModel"/>).</summary>
    public double Named { get; init; } = 0.5;
    /// <summary>It stands after "in", "at", "near", "from", "to".</summary>
    public bool AfterPreposition { get; init; }
    /// <summary>It is part of a longer name.</summary>
    public bool PartOfName { get; init; }
    /// <summary>It is part of an organization's or person's name.</summary>
    public bool InsideBody { get; init; }
    /// <summary>A country goes by the same words.</summary>
    public bool CountryToo { get; init; }
    /// <summary>A street and number stand before it, or a postal code after it.</summary>
    public bool InAddress { get; init; }
    /// <summary>A hotel, hall, university stands before it in its line.</summary>
    public bool AfterHall { get; init; }
    /// <summary>Its line begins with "Location:", "Where:".</summary>
    public bool AfterWhere { get; init; }
    /// <summary>Its line is short, as in a list.</summary>
    public bool ShortLine { get; init; }
    /// <summary>A date stands close to it.</summary>
    public bool NearDate { get; init; }
    /// <summary>Its line begins with "Speakers:", "Organizer:".</summary>
    public bool AfterWho { get; init; }
    /// <summary>It ends a short line below a day.</summary>
    public bool BelowDay { get; init; }
    /// <summary>Somebody will come there, or to the first city of the list on which it stands.</summary>
    public bool Visited { get; init; }
    /// <summary>It opens a news text: "TASHKENT, 13 April –".</summary>
    public bool Dateline { get; init; }
    /// <summary>It stands before the dash with which a news text opens: "AUSTIN, Texas (AP) —".</summary>
    public bool OpensNews { get; init; }
    /// <summary>It stands after "@".</summary>
    public bool AfterAtSign { get; init; }
    /// <summary>It stands in the title.</summary>
    public bool InTitle { get; init; }
    /// <summary>It stands in the last fifth of the announcement.</summary>
    public bool Late { get; init; }
    /// <summary>The words for event, holding or travelling stand near it.</summary>
    public bool NearEvent { get; init; }
    /// <summary>Words for background stand before it: "based in", "Contact", "attacks in".</summary>
    public bool Background { get; init; }

    /// <summary>A country or region stands beside it in which no city of its name lies.</summary>
    public bool BesideAnotherLand { get; init; }
    /// <summary>Its line says before it that all is online.</summary>
    public bool AfterOnline { get; init; }
    /// <summary>Its address is one to write to.</summary>
    public bool ContactAddress { get; init; }
    /// <summary>It owns what follows: "Chicago's".</summary>
    public bool Possessive { get; init; }
    /// <summary>It goes on a list of cities: "in Rome, Bari and Matera".</summary>
    public bool OnList { get; init; }

    /// <summary>It stands in parentheses.</summary>
    public bool InParentheses { get; init; }
    /// <summary>Its line, or the short one above it, is about whom to ask: "For further information", "Telephone".</summary>
    public bool InContacts { get; init; }
    /// <summary>A body's name ends right before it: "University of Somewhere, Vienna".</summary>
    public bool AfterBody { get; init; }
    /// <summary>An embassy, a bureau: "the embassies in Vienna".</summary>
    public bool AfterOffice { get; init; }

    /// <summary>How it stands, in a word.</summary>
    public string StandsAs => (PartOfName, BesideItsLand, AfterPreposition) switch
    {
        (true, true, _) => "part-beside-its-land",
        (true, _, true) => "part-after-preposition",
        (true, _, _) => "part",
        (_, true, true) => "after-preposition-beside-its-land",
        (_, true, _) => "beside-its-land",
        (_, _, true) => "after-preposition",
        _ => "bare",
    };

    /// <summary>What can be seen of a place.</summary>
    public static PlaceClues Of(PlaceScene scene, CityPlace place, Place city)
    {
        var (tokens, announcement, span) = (scene.Context.Tokens, scene.Context.Announcement, place.Mention.Span);
        var (first, last) = scene.LineOf(place);
        var (street, hall, code) = AddressOf(tokens, first, last, place);
        var head = scene.HeadOfList(place);
        var near = NearOf(tokens, head).Select(side => side.Text).ToArray();
        var agrees = place.Beside.Any(land => land.Country == city.Country && (land.Region is null || land.Region == city.Region));
        var date = scene.DatesIn(tokens.Span(first, last)).Select(found => DistanceOf(found.Span, span)).DefaultIfEmpty(int.MaxValue).Min();
        return new()
        {
            Place = city,
            FoundAs = place.Mention.Evidence.By,
            Named = PlaceNameModel.Probability(scene, place),
            BesideItsLand = agrees,
            BesideAnotherLand = !agrees && place.Beside.Length > 0,
            AfterPreposition = PlaceRules.IsAfterPreposition(tokens, head),
            OnList = head != place,
            AfterOnline = HasClass(tokens, Math.Max(first, place.First - 6), place.First - 1, "online"),
            ContactAddress = (street || code) && (HasClass(tokens, Math.Max(first, place.First - 50), place.First - 1, "contact") || HasClass(tokens, place.Last + 1, Math.Min(last, place.Last + 12), "contact")),
            InParentheses = IsInParentheses(tokens, place),
            InContacts = Contacts(tokens, first, last),
            AfterBody = scene.EndsBody(place.First > 0 && tokens.Chars(place.First - 1) is "," or "(" or "-" or "–" ? place.First - 2 : place.First - 1),
            AfterOffice = HasClass(tokens, Math.Max(first, place.First - 4), place.First - 1, "office"),
            Possessive = place.Last + 2 < tokens.Count && tokens.Text[tokens[place.Last + 1].Start] is '\'' or '’' && tokens.Chars(place.Last + 2) is "s",
            PartOfName = PlaceRules.IsPartOfName(scene, place),
            InsideBody = scene.IsInsideBody(span),
            CountryToo = scene.LandsOf(place.Mention).Any(land => land.Kind == MentionKind.Country),
            InAddress = street || code,
            AfterHall = hall,
            AfterWhere = IsAfterWhere(tokens, first, place),
            ShortLine = last - first <= 12,
            NearDate = date < 30,
            Dateline = PlaceStanding.IsDateline(scene, place, last - first),
            OpensNews = PlaceStanding.OpensNews(tokens, place, last - first),
            AfterAtSign = place.First > 0 && tokens.Text[tokens[place.First - 1].Start] == '@' && tokens[place.First].Is(TokenTraits.SpaceBefore),
            AfterWho = PlaceStanding.IsAfterWho(tokens, first, place),
            BelowDay = PlaceStanding.EndsLineBelowDay(scene, place, first, last),
            Visited = PlaceStanding.IsVisited(tokens, head),
            InTitle = announcement.TitleSpan is { } title && title.Contains(span),
            Late = !place.Inherited && (span.Start - announcement.Span.Start) * 5 / Math.Max(1, announcement.Span.Length) == 4 && announcement.Span.Length > 500,
            NearEvent = near.Any(name => name is "event before" or "held before" or "travel before" or "event after" or "held after"),
            Background = near.Any(name => name is "based before" or "past before" or "contact before" or "speech after"),
        };
    }

    private static bool HasClass(TokenList tokens, int first, int last, string name)
    {
        for (var i = first; i <= last; i++)
            if (PlaceWords.ClassOf(tokens, i) == name) return true;
        return false;
    }

    private static bool IsInParentheses(TokenList tokens, CityPlace place)
    {
        for (var i = place.First - 1; i >= Math.Max(0, place.First - 8) && !tokens[i + 1].Is(TokenTraits.LineStart); i--)
            if (tokens.Text[tokens[i].Start] is '(') return true;
            else if (tokens.Text[tokens[i].Start] is ')') return false;
        return false;
    }

    // Two words of contact in the line, or one in the line above it.
    private static bool Contacts(TokenList tokens, int first, int last)
    {
        var found = 0;
        for (var i = first; i <= Math.Min(last, first + 120); i++)
            if (PlaceWords.ClassOf(tokens, i) == "contact" && ++found == 2) return true;
        for (var i = first - 1; i >= Math.Max(0, first - 8); i--)
        {
            if (PlaceWords.ClassOf(tokens, i) == "contact") return true;
            if (tokens[i].Is(TokenTraits.LineStart)) break;
        }
        return false;
    }

    private static int DistanceOf(TextSpan a, TextSpan b) => a.Start >= b.End ? a.Start - b.End : b.Start - a.End;

    private static (bool Street, bool Hall, bool Code) AddressOf(TokenList tokens, int first, int last, CityPlace place)
    {
        var (number, street, hall, code) = (false, false, false, false);
        for (var i = Math.Max(first, place.First - 16); i < place.First; i++)
        {
            number |= tokens[i].Kind == TokenKind.Number;
            street |= PlaceWords.Streets.Contains(tokens[i].Hash);
            hall |= PlaceWords.Halls.Contains(tokens[i].Hash) && tokens[i].Is(TokenTraits.Capitalized);
        }
        for (var i = place.Last + 1; i <= Math.Min(last, place.Last + 5); i++) code |= tokens[i].Kind == TokenKind.Number && tokens[i].Length is 5 or 6;
        return (street && number, hall, code);
    }

    private static bool IsAfterWhere(TokenList tokens, int first, CityPlace place)
    {
        for (var i = first + 1; i < Math.Min(first + 4, place.First); i++)
            if (tokens.Text[tokens[i].Start] is ':' && (PlaceWords.Where.Contains(tokens[first].Hash) || PlaceWords.Where.Contains(tokens[i - 1].Hash))) return true;
        return false;
    }

    /// <summary>The classes of the words around a place, in its sentence: "event before".</summary>
    public static IEnumerable<FeatureValue> NearOf(TokenList tokens, CityPlace place)
    {
        for (var i = place.First - 1; i >= Math.Max(0, place.First - 12) && !tokens[i + 1].Is(TokenTraits.SentenceStart); i--)
            if (PlaceWords.SideOf(tokens, i, before: true) is { } side) yield return side;
        for (var i = place.Last + 1; i < Math.Min(tokens.Count, place.Last + 9) && !tokens[i].Is(TokenTraits.SentenceStart); i++)
            if (PlaceWords.SideOf(tokens, i, before: false) is { } side) yield return side;
    }
}
