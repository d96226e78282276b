using Extract.Text;
using Extract.Trained;

namespace Extract.Tag.Organizations;

/// <summary>
/// What <c>organizations.span</c> weighs of a possible name, in three parts: what stands at its start, at its end, and what it is itself. The parts of one
/// run share their starts and ends, so that each is scored once.
/// </summary>
internal sealed class NameFeatures(DocumentNames names, NameWords words, OrganizationGazetteer gazetteer, IEnumerable<Mention> mentions)
{
    private static readonly Feature Before = new("word-before"), Before2 = new("words-before"), BeforeKind = new("before"), Near = new("word-near-before"),
        CutBefore = new("cut-before"), JoinBefore = new("joined-before"), TitleBefore = new("title-before"), First = new("first-word"), FirstEnds = new("first-word-ends"),
        FirstShape = new("first-shape"), FirstTitle = new("first-is-title"), FirstSmall = new("first-also-small"), Label = new("line-label"), FirstClass = new("first-class"), FirstCoarse = new("first-broad-class"), LastClass = new("last-class"), LastCoarse = new("last-broad-class"), SingleClass = new("single-class"), InnerClass = new("inner-class"),
        BeforeClass = new("class-before"), AfterClass = new("class-after"), Unknown = new("no-class"), UnknownInner = new("inner-no-class"), IsPlace = new("is-place"), ByRule = new("rule"), FirstHead = new("first-heads"),
        After = new("word-after"), After2 = new("words-after"), CutAfter = new("cut-after"), JoinAfter = new("joined-after"), Last = new("last-word"), LastEnds = new("last-word-ends"),
        LastShape = new("last-shape"), LastHead = new("last-heads"), LastHeadWord = new("last-head-word"), LastSmall = new("last-also-small"), LastLegal = new("last-is-legal-form"), Possessive = new("possessive"),
        Length = new("words"), Joins = new("joins"), Single = new("single"), SingleShape = new("single-shape"), HeadOf = new("head-of"), HeadOfWord = new("head-word-of"), Heads = new("heads"),
        Inner = new("inner-word"), Whole = new("name"), Times = new("times"), Defined = new("has-acronym"), IsAcronym = new("is-acronym"), LongLast = new("long-form-last-word"), LongHead = new("long-form-last-heads"), LongFirst = new("long-form-first-heads"), LongKnown = new("long-form-in-gazetteer"), AllSmall = new("all-also-small"), Lone = new("alone-in-block"),
        LineAlone = new("alone-in-line"), InTitle = new("in-title"), InGazetteer = new("in-gazetteer"), OneInGazetteer = new("single-in-gazetteer"), HasTitle = new("holds-title"), Comma = new("holds-comma"), Digits = new("holds-number"), ShapeFrom = new("several-from-shape"), ShapeTo = new("several-to-shape"), SingleStart = new("single-starts-sentence");

    private static readonly FeatureValue OtherKind = new("other"), NoKind = new("none"), AtBlock = new("block"), AtLine = new("line"), AtSentence = new("sentence"), ANumber = new("number"), AMark = new("mark"), Caps = new("caps"), LongCaps = new("longcaps"), Mixed = new("mixed"), Small = new("small"), Letter = new("letter"), AWord = new("word"), One = new("one"), More = new("more"), AnAcronym = new("acronym"), AName = new("name"), ACity = new("city"), ALand = new("land"), TheEnd = new("$");

    private const double LikelyBody = 0.6, PossibleBody = 0.3;
    private readonly TokenList _tokens = names.Tokens;
    private readonly WordClasses _classes = WordClasses.Shipped;

    private readonly WordLooks _looks = new(names.Tokens, words);
    private readonly RuleClaims _claims = new(names.Tokens);
    private readonly Dictionary<TextSpan, MentionKind> _places = PlacesOf(mentions);

    /// <summary>How far a rule that claims the name is trusted; 0 where none does, or where the name goes on beyond the claim.</summary>
    public double Claim(NameSpan span)
    {
        if ((_claims.Of(span)?.Trust ?? OrganizerTrust(span)) is not (> 0 and var trust)) return 0;
        var before = span.First > 0 && !_tokens[span.First].Is(TokenTraits.SentenceStart) && NameChunk.IsName(_tokens, span.First - 1) && !words.IsJoin(_tokens[span.First - 1].Hash);
        var next = span.Last + 1;
        var after = next < _tokens.Count && Standing(next) is null && (NameChunk.IsName(_tokens, next)
            || (words.IsJoin(_tokens[next].Hash) && next + 1 < _tokens.Count && (NameChunk.IsName(_tokens, next + 1) || words.IsJoin(_tokens[next + 1].Hash))));
        return before || after ? 0 : trust;
    }

    // Of two words it may be a person.
    private double OrganizerTrust(NameSpan span) => !OrganizerLabel.StandsBefore(_tokens, span.First) ? 0
        : span.Last - span.First > 1 || span.First == span.Last && _tokens[span.First].Is(TokenTraits.AllCaps) ? LikelyBody : PossibleBody;

    /// <summary>Adds all of a candidate's features, as training does.</summary>
    public void AddAll(FeatureVector features, NameSpan span)
    {
        AddStart(features, span.First);
        AddEnd(features, span.Last);
        for (var i = span.First + 1; i < span.Last; i++) AddInner(features, i);
        AddSpan(features, span);
    }

    /// <summary>What a token between the first and the last is.</summary>
    public void AddInner(FeatureVector features, int at)
    {
        ref readonly var token = ref _tokens[at];
        if (token.Kind != TokenKind.Word) return;
        features.Add(Inner, _tokens, at);
        AddClass(features, null, InnerClass, token);
    }

    // Words that the taggers before took for a place: "Western Cape" is none by itself.
    private static Dictionary<TextSpan, MentionKind> PlacesOf(IEnumerable<Mention> mentions)
    {
        var places = new Dictionary<TextSpan, MentionKind>();
        foreach (var mention in mentions)
            if (mention.Kind is MentionKind.City or MentionKind.Country or MentionKind.Region) places.TryAdd(mention.Span, mention.Kind);
        return places;
    }

    /// <summary>What stands at and before its first token.</summary>
    public void AddStart(FeatureVector features, int first)
    {
        AddFirstWord(features, first);
        AddBefore(features, first);
    }

    /// <summary>What its first token is, whatever document it stands in.</summary>
    public void AddFirstWord(FeatureVector features, int first)
    {
        ref readonly var token = ref _tokens[first];
        features.Add(First, _tokens, first);
        features.Add(FirstEnds, Ending(first));
        features.Add(FirstShape, Shape(first));
        AddClass(features, FirstClass, FirstCoarse, token);
        if (words.TitleKind(token.Hash) is { } title) features.Add(FirstTitle, title);
        if (words.HeadKind(token.Hash) is { } head) features.Add(FirstHead, head);
    }

    /// <summary>What the document says of its first token, and what stands before it.</summary>
    public void AddBefore(FeatureVector features, int first)
    {
        if (names.IsSmall(_tokens[first].Hash)) features.Add(FirstSmall);
        AddLabel(features, first);
        if (Standing(first) is { } standing)
        {
            features.Add(BeforeKind, standing);
            return;
        }
        features.Add(Before, _tokens, first - 1);
        AddClass(features, BeforeClass, null, _tokens[first - 1]);
        if (first > 1) features.Add(Before2, _tokens, first - 2, first - 1);
        if (NameChunk.IsName(_tokens, first - 1)) features.Add(CutBefore, words.HeadKind(_tokens[first - 1].Hash) ?? Shape(first - 1));
        else if (words.IsJoin(_tokens[first - 1].Hash) && first > 1 && NameChunk.IsName(_tokens, first - 2)) features.Add(JoinBefore, words.HeadKind(_tokens[first - 2].Hash) ?? OtherKind);
        for (var k = first - 2; k >= Math.Max(0, first - 4) && !_tokens[k + 1].Is(TokenTraits.SentenceStart); k--)
        {
            features.Add(Near, _tokens, k);
            if (words.TitleKind(_tokens[k].Hash) is { } kind) features.Add(TitleBefore, kind);
        }
        if (words.TitleKind(_tokens[first - 1].Hash) is { } beside) features.Add(TitleBefore, beside);
    }

    /// <summary>What stands at and after its last token.</summary>
    public void AddEnd(FeatureVector features, int last)
    {
        AddLastWord(features, last);
        AddAfter(features, last);
    }

    /// <summary>What its last token is, whatever document it stands in.</summary>
    public void AddLastWord(FeatureVector features, int last)
    {
        ref readonly var token = ref _tokens[last];
        features.Add(Last, _tokens, last);
        features.Add(LastEnds, Ending(last));
        features.Add(LastShape, Shape(last));
        AddClass(features, LastClass, LastCoarse, token);
        if (words.HeadKind(token.Hash) is { } head) features.Add(LastHead, head);
        if (words.IsLegal(token.Hash)) features.Add(LastLegal);
    }

    /// <summary>What the document says of its last token, and what stands after it.</summary>
    public void AddAfter(FeatureVector features, int last)
    {
        ref readonly var token = ref _tokens[last];
        if (names.IsSmall(token.Hash)) features.Add(LastSmall);
        var next = last + 1;
        if (next >= _tokens.Count || Standing(next) is not null) { features.Add(After, TheEnd); return; }
        features.Add(After, _tokens, next);
        AddClass(features, AfterClass, null, _tokens[next]);
        if (next + 1 < _tokens.Count) features.Add(After2, _tokens, next, next + 1);
        if (NameChunk.IsName(_tokens, next)) features.Add(CutAfter, words.HeadKind(_tokens[next].Hash) ?? Shape(next));
        else if (words.IsJoin(_tokens[next].Hash) && next + 1 < _tokens.Count && (NameChunk.IsName(_tokens, next + 1) || words.IsJoin(_tokens[next + 1].Hash)))
            features.Add(JoinAfter, words.HeadKind(token.Hash) ?? OtherKind);
        if (_tokens.Text[_tokens[next].Start] is '\'' or '’') features.Add(Possessive);
    }

    /// <summary>What it is itself, and what the document says of it.</summary>
    public void AddSpan(FeatureVector features, NameSpan span)
    {
        if (_places.Count > 0 && _places.TryGetValue(_tokens.Span(span.First, span.Last), out var place)) features.Add(IsPlace, place == MentionKind.City ? ACity : ALand);
        if (_claims.Of(span) is { } rule) features.Add(ByRule, rule.Id.AsSpan());
        var (count, joins, heads, numbers, small, commas) = (0, 0, 0, 0, true, false);
        for (var i = span.First; i <= span.Last; i++)
        {
            ref readonly var token = ref _tokens[i];
            if (token.Kind == TokenKind.Mark) { commas |= _tokens.Text[token.Start] == ','; continue; }
            if (token.Kind == TokenKind.Number) { numbers++; continue; }
            var look = _looks.Of(i);
            if ((look & (WordLooks.Name | WordLooks.Join)) != WordLooks.Name)
            {
                if (joins++ == 0) AddHeadOf(features, i, span);
                continue;
            }
            count++;
            if ((look & WordLooks.Head) != 0) heads++;
            if ((look & WordLooks.Title) != 0) features.Add(HasTitle);
            small &= names.IsSmall(token.Hash);
        }
        features.AddCount(Length, count, 8);
        features.AddCount(Joins, joins, 3);
        features.AddCount(Heads, Math.Min(heads, 2));
        if (numbers > 0) features.Add(Digits);
        if (commas) features.Add(Comma);
        if (small) features.Add(AllSmall, count == 1 ? One : More);
        if (count > 1 && words.HeadKind(_tokens[span.Last].Hash) is not null) features.Add(LastHeadWord, _tokens, span.Last);
        if (span.First == span.Last) AddSingle(features, span.First);
        else { features.Add(ShapeFrom, Shape(span.First)); features.Add(ShapeTo, Shape(span.Last)); }
        AddDocument(features, span);
    }

    private void AddClass(FeatureVector features, Feature? fine, Feature? coarse, in Token token)
    {
        if (token.Kind != TokenKind.Word) return;
        var known = _classes.Of(token.Hash);
        if (known < 0) { features.Add(fine is null ? UnknownInner : Unknown); return; }
        if (fine is not null) features.AddCount(fine, known, WordClasses.Fine);
        if (coarse is not null) features.AddCount(coarse, _classes.CoarseOf(known), WordClasses.Coarse);
    }

    private void AddSingle(FeatureVector features, int at)
    {
        features.Add(Single);
        AddClass(features, SingleClass, null, _tokens[at]);
        features.Add(_tokens[at].Is(TokenTraits.SentenceStart) ? SingleStart : SingleShape, Shape(at));
    }

    private void AddHeadOf(FeatureVector features, int join, NameSpan span)
    {
        if (join == span.First || words.HeadKind(_tokens[join - 1].Hash) is not { } kind) return;
        features.Add(HeadOf, kind);
        features.Add(HeadOfWord, _tokens, join - 1);
    }

    private void AddDocument(FeatureVector features, NameSpan span)
    {
        features.Add(Whole, _tokens, span.First, span.Last);
        features.AddCount(Times, names.Count(span.Key), 4);
        if (names.HasAcronym(span.Key)) features.Add(Defined);
        if (names.LongOf(span.Key) is { } full) AddLong(features, full);
        var alone = Standing(span.First);
        var ends = span.Last + 1 == _tokens.Count ? AtBlock : Standing(span.Last + 1);
        if (alone == AtBlock && ends == AtBlock) features.Add(Lone);
        else if ((alone == AtBlock || alone == AtLine) && (ends == AtBlock || ends == AtLine)) features.Add(LineAlone);
        if (span.First < 20 && FirstBlockHolds(span)) features.Add(InTitle);
        var known = gazetteer.Find(span.Key);
        if (known != NameKnown.No) features.Add(span.First == span.Last ? OneInGazetteer : InGazetteer, known == NameKnown.Acronym ? AnAcronym : AName);
    }

    // An acronym is what its long form is.
    private void AddLong(FeatureVector features, NameSpan full)
    {
        features.Add(IsAcronym);
        features.Add(LongLast, _tokens, full.Last);
        features.Add(LongHead, words.HeadKind(_tokens[full.Last].Hash) ?? NoKind);
        features.Add(LongFirst, words.HeadKind(_tokens[full.First].Hash) ?? NoKind);
        if (gazetteer.Find(full.Key) == NameKnown.Name) features.Add(LongKnown);
    }

    private bool FirstBlockHolds(NameSpan span)
    {
        for (var i = span.Last; i > 0; i--) if (_tokens[i].Is(TokenTraits.BlockStart)) return false;
        return true;
    }

    // "Organizer: …", "Partners: …"
    private void AddLabel(FeatureVector features, int first)
    {
        for (var k = first; k > Math.Max(0, first - 12); k--)
        {
            if (_tokens[k].Is(TokenTraits.LineStart)) return;
            if (_tokens.Text[_tokens[k - 1].Start] != ':' || k < 2) continue;
            features.Add(Label, _tokens, k - 2);
            return;
        }
    }

    private FeatureValue? Standing(int at)
    {
        var traits = _tokens[at].Traits;
        return (traits & TokenTraits.BlockStart) != 0 ? AtBlock : (traits & TokenTraits.LineStart) != 0 ? AtLine : (traits & TokenTraits.SentenceStart) != 0 ? AtSentence : null;
    }

    private ReadOnlySpan<char> Ending(int at)
    {
        var chars = _tokens.Chars(at);
        return chars.Length > 3 ? chars[^3..] : chars;
    }

    /// <summary>What tells a token from all others that have other features of their own.</summary>
    public ulong KeyOf(int at) => Folding.Combine(_tokens[at].Hash, Shape(at).Hash + (ulong)_tokens[at].Length);

    private FeatureValue Shape(int at)
    {
        ref readonly var token = ref _tokens[at];
        if (token.Kind == TokenKind.Number) return ANumber;
        if (token.Kind == TokenKind.Mark) return AMark;
        if (token.Is(TokenTraits.AllCaps)) return token.Length <= 6 ? Caps : LongCaps;
        foreach (var c in _tokens.Chars(at)[1..]) if (char.IsUpper(c)) return Mixed;
        return !token.Is(TokenTraits.Capitalized) ? Small : token.Length == 1 ? Letter : AWord;
    }
}
