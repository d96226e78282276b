using Extract.Tag;
using Extract.Text;

namespace Extract.Resolve.Organizations;

/// <summary>Reads the <see cref="Construction"/> around the mentions of an announcement's bodies. Pure.</summary>
internal sealed class ConstructionReader(ResolveContext context)
{
    private const int ToCue = 6, ToVerb = 6, Apposition = 14, Partners = 60, ToTitle = 7, Sentence = 60, Sections = 12, ShortLine = 60;
    private static readonly HashSet<ulong> Links = Words("by with of from at in for to between through including like as on via"),
        Passed = Words("the a an its our their his her this these new local national local international partner partners host "),
        Auxiliaries = Words("will would shall may can is are was were be been has have had to also jointly again proudly cordially once recently today plans wants like continues looks forward"),
        Be = Words("is are was were be been"), NotParticiples = Words("pleased excited proud delighted honored honoured thrilled"),
        Pronouns = Words("he she his her him"),
        Together = Words("in together along jointly with through");

    private readonly TokenList _tokens = context.Tokens;
    private readonly HashSet<int> _named = Named(context);

    /// <summary>The construction around a mention.</summary>
    public Construction Read(Mention mention)
    {
        var (start, end) = (_tokens.IndexAt(mention.Span.Start), _tokens.IndexAt(mention.Span.End - 1));
        if (start >= _tokens.Count) return default;
        var (from, to) = context.Lists.Around(mention.Span, start, end);
        var (link, cue) = LinkOf(from);
        return new(VerbOf(to), link, cue, PersonOf(start, end), PlaceOf(end), KinOf(start, end), LabelOf(start), SectionOf(mention), to > end || from < start, from < start, IsAlone(start, end), IsLife(start, end), IsDated(start, end));
    }

    private (string? Link, string? Cue) LinkOf(int from)
    {
        var at = from - 1;
        for (var passed = 0; passed < 3 && at >= 0 && !Begins(at + 1) && Passed.Contains(_tokens[at].Hash); passed++) at--;
        if (at < 0 || Begins(at + 1)) return (null, null);
        if (!Links.Contains(_tokens[at].Hash)) return ClassAt(at) is { } direct ? ("object", direct) : (null, null);
        var link = Folding.Fold(_tokens.Chars(at));
        for (var k = at - 1; k >= Math.Max(0, at - ToCue) && !Begins(k + 1); k--)
        {
            if (_tokens[k].Kind == TokenKind.Mark && _tokens.Text[_tokens[k].Start] is ';' or ')') break;
            if (ClassAt(k) is { } cue && !(cue == "partners" && link == "by")) return (link, cue); // "organized jointly by"
        }
        return (link, null);
    }

    // "A, B and C will be hosting", "A (FN), in partnership with B, is organizing".
    private string? VerbOf(int to)
    {
        var at = to + 1;
        if (at + 1 < _tokens.Count && Mark(at) == '(') at = After(at, ')', ToVerb + 4);
        if (at < 0 || at >= _tokens.Count || Begins(at)) return null;
        if (Mark(at) is ')') at++;
        if (at + 1 >= _tokens.Count || Mark(at) != ',') return VerbAt(at);
        var least = at;
        var most = Together.Contains(_tokens[at + 1].Hash) ? Partners : Apposition;
        for (var k = at + 1; k < Math.Min(_tokens.Count - 1, at + most) && !Begins(k); k++)
            if (Mark(k) == ',' && k > least && VerbAt(k + 1) is { } verb) return verb;
        return null;
    }

    private string? VerbAt(int at)
    {
        var be = false;
        for (var k = at; k < Math.Min(_tokens.Count, at + ToVerb) && !Begins(k); k++)
        {
            if (Auxiliaries.Contains(_tokens[k].Hash)) { be |= Be.Contains(_tokens[k].Hash); continue; }
            if (ClassAt(k) is { } verb) return be && IsParticiple(k) ? null : Meets(k) ? "organizes" : verb;
            if (Mark(k) == '-' || _tokens.Chars(k) is "co" or "Co") continue;
            return null;
        }
        return null;
    }

    // "The committee will meet on Friday" holds a meeting; "will meet with the council" attends one.
    private bool Meets(int k) => _tokens.Chars(k) is "meet" or "meets" && k + 1 < _tokens.Count && _tokens.Chars(k + 1) is "on" or "via" or "at" or "in" or "from" or "to" or "virtually" or "online" or ".";

    private bool IsParticiple(int k) => !NotParticiples.Contains(_tokens[k].Hash) && (_tokens.Chars(k) is "held" or "run" || _tokens.Chars(k).EndsWith("ed", StringComparison.Ordinal));

    private string? PersonOf(int start, int end)
    {
        if (start > 1 && Mark(start - 1) == '(' && NameLike(start - 2) && !InBody(start - 2)) return "brackets";
        for (var k = start - 1; k >= Math.Max(0, start - ToTitle) && !Begins(k + 1); k--)
        {
            if (IsTitle(k)) return "title-before";
            if (ClassAt(k) is not (null or "presents" or "partners" or "attends")) break;
        }
        for (var k = end + 1; k < Math.Min(_tokens.Count, end + ToTitle) && !Begins(k) && (NameLike(k) || Mark(k) is '\'' or '’' or '-' || _tokens.Chars(k) is "s" or "of" or "for" or "and"); k++)
            if (NameLike(k) && IsTitle(k)) return "title-after";
        return IsPersonsLine(start) ? "line" : null;
    }

    // "Rosa Okafor, Harbour Council": two or three words with a capital, no body, then a comma.
    private bool IsPersonsLine(int start)
    {
        var first = start;
        while (first > Math.Max(0, start - 16) && !_tokens[first].Is(TokenTraits.LineStart)) first--;
        if (!_tokens[first].Is(TokenTraits.LineStart)) return false;
        if (first < start && _tokens[first].Kind == TokenKind.Mark) first++;
        var names = 0;
        while (first + names < start && names < 4 && NameLike(first + names) && !InBody(first + names)) names++;
        return names is 2 or 3 && first + names < start && Mark(first + names) is ',' or '(';
    }

    private bool IsTitle(int k) => (Tag.Organizations.NameWords.Shipped.TitleKind(_tokens[k].Hash) is not null && _tokens.Chars(k) is not "general" and not "General") || ClassAt(k) == "describes";

    private string? PlaceOf(int end)
    {
        if (end + 2 >= _tokens.Count || Begins(end + 1)) return null;
        if (Mark(end + 1) != ',' && _tokens.Chars(end + 1) is not "in") return null;
        if (_tokens[end + 2].Kind == TokenKind.Number) return Mark(end + 1) == ',' ? Construction.Street : null;
        return Holds(end + 2, MentionKind.City) ? "city" : null;
    }

    private string? KinOf(int start, int end)
    {
        if (end + 3 < _tokens.Count && Mark(end + 1) is '\'' or '’' && _tokens.Chars(end + 2) is "s" && Holds(end + 3, MentionKind.Organization)) return "owner";
        if (start > 2 && _tokens.Chars(start - 1) is "s" && Mark(start - 2) is '\'' or '’' && InBody(start - 3)) return "part";
        var before = start - 1;
        if (before > 1 && _tokens.Chars(before) is "the") before--;
        if (before > 0 && !Begins(start) && (_tokens.Chars(before) is "of" || Mark(before) == ',') && InBody(before - 1)) return _tokens.Chars(before) is "of" ? "parent" : null;
        var after = end + 1;
        if (after + 2 >= _tokens.Count || _tokens.Chars(after) is not "of") return null;
        return Holds(after + 1, MentionKind.Organization) || Holds(after + 2, MentionKind.Organization) ? "part" : null;
    }

    private string? LabelOf(int start)
    {
        for (var k = start; k >= Math.Max(2, start - Sentence); k--)
        {
            if (_tokens[k].Is(TokenTraits.LineStart)) return LeadOf(k, start);
            if (Mark(k - 1) == ':' && _tokens[k - 2].Kind == TokenKind.Word) return CueWords.Labels.Of(_tokens, k - 2) ?? (_tokens.Chars(k - 2) is "by" ? ByLabel(k - 3) : null);
        }
        return null;
    }

    // "Hosted by X" as a line of its own.
    private string? LeadOf(int line, int start) => start - line is > 1 and < 5 && _tokens.Chars(line + 1) is "by" ? ByLabel(line) : null;

    private string? ByLabel(int at) => at < 0 ? null : CueWords.Labels.Of(_tokens, at);

    private string? SectionOf(Mention mention)
    {
        var blocks = context.Document.Blocks;
        var at = context.BlockAfter(mention.Span.Start);
        for (var i = at - 1; i >= Math.Max(0, at - Sections) && blocks[i].Span.Start >= context.Announcement.Span.Start; i--)
        {
            var heading = blocks[i].Kind == BlockKind.Heading;
            if (!heading && blocks[i].Span.Length > ShortLine) continue;
            var (first, end) = (_tokens.IndexAt(blocks[i].Span.Start), _tokens.IndexAt(blocks[i].Span.End));
            for (var k = first; k < Math.Min(end, first + 8); k++)
                if (CueWords.Labels.Of(_tokens, k) is { } label) return label;
            if (heading) return null;
        }
        return null;
    }

    private bool IsAlone(int start, int end) =>
        _tokens[start].Is(TokenTraits.LineStart) && (end + 1 == _tokens.Count || _tokens[end + 1].Is(TokenTraits.LineStart));

    private bool IsLife(int start, int end)
    {
        for (var k = start; k >= Math.Max(0, start - Sentence); k--)
        {
            if (Pronouns.Contains(_tokens[k].Hash) || ClassAt(k) == "past") return true;
            if (Begins(k)) break;
        }
        for (var k = end + 1; k < Math.Min(_tokens.Count, end + Sentence) && !Begins(k); k++)
            if (Pronouns.Contains(_tokens[k].Hash) || ClassAt(k) == "past") return true;
        return false;
    }

    private bool IsDated(int start, int end)
    {
        var (first, last) = (start, end);
        while (first > Math.Max(0, start - Sentence) && !Begins(first)) first--;
        while (last + 1 < Math.Min(_tokens.Count, end + Sentence) && !Begins(last + 1)) last++;
        return Any(_tokens.Span(first, last), MentionKind.Date);
    }

    private string? ClassAt(int k) => CueWords.Shipped.Of(_tokens, k);

    private bool NameLike(int k) => Tag.Organizations.NameChunk.IsName(_tokens, k);

    private bool InBody(int k) => _named.Contains(k);

    private bool Holds(int k, MentionKind kind)
    {
        foreach (var mention in MentionRange.Of(context.Mentions, _tokens[k].Span))
            if (mention.Kind == kind && mention.Span.Start == _tokens[k].Start) return true;
        return false;
    }

    private bool Any(TextSpan span, MentionKind kind)
    {
        foreach (var mention in MentionRange.Of(context.Mentions, span))
            if (mention.Kind == kind) return true;
        return false;
    }

    private int After(int open, char close, int most)
    {
        for (var k = open + 1; k < Math.Min(_tokens.Count, open + most); k++) if (Mark(k) == close) return k + 1;
        return -1;
    }

    private static HashSet<int> Named(ResolveContext context)
    {
        var named = new HashSet<int>();
        foreach (var mention in context.Inherited(MentionKind.Organization).Concat(context.Inside(MentionKind.Organization)))
            for (var k = context.Tokens.IndexAt(mention.Span.Start); k < context.Tokens.Count && context.Tokens[k].Start < mention.Span.End; k++) named.Add(k);
        return named;
    }

    private char Mark(int k) => _tokens[k].Kind == TokenKind.Mark ? _tokens.Text[_tokens[k].Start] : '\0';

    private bool Begins(int k) => k >= _tokens.Count || (_tokens[k].Traits & (TokenTraits.SentenceStart | TokenTraits.BlockStart)) != 0;

    private static HashSet<ulong> Words(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Folding.Hash(word))];
}
