using System.Collections.Immutable;
using Extract.Tag.Organizations;
using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Organizations;

/// <summary>What <c>organizations.role</c> weighs of a body: how the sentences around its mentions are built, where it stands, and how sure the tagger is of it.</summary>
internal sealed class RoleFeatures
{
    private const int Reach = 14;
    private const int MostMentions = 4;

    private static readonly Feature Trust = new("trust"), Times = new("times"), Rank = new("rank"), Bodies = new("bodies"), InTitle = new("in-title"), Inherited = new("inherited"), Alone = new("alone-in-block"),
        AloneEarly = new("alone-near-the-top"), HeadKind = new("heads"), FirstHead = new("first-heads"), Acronym = new("acronym-only"), Known = new("has-id"), Share = new("most-named"), Single = new("single-word"),
        Before = new("word-before"), Before2 = new("words-before"), Before3 = new("three-words-before"), After = new("word-after"), After2 = new("words-after"), LeftCue = new("cue-before"), RightCue = new("cue-after"), LeftBy = new("cue-before-by"),
        NearLeft = new("near-before"), NearRight = new("near-after"), Label = new("line-label"), Possessive = new("possessive"), Starts = new("starts-sentence"), StartsBlock = new("starts-block"),
        Listed = new("listed"), Domain = new("in-address"), Markup = new("in-markup"), FirstCue = new("first-place-cue-before"), FirstRight = new("first-place-cue-after"),
        Brackets = new("in-brackets"), ClassBefore = new("class-before"), ClassAfter = new("class-after"), HeadClass = new("last-class"), NearClass = new("broad-class-near-before"), LineFirst = new("line-begins"), Address = new("address-after"), TitleStarts = new("title-begins-with-it"), Beside = new("in-list-word-before"), BesideAfter = new("in-list-word-after");

    private static readonly string[] TripWords = ["travel", "travels", "traveling", "travelling", "visit", "visits", "trip", "delegation"];
    private static readonly FeatureValue NoHead = new("none");
    private readonly ResolveContext _context;
    private readonly TokenList _tokens;
    private readonly ImmutableArray<Body> _bodies;
    private readonly int _most;
    private readonly string _title;
    private readonly HashSet<string> _addresses;
    private readonly ConstructionFeatures _constructions;

    /// <summary>The features of the bodies of one announcement.</summary>
    public RoleFeatures(ResolveContext context, ImmutableArray<Body> bodies)
    {
        (_context, _tokens, _bodies) = (context, context.Tokens, bodies);
        _most = bodies.IsEmpty ? 0 : bodies.Max(body => body.Mentions.Length);
        _title = NameForms.Fold(context.Announcement.Title);
        _addresses = Addresses.In(context.Tokens, context.Announcement.Span);
        _constructions = new(context, bodies, MostMentions, IsTrip(_title));
    }

    /// <summary>How the sentences around each body's mentions are built, in the order of the bodies.</summary>
    public ImmutableArray<ImmutableArray<Construction>> Constructions => _constructions.All;

    private static bool IsTrip(string title)
    {
        foreach (var word in TripWords) if (Holds(title, word)) return true;
        return false;
    }

    /// <summary>Writes the features of a body into <paramref name="features"/>, which is cleared first.</summary>
    public void Write(int index, FeatureVector features)
    {
        var body = _bodies[index];
        features.Clear();
        WriteBody(body, index, features);
        _constructions.Write(index, features);
        for (var i = 0; i < Math.Min(MostMentions, body.Mentions.Length); i++) WriteMention(body.Mentions[i], i == 0, features);
    }

    private void WriteBody(Body body, int index, FeatureVector features)
    {
        features.AddBinned(Trust, body.Trust);
        features.AddCount(Times, body.Mentions.Length, 4);
        features.AddCount(Rank, index, 5);
        features.AddCount(Bodies, BinOf(_bodies.Length), 5);
        if (body.Mentions.Length == _most && _most > 1) features.Add(Share);
        if (body.Inherited) features.Add(Inherited);
        if (body.Value.Id is not null) features.Add(Known);
        var name = NameForms.Fold(body.Value.Name);
        var words = NameForms.Fold(body.First.Span.Of(_context.Document.Text));
        if (Holds(_title, name) || Holds(_title, words) || (body.Value.Acronym is { } acronym && Holds(_title, NameForms.Fold(acronym)))) features.Add(InTitle);
        if (_title.StartsWith(words, StringComparison.Ordinal)) features.Add(TitleStarts);
        if (body.Value.Acronym is { } brief && Folding.Fold(brief) == words) features.Add(Acronym);
        if (_addresses.Contains(words.Replace(" ", "", StringComparison.Ordinal)) || (body.Value.Acronym is { } letters && _addresses.Contains(Folding.Fold(letters)))) features.Add(Domain);
        foreach (var stated in _context.MarkupOrganizers)
            if (stated == name || stated == words) features.Add(Markup);
        var last = name[(name.LastIndexOf(' ') + 1)..];
        if (WordClasses.Shipped.Of(Folding.Hash(last)) is >= 0 and var lastClass) features.AddCount(HeadClass, lastClass, WordClasses.Fine);
        features.Add(HeadKind, NameWords.Shipped.HeadKind(Folding.Hash(last)) ?? NoHead);
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0) features.Add(Single); else features.Add(FirstHead, NameWords.Shipped.HeadKind(Folding.Hash(name.AsSpan(0, space))) ?? NoHead);
    }

    private void WriteMention(Mention mention, bool first, FeatureVector features)
    {
        var (start, end) = (_tokens.IndexAt(mention.Span.Start), _tokens.IndexAt(mention.Span.End - 1));
        if (start >= _tokens.Count) return;
        WriteStanding(start, end, first, features);
        if (LineOf(start) is var line && line < start) features.Add(LineFirst, _tokens, line);
        if (end + 2 < _tokens.Count && _tokens[end + 2].Kind == TokenKind.Number && _tokens.Text[_tokens[end + 1].Start] == ',') features.Add(Address);
        var (from, to) = _context.Lists.Around(mention.Span, start, end);
        if (to > end || from < start) features.Add(Listed, from == start ? "first" : to == end ? "last" : "inside");
        WriteLeft(start, from, first, features);
        WriteRight(end, to, first, features);
    }

    private void WriteStanding(int start, int end, bool first, FeatureVector features)
    {
        var starts = _tokens[start].Traits;
        var ends = end + 1 == _tokens.Count ? TokenTraits.BlockStart | TokenTraits.LineStart : _tokens[end + 1].Traits;
        if (first && (starts & TokenTraits.BlockStart) != 0) features.Add(StartsBlock);
        if (first && (starts & TokenTraits.SentenceStart) != 0) features.Add(Starts);
        if ((starts & ends & TokenTraits.LineStart) == 0) return;
        features.Add(Alone);
        if (_tokens[start].Start - _context.Announcement.Span.Start < 200) features.Add(AloneEarly);
    }

    // What "A, B and C" are to an event stands before A or after C.
    private void WriteLeft(int start, int from, bool first, FeatureVector features)
    {
        if (from < start) WriteBeside(start, features);
        start = from;
        var least = Math.Max(0, start - Reach);
        var (cue, by) = (false, false);
        for (var k = start; k > least && !_tokens[k].Is(TokenTraits.SentenceStart) && !_tokens[k].Is(TokenTraits.BlockStart); k--)
        {
            var word = k - 1;
            if (k == start) features.Add(Before, _tokens, word);
            if (k >= start - 1 && WordClasses.Shipped.Of(_tokens[word].Hash) is >= 0 and var known) features.AddCount(ClassBefore, known, WordClasses.Fine);
            if (k == start - 1) features.Add(Before2, _tokens, word, start - 1);
            if (k == start - 2) features.Add(Before3, _tokens, word, start - 1);
            if (_tokens[word].Kind == TokenKind.Mark) { if (_tokens.Text[_tokens[word].Start] == '(' && k == start) features.Add(Brackets); continue; }
            if (start - k < 5 && WordClasses.Shipped.Of(_tokens[word].Hash) is >= 0 and var near) features.AddCount(NearClass, WordClasses.Shipped.CoarseOf(near), WordClasses.Coarse);
            if (start - k < 6 && !NameChunk.IsName(_tokens, word)) features.Add(NearLeft, _tokens, word);
            if (_tokens[word].Length == 2 && _tokens.Chars(word).Equals("by", StringComparison.OrdinalIgnoreCase)) by = true;
            if (cue || CueWords.Shipped.Of(_tokens, word) is not { } said) continue;
            features.Add(by ? LeftBy : LeftCue, said);
            if (first) features.Add(FirstCue, by ? said + "-by" : said);
            cue = true;
        }
        if (LabelOf(start) is >= 0 and var label) features.Add(Label, _tokens, label);
    }

    private void WriteBeside(int start, FeatureVector features)
    {
        if (start > 0) features.Add(Beside, _tokens, start - 1);
    }

    private void WriteRight(int end, int to, bool first, FeatureVector features)
    {
        if (to > end) features.Add(BesideAfter, _tokens, end + 1);
        end = to;
        var cue = false;
        for (var k = end + 1; k < Math.Min(_tokens.Count, end + 1 + Reach) && !_tokens[k].Is(TokenTraits.SentenceStart) && !_tokens[k].Is(TokenTraits.BlockStart); k++)
        {
            if (k == end + 1)
            {
                features.Add(After, _tokens, k);
                if (_tokens.Text[_tokens[k].Start] is '\'' or '’') features.Add(Possessive);
            }
            if (k <= end + 2 && WordClasses.Shipped.Of(_tokens[k].Hash) is >= 0 and var known) features.AddCount(ClassAfter, known, WordClasses.Fine);
            if (k == end + 2) features.Add(After2, _tokens, end + 1, k);
            if (_tokens[k].Kind == TokenKind.Mark) continue;
            if (k - end < 5 && !NameChunk.IsName(_tokens, k)) features.Add(NearRight, _tokens, k);
            if (cue || CueWords.Shipped.Of(_tokens, k) is not { } said) continue;
            features.Add(RightCue, said);
            if (first) features.Add(FirstRight, said);
            cue = true;
        }
    }

    private int LineOf(int start)
    {
        var least = Math.Max(0, start - 30);
        while (start > least && !_tokens[start].Is(TokenTraits.LineStart)) start--;
        return start;
    }

    // "Organizers: …", "Hosted by: …": the word before the line's colon.
    private int LabelOf(int start)
    {
        for (var k = start; k >= Math.Max(2, start - 40); k--)
        {
            if (_tokens[k].Is(TokenTraits.LineStart)) return -1;
            if (_tokens.Text[_tokens[k - 1].Start] == ':' && _tokens[k - 2].Kind == TokenKind.Word) return k - 2;
        }
        return -1;
    }

    private static bool Holds(string text, string words)
    {
        var at = words.Length == 0 ? -1 : text.IndexOf(words, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || text[at - 1] == ' ') && (at + words.Length == text.Length || text[at + words.Length] == ' ');
    }

    private static int BinOf(int count) => count <= 2 ? count : count <= 4 ? 3 : count <= 8 ? 4 : 5;
}
