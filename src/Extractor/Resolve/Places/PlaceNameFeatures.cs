using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Places;

/// <summary>
/// What speaks for words being the name of a place where they stand, and not of a person, a body, a thing or nothing: how they look, and what stands
/// before and after them. It knows nothing of announcements, so that it can be weighed on any text with named entities.
/// </summary>
internal static class PlaceNameFeatures
{
    private static readonly WordClasses Classes = WordClasses.Shipped;
    private static readonly Feature FoundAs = new("found-as");
    private static readonly Feature Size = new("population");
    private static readonly Feature Rivals = new("meanings");
    private static readonly Feature Looks = new("looks");
    private static readonly Feature Land = new("land-beside");
    private static readonly Feature LandToo = new("land-too");
    private static readonly Feature Own = new("own");
    private static readonly Feature Before = new("before"), BeforeThat = new("before-that");
    private static readonly Feature After = new("after"), AfterThat = new("after-that");
    private static readonly Feature Between = new("between");
    private static readonly FeatureValue Several = new("several"), Capitals = new("capitals"), Opens = new("opens-sentence"), OpensLine = new("opens-line"), Plain = new("plain");
    private static readonly FeatureValue Start = new("start"), End = new("end"), Number = new("number"), Name = new("name"), AllCapitals = new("all-capitals"), Lower = new("word");

    /// <summary>Adds the features of a name from one token to another, both included.</summary>
    /// <param name="features">Where they are added.</param>
    /// <param name="tokens">The tokens of the text.</param>
    /// <param name="first">The first token.</param>
    /// <param name="last">The last token.</param>
    /// <param name="mention">The tagger's claim.</param>
    /// <param name="besideLand">A region or country stands beside it, as in "Austin, TX".</param>
    /// <param name="landToo">A region or country goes by the same words.</param>
    public static void Add(FeatureVector features, TokenList tokens, int first, int last, Mention mention, bool besideLand, bool landToo)
    {
        var places = ((PlaceValue)mention.Value!).Candidates;
        features.Add(FoundAs, mention.Evidence.By);
        features.AddCount(Size, (int)(Math.Log10(places[0].Population + 1) * 2), 14);
        features.AddCount(Rivals, places.Length, 6);
        if (besideLand) features.Add(Land);
        if (landToo) features.Add(LandToo);
        features.Add(Looks, LookOf(tokens, first, last));
        features.Add(Own, tokens, first, last);
        AddClass(features, Own, tokens, last);
        Beside(features, tokens, first - 1, Before, first, true);
        Beside(features, tokens, first - 2, BeforeThat, first - 1, true);
        Beside(features, tokens, last + 1, After, last + 1, false);
        Beside(features, tokens, last + 2, AfterThat, last + 2, false);
        features.Add(Between.KeyOf(Folding.Combine(ShapeOf(tokens, first - 1, first, true).Hash, ShapeOf(tokens, last + 1, last + 1, false).Hash)), 1,
            features.Named ? $"between={ShapeOf(tokens, first - 1, first, true).Text} {ShapeOf(tokens, last + 1, last + 1, false).Text}" : null);
    }

    private static FeatureValue LookOf(TokenList tokens, int first, int last) =>
        tokens[first].Is(TokenTraits.AllCaps) ? Capitals : tokens[first].Is(TokenTraits.LineStart) ? OpensLine
        : tokens[first].Is(TokenTraits.SentenceStart) ? Opens : last > first ? Several : Plain;

    // Lines part what stands on either side; start is the token whose line start would part the two.
    private static FeatureValue ShapeOf(TokenList tokens, int at, int start, bool before)
    {
        if (at < 0 || at >= tokens.Count || start < 0 || start >= tokens.Count || tokens[start].Is(TokenTraits.LineStart)) return before ? Start : End;
        return tokens[at] switch
        {
            { Kind: TokenKind.Number } => Number,
            { Kind: TokenKind.Mark } => Mark(tokens.Text[tokens[at].Start]),
            var token when token.Is(TokenTraits.AllCaps) => AllCapitals,
            var token when token.Is(TokenTraits.Capitalized) && !(before && token.Is(TokenTraits.SentenceStart)) => Name,
            _ => Lower,
        };
    }

    private static readonly FeatureValue[] Marks = [.. Enumerable.Range(0, 128).Select(c => new FeatureValue(((char)c).ToString()))];
    private static readonly FeatureValue Dash = new("–"), Quote = new("’"), OtherMark = new("mark");

    private static FeatureValue Mark(char mark) => mark < 128 ? Marks[mark] : mark is '–' or '—' ? Dash : mark is '’' or '‘' ? Quote : OtherMark;

    private static void Beside(FeatureVector features, TokenList tokens, int at, Feature feature, int start, bool before)
    {
        var shape = ShapeOf(tokens, at, start, before);
        features.Add(feature, shape);
        if (ReferenceEquals(shape, Start) || ReferenceEquals(shape, End) || tokens[at].Kind != TokenKind.Word) return;
        features.Add(feature, tokens, at);
        AddClass(features, feature, tokens, at);
    }

    private static void AddClass(FeatureVector features, Feature feature, TokenList tokens, int at)
    {
        if (Classes.Of(tokens[at].Hash) is not (>= 0 and var fine)) return;
        features.Add(feature.KeyOf(Fine[fine].Hash), 1, features.Named ? $"{feature.Name}={Fine[fine].Text}" : null);
        var coarse = Coarse[Classes.CoarseOf(fine)];
        features.Add(feature.KeyOf(coarse.Hash), 1, features.Named ? $"{feature.Name}={coarse.Text}" : null);
    }

    private static readonly FeatureValue[] Fine = [.. Enumerable.Range(0, WordClasses.Fine).Select(i => new FeatureValue($"class-{i}"))];
    private static readonly FeatureValue[] Coarse = [.. Enumerable.Range(0, WordClasses.Coarse).Select(i => new FeatureValue($"coarse-{i}"))];
}
