using Extract.Tag.Places;
using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Places;

/// <summary>What speaks for a name being the venue of an announcement, a city that it mentions, or no city at all.</summary>
internal static class PlaceRoleFeatures
{
    private static readonly Feature WordBefore = new("word-before");
    private static readonly Feature WordAfter = new("word-after");
    private static readonly Feature MarkBefore = new("mark-before");
    private static readonly Feature MarkAfter = new("mark-after");
    private static readonly Feature NameBefore = new("name-before");
    private static readonly Feature NameAfter = new("name-after");
    private static readonly Feature NameThenWord = new("name-then-word-before");
    private static readonly Feature Phrase = new("words-before");
    private static readonly Feature LandBeside = new("land-beside");
    private static readonly Feature PhraseAndLand = new("word-before-and-land-beside");
    private static readonly Feature InsideOrganization = new("inside-organization");
    private static readonly Feature IsOrganization = new("organization-too");
    private static readonly Feature IsLand = new("land-too");
    private static readonly Feature InPerson = new("inside-person");
    private static readonly Feature By = new("found-as");
    private static readonly Feature Words = new("words");
    private static readonly Feature AllCaps = new("all-capitals");
    private static readonly Feature LowerToo = new("lower-case-too");
    private static readonly Feature Standing = new("stands");
    private static readonly Feature LineLabel = new("line-label");
    private static readonly Feature WordsOfLine = new("line");
    private static readonly Feature DateBeside = new("date");
    private static readonly Feature Address = new("address");
    private static readonly Feature Near = new("near");
    private static readonly Feature NearBefore = new("before");

    /// <summary>Adds the features of one place of a name.</summary>
    public static void Add(FeatureUnion features, PlaceScene scene, CityPlace place)
    {
        var tokens = scene.Context.Tokens;
        features.Add(By, place.Mention.Evidence.By);
        features.Add(Words, place.Last > place.First ? "several" : "one");
        features.Add(AllCaps, tokens[place.First].Is(TokenTraits.AllCaps));
        features.Add(IsLand, scene.IsLandToo(place.Mention));
        AddSides(features, tokens, place);
        AddBodies(features, scene, place);
        AddStanding(features, scene, place);
        AddLine(features, scene, place);
        AddNear(features, tokens, place);
    }

    private static void AddSides(FeatureUnion features, TokenList tokens, CityPlace place)
    {
        if (place.First > 0 && !tokens[place.First].Is(TokenTraits.BlockStart)) AddBefore(features, tokens, place);
        if (place.Last + 1 < tokens.Count && !tokens[place.Last + 1].Is(TokenTraits.BlockStart)) AddAfter(features, tokens, place);
        var land = place.Beside.Length == 0 ? "none" : place.Beside.Any(beside => beside.Region is null) ? "country" : "region";
        features.Add(LandBeside, land);
    }

    private static void AddBefore(FeatureUnion features, TokenList tokens, CityPlace place)
    {
        var before = place.First - 1;
        if (tokens[before].Kind == TokenKind.Mark) { features.Add(MarkBefore, tokens, before); return; }
        var isName = tokens[before].Is(TokenTraits.Capitalized) && !tokens[before].Is(TokenTraits.SentenceStart);
        features.Add(NameBefore, isName && !tokens[place.First].Is(TokenTraits.LineStart));
        features.Add(WordBefore, tokens, before);
        if (place.Beside.Length > 0) features.Add(PhraseAndLand, tokens, before);
        if (before == 0 || tokens[before - 1].Kind != TokenKind.Word) return;
        features.Add(NameThenWord, tokens[before - 1].Is(TokenTraits.Capitalized) && !tokens[before].Is(TokenTraits.Capitalized) ? tokens.Chars(before) : "none");
        features.Add(Phrase, $"{tokens.Chars(before - 1)} {tokens.Chars(before)}");
    }

    private static void AddAfter(FeatureUnion features, TokenList tokens, CityPlace place)
    {
        var after = place.Last + 1;
        if (tokens[after].Is(TokenTraits.LineStart)) { features.Add(Standing, "line-end"); return; }
        if (tokens[after].Kind == TokenKind.Mark) { features.Add(MarkAfter, tokens, after); return; }
        features.Add(NameAfter, tokens[after].Is(TokenTraits.Capitalized));
        features.Add(WordAfter, tokens, after);
    }

    private static void AddBodies(FeatureUnion features, PlaceScene scene, CityPlace place)
    {
        foreach (var mention in scene.Around(place.Mention.Span))
        {
            if (mention.Kind == MentionKind.Person) features.Add(InPerson);
            if (mention.Kind != MentionKind.Organization) continue;
            features.Add(mention.Span == place.Mention.Span ? IsOrganization : InsideOrganization);
        }
    }

    private static void AddStanding(FeatureUnion features, PlaceScene scene, CityPlace place)
    {
        var (announcement, span, tokens) = (scene.Context.Announcement, place.Mention.Span, scene.Context.Tokens);
        if (place.Inherited) { features.Add(Standing, "heading-above"); return; }
        features.Add(Standing, announcement.TitleSpan is { } title && title.Contains(span) ? "title" : "body");
        features.Add(Standing, ((span.Start - announcement.Span.Start) * 5 / Math.Max(1, announcement.Span.Length)) switch { 0 => "first-fifth", 4 => "last-fifth", _ => "middle" });
        if (tokens[place.First].Is(TokenTraits.SentenceStart)) features.Add(Standing, "sentence-start");
        if (tokens[place.First].Is(TokenTraits.LineStart)) features.Add(Standing, "line-start");
        if (place.Mention.Evidence.By == PlaceTagger.CityOrWord) features.Add(LowerToo, scene.HasInLowerCase(place));
    }

    private static void AddLine(FeatureUnion features, PlaceScene scene, CityPlace place)
    {
        var tokens = scene.Context.Tokens;
        var (first, last) = scene.LineOf(place);
        var (numbers, street) = (0, false);
        for (var i = first; i <= last; i++)
        {
            if (tokens[i].Kind == TokenKind.Number && tokens[i].Length == 5 && i > place.Last && i <= place.Last + 5) features.Add(Address, "code-after");
            if (tokens[i].Kind == TokenKind.Number) numbers++;
            street |= PlaceWords.Streets.Contains(tokens[i].Hash);
        }
        if (street) features.Add(Address, numbers > 0 ? "street-and-number" : "street");
        features.Add(WordsOfLine, last - first > 40 ? "long" : last - first > 12 ? "middle" : "short");
        AddLabel(features, tokens, first, place);
        foreach (var date in scene.DatesIn(tokens.Span(first, last)))
            features.Add(DateBeside, date.Span.Start >= place.Mention.Span.End ? (date.Span.Start - place.Mention.Span.End < 4 ? "right-after" : "after-in-line") : "before-in-line");
    }

    // "Location: …", "Where – …": up to three words before a colon that stand first in the line, or alone in the line above.
    private static void AddLabel(FeatureUnion features, TokenList tokens, int first, CityPlace place)
    {
        for (var i = first; i < Math.Min(first + 4, place.First); i++)
            if (tokens.Text[tokens[i].Start] == ':')
                for (var word = first; word < i; word++) features.Add(LineLabel, tokens, word);
    }

    private static void AddNear(FeatureUnion features, TokenList tokens, CityPlace place)
    {
        for (var i = place.First - 1; i >= Math.Max(0, place.First - 8) && !tokens[i + 1].Is(TokenTraits.SentenceStart); i--)
            if (tokens[i].Kind == TokenKind.Word && !tokens[i].Is(TokenTraits.Capitalized)) features.Add(NearBefore, tokens, i);
        for (var i = place.Last + 1; i < Math.Min(tokens.Count, place.Last + 5) && !tokens[i].Is(TokenTraits.SentenceStart); i++)
            if (tokens[i].Kind == TokenKind.Word && !tokens[i].Is(TokenTraits.Capitalized)) features.Add(Near, tokens, i);
    }
}
