using Extract.Tag.Places;
using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Places;

/// <summary>What speaks for a name being the venue of an announcement, a city that it mentions, or no city at all.</summary>
internal static class PlaceRoleFeatures
{
    private static readonly Feature Rule = new("rule");
    private static readonly Feature RuleBySize = new("rule-and-size");
    private static readonly Feature WordBefore = new("word-before");
    private static readonly Feature WordAfter = new("word-after");
    private static readonly Feature MarkBefore = new("mark-before");
    private static readonly Feature MarkAfter = new("mark-after");
    private static readonly Feature NameBefore = new("name-before");
    private static readonly Feature NameAfter = new("name-after");
    private static readonly Feature OfBefore = new("name-and-word-before");
    private static readonly Feature Body = new("body");
    private static readonly Feature IsCountry = new("country-too");
    private static readonly Feature IsRegion = new("region-elsewhere-too");
    private static readonly Feature FoundAs = new("found-as");
    private static readonly Feature Words = new("words");
    private static readonly Feature AllCaps = new("all-capitals");
    private static readonly Feature LowerToo = new("lower-case-too");
    private static readonly Feature Stands = new("stands");
    private static readonly Feature Label = new("line-label");
    private static readonly Feature Line = new("line");
    private static readonly Feature Date = new("date");
    private static readonly Feature Address = new("address");
    private static readonly Feature Near = new("near");

    /// <summary>Adds the features of one place of a name that was taken for a city.</summary>
    public static void Add(FeatureUnion features, PlaceScene scene, CityPlace place, Place city)
    {
        var tokens = scene.Context.Tokens;
        AddRules(features, scene, place, city);
        features.Add(FoundAs, place.Mention.Evidence.By);
        features.Add(Words, place.Last > place.First ? "several" : "one");
        features.Add(AllCaps, tokens[place.First].Is(TokenTraits.AllCaps));
        AddLands(features, scene, place, city);
        if (place.First > 0 && !tokens[place.First].Is(TokenTraits.BlockStart)) AddBefore(features, tokens, place);
        if (place.Last + 1 < tokens.Count && !tokens[place.Last + 1].Is(TokenTraits.BlockStart)) AddAfter(features, tokens, place);
        AddBodies(features, scene, place);
        AddStanding(features, scene, place);
        AddLine(features, scene, place);
        AddNear(features, tokens, place);
    }

    // What people would say first, so that it holds where the words are new; twice, so that it weighs more than single words.
    private static void AddRules(FeatureUnion features, PlaceScene scene, CityPlace place, Place city)
    {
        var part = PlaceRules.IsPartOfName(scene, place);
        var after = PlaceRules.IsAfterPreposition(scene.Context.Tokens, place);
        var agrees = place.Beside.Any(land => land.Country == city.Country && (land.Region is null || land.Region == city.Region));
        var rule = (part, agrees, after) switch
        {
            (true, true, _) => "part-beside-its-land",
            (true, _, true) => "part-after-preposition",
            (true, _, _) => "part",
            (_, true, true) => "after-preposition-beside-its-land",
            (_, true, _) => "beside-its-land",
            (_, _, true) => "after-preposition",
            _ => "bare",
        };
        features.Add(Rule, rule);
        features.Add(RuleBySize, $"{rule} {Size(city)}");
        if (!agrees && place.Beside.Length > 0) features.Add(Rule, "beside-another-land");
    }

    private static string Size(Place city) => city.Population switch { >= 500_000 => "large", >= 50_000 => "middle", >= 5_000 => "small", _ => "tiny" };

    private static void AddLands(FeatureUnion features, PlaceScene scene, CityPlace place, Place city)
    {
        foreach (var (kind, land) in scene.LandsOf(place.Mention))
            if (kind == MentionKind.Country) features.Add(IsCountry);
            else features.Add(IsRegion, land.Country != city.Country || land.Name != city.Region);
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

    private static void AddBodies(FeatureUnion features, PlaceScene scene, CityPlace place)
    {
        foreach (var mention in scene.Around(place.Mention.Span))
            features.Add(Body, mention.Kind == MentionKind.Person ? "inside-person" : mention.Span == place.Mention.Span ? "organization-too" : "inside-organization");
    }

    private static void AddStanding(FeatureUnion features, PlaceScene scene, CityPlace place)
    {
        var (announcement, span, tokens) = (scene.Context.Announcement, place.Mention.Span, scene.Context.Tokens);
        if (place.Inherited) { features.Add(Stands, "heading-above"); return; }
        features.Add(Stands, announcement.TitleSpan is { } title && title.Contains(span) ? "title" : "body");
        features.Add(Stands, ((span.Start - announcement.Span.Start) * 5 / Math.Max(1, announcement.Span.Length)) switch { 0 => "first-fifth", 4 => "last-fifth", _ => "middle" });
        if (tokens[place.First].Is(TokenTraits.SentenceStart)) features.Add(Stands, "sentence-start");
        if (tokens[place.First].Is(TokenTraits.LineStart)) features.Add(Stands, "line-start");
        if (place.Mention.Evidence.By == PlaceTagger.CityOrWord) features.Add(LowerToo, scene.HasInLowerCase(place));
    }

    private static void AddLine(FeatureUnion features, PlaceScene scene, CityPlace place)
    {
        var tokens = scene.Context.Tokens;
        var (first, last) = scene.LineOf(place);
        if (first == place.First && last == place.Last) features.Add(Stands, "alone-in-line");
        features.Add(Line, last - first > 40 ? "long" : last - first > 12 ? "middle" : "short");
        AddAddress(features, tokens, (first, last), place);
        AddLabel(features, tokens, first, place);
        foreach (var date in scene.DatesIn(tokens.Span(first, last))) AddDate(features, tokens, last - first, date.Span, place);
    }

    private static void AddAddress(FeatureUnion features, TokenList tokens, (int First, int Last) line, CityPlace place)
    {
        var (numbers, street, hall) = (false, false, false);
        for (var i = Math.Max(line.First, place.First - 16); i < place.First; i++)
        {
            numbers |= tokens[i].Kind == TokenKind.Number;
            street |= PlaceWords.Streets.Contains(tokens[i].Hash);
            hall |= PlaceWords.Halls.Contains(tokens[i].Hash) && tokens[i].Is(TokenTraits.Capitalized);
        }
        if (street && numbers) features.Add(Address, "street-and-number-before");
        if (hall) features.Add(Address, "hall-before");
        for (var i = place.Last + 1; i <= Math.Min(line.Last, place.Last + 5); i++)
            if (tokens[i].Kind == TokenKind.Number && tokens[i].Length == 5) features.Add(Address, "code-after");
    }

    // "Strasbourg, 4 December" in a short line tells when and where; before a dash in running text it tells where the news was written.
    private static void AddDate(FeatureUnion features, TokenList tokens, int length, TextSpan date, CityPlace place)
    {
        var end = place.Mention.Span.End;
        if (date.Start < end) { features.Add(Date, length <= 12 ? "before-in-short-line" : place.Mention.Span.Start - date.End < 6 ? "right-before" : "before-in-line"); return; }
        if (date.Start - end >= 6) { features.Add(Date, length <= 12 ? "after-in-short-line" : "after-in-line"); return; }
        var next = tokens.IndexAt(date.End);
        var dash = next < tokens.Count && !tokens[next].Is(TokenTraits.LineStart) && tokens.Text[tokens[next].Start] is '-' or '–' or '—' or '(' or ':';
        features.Add(Date, dash && length > 12 && tokens[place.First].Is(TokenTraits.LineStart) ? "dateline" : length <= 12 ? "right-after-in-short-line" : "right-after");
    }

    // "Location: …", "Where – …": up to three words before a colon that stand first in the line.
    private static void AddLabel(FeatureUnion features, TokenList tokens, int first, CityPlace place)
    {
        for (var i = first + 1; i < Math.Min(first + 4, place.First); i++)
        {
            if (tokens.Text[tokens[i].Start] != ':') continue;
            for (var word = first; word < i; word++)
                if (PlaceWords.Where.Contains(tokens[word].Hash)) features.Add(Label, "where"); else features.Add(Label, tokens, word);
        }
    }

    private static void AddNear(FeatureUnion features, TokenList tokens, CityPlace place)
    {
        for (var i = place.First - 1; i >= Math.Max(0, place.First - 12) && !tokens[i + 1].Is(TokenTraits.SentenceStart); i--)
            if (PlaceWords.Classes.TryGetValue(tokens[i].Hash, out var name)) features.Add(Near, $"{name} before");
        for (var i = place.Last + 1; i < Math.Min(tokens.Count, place.Last + 9) && !tokens[i].Is(TokenTraits.SentenceStart); i++)
            if (PlaceWords.Classes.TryGetValue(tokens[i].Hash, out var name)) features.Add(Near, $"{name} after");
    }
}
