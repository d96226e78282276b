using Extract.Tag.Places;
using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Places;

/// <summary>What speaks for a city being the venue of an announcement, or one that it only mentions: of each place where it stands.</summary>
internal static class PlaceRoleFeatures
{
    private static readonly Feature Clue = new("clue");
    private static readonly Feature Rule = new("stands-as");
    private static readonly Feature RuleBySize = new("stands-as-and-size");
    private static readonly Feature WordBefore = new("word-before");
    private static readonly Feature WordAfter = new("word-after");
    private static readonly Feature MarkBefore = new("mark-before");
    private static readonly Feature MarkAfter = new("mark-after");
    private static readonly Feature NameBefore = new("name-before");
    private static readonly Feature NameAfter = new("name-after");
    private static readonly Feature OfBefore = new("name-and-word-before");
    private static readonly Feature Body = new("body");
    private static readonly Feature IsRegion = new("region-elsewhere-too");
    private static readonly Feature FoundAs = new("found-as");
    private static readonly Feature Words = new("words");
    private static readonly Feature AllCaps = new("all-capitals");
    private static readonly Feature LowerToo = new("lower-case-too");
    private static readonly Feature Stands = new("stands");
    private static readonly Feature Label = new("line-label");
    private static readonly Feature Near = new("near");

    /// <summary>Adds the features of one place.</summary>
    public static void Add(FeatureUnion features, PlaceScene scene, CityPlace place, PlaceClues clues)
    {
        AddWords(features, scene, place, clues);
        AddClues(features, clues);
        AddStanding(features, scene, place);
        foreach (var near in PlaceClues.NearOf(scene.Context.Tokens, place)) features.Add(Near, near);
    }

    /// <summary>Adds how one place stands among its words.</summary>
    public static void AddWords(FeatureUnion features, PlaceScene scene, CityPlace place, PlaceClues clues)
    {
        var tokens = scene.Context.Tokens;
        var size = clues.Place.Population switch { >= 500_000 => "large", >= 50_000 => "middle", >= 5_000 => "small", _ => "tiny" };
        features.Add(Rule, clues.StandsAs);
        features.Add(RuleBySize, $"{clues.StandsAs} {size}");
        features.Add(FoundAs, clues.FoundAs);
        features.Add(Words, place.Last > place.First ? "several" : "one");
        features.Add(AllCaps, tokens[place.First].Is(TokenTraits.AllCaps));
        foreach (var (kind, land) in scene.LandsOf(place.Mention))
            features.Add(IsRegion, kind == MentionKind.Region && (land.Country != clues.Place.Country || land.Name != clues.Place.Region));
        if (place.First > 0 && !tokens[place.First].Is(TokenTraits.BlockStart)) AddBefore(features, tokens, place);
        if (place.Last + 1 < tokens.Count && !tokens[place.Last + 1].Is(TokenTraits.BlockStart)) AddAfter(features, tokens, place);
        foreach (var mention in scene.Around(place.Mention.Span))
            features.Add(Body, mention.Kind == MentionKind.Person ? "inside-person" : mention.Span == place.Mention.Span ? "organization-too" : "inside-organization");
    }

    private static readonly (FeatureValue Name, Func<PlaceClues, bool> Holds)[] Clues =
    [
        (new("country-too"), clues => clues.CountryToo), (new("in-address"), clues => clues.InAddress), (new("after-hall"), clues => clues.AfterHall), (new("after-where"), clues => clues.AfterWhere),
        (new("short-line"), clues => clues.ShortLine), (new("near-date"), clues => clues.NearDate), (new("near-date-in-short-line"), clues => clues.NearDate && clues.ShortLine), (new("dateline"), clues => clues.Dateline),
        (new("in-title"), clues => clues.InTitle), (new("after-who"), clues => clues.AfterWho), (new("below-day"), clues => clues.BelowDay), (new("visited"), clues => clues.Visited),
        (new("opens-news"), clues => clues.OpensNews), (new("after-at-sign"), clues => clues.AfterAtSign), (new("late"), clues => clues.Late), (new("near-event"), clues => clues.NearEvent), (new("background"), clues => clues.Background),
        (new("beside-another-land"), clues => clues.BesideAnotherLand), (new("after-online"), clues => clues.AfterOnline), (new("contact-address"), clues => clues.ContactAddress),
        (new("possessive"), clues => clues.Possessive), (new("on-list"), clues => clues.OnList), (new("on-list-near-event"), clues => clues.OnList && clues.NearEvent),
        (new("in-parentheses"), clues => clues.InParentheses), (new("in-contacts"), clues => clues.InContacts), (new("after-body"), clues => clues.AfterBody), (new("after-office"), clues => clues.AfterOffice),
        (new("near-event-after-preposition"), clues => clues.NearEvent && clues.AfterPreposition),
    ];

    private static void AddClues(FeatureUnion features, PlaceClues clues)
    {
        foreach (var (name, holds) in Clues) features.Add(Clue, name, holds(clues));
    }

    private static void AddBefore(FeatureUnion features, TokenList tokens, CityPlace place)
    {
        var before = place.First - 1;
        if (tokens[before].Kind == TokenKind.Mark) { features.Add(MarkBefore, tokens, before); return; }
        var isName = tokens[before].Is(TokenTraits.Capitalized) && !tokens[before].Is(TokenTraits.SentenceStart);
        features.Add(NameBefore, isName && !tokens[place.First].Is(TokenTraits.LineStart));
        features.Add(WordBefore, tokens, before);
        if (before > 0 && tokens[before - 1].Is(TokenTraits.Capitalized) && !tokens[before].Is(TokenTraits.Capitalized)) features.Add(OfBefore, tokens, before);
    }

    private static void AddAfter(FeatureUnion features, TokenList tokens, CityPlace place)
    {
        var after = place.Last + 1;
        if (tokens[after].Is(TokenTraits.LineStart)) { features.Add(Stands, "line-end"); return; }
        if (tokens[after].Kind == TokenKind.Mark) { features.Add(MarkAfter, tokens, after); return; }
        features.Add(NameAfter, tokens[after].Is(TokenTraits.Capitalized));
        features.Add(WordAfter, tokens, after);
    }

    private static void AddStanding(FeatureUnion features, PlaceScene scene, CityPlace place)
    {
        var tokens = scene.Context.Tokens;
        if (place.Inherited) { features.Add(Stands, "heading-above"); return; }
        var (first, last) = scene.LineOf(place);
        if (first == place.First && last == place.Last) features.Add(Stands, "alone-in-line");
        if (tokens[place.First].Is(TokenTraits.SentenceStart)) features.Add(Stands, "sentence-start");
        if (tokens[place.First].Is(TokenTraits.LineStart)) features.Add(Stands, "line-start");
        if (place.Mention.Evidence.By == PlaceTagger.CityOrWord) features.Add(LowerToo, scene.HasInLowerCase(place));
        for (var i = first + 1; i < Math.Min(first + 4, place.First); i++)
            if (tokens.Text[tokens[i].Start] == ':')
                for (var word = first; word < i; word++) features.Add(Label, tokens, word);
    }
}
