using System.Collections.Frozen;
using Extract.Tag;
using Extract.Text;

namespace Extract.Split;

/// <summary>Tells the blocks that only say when, greet, or name the kind of the document, and the tokens of clock times.</summary>
internal static class TitleWords
{
    private const int LongestTime = 16; // tokens: "8:30 a.m. - 12:00 p.m. EDT"
    private const int LongestNameless = 24; // tokens
    private static readonly FrozenSet<ulong> Times = Folding.HashesOf("am pm a p m noon midnight h hrs hours uhr to until till and local time et est edt ct cst cdt mt mst mdt pt pst pdt utc gmt bst cet cest sgt ist eastern central pacific");
    private static readonly FrozenSet<ulong> Little = Folding.HashesOf("on at from the of to in and date dates time when day days posted published updated last modified created by th st nd rd");
    private static readonly FrozenSet<ulong> Labels = Folding.HashesOf("date dates time times when where what who why location venue place category categories share home menu news events event calendar description details info information contact search login agenda about overview");
    private static readonly FrozenSet<ulong> Leads = Folding.HashesOf("title event name what subject topic re fw fwd only and or members related online person in virtual hybrid free new");
    private static readonly FrozenSet<ulong> Schemes = Folding.HashesOf("http https www");

    /// <summary><c>when</c>, <c>greets</c>, <c>heads</c>, <c>label</c> or <c>body</c> (a letterhead) where a block says no more than that; else null.</summary>
    public static string? OnlySays(Page page, BlockView view)
    {
        var (words, labels, content) = (0, 0, 0);
        var covered = new bool[Math.Min(view.Tokens, 64)];
        var (greets, heads, body) = Cover(page, view, covered);
        for (var i = 0; i < view.Tokens; i++)
        {
            var token = page.Tokens[view.FirstToken + i];
            if (token.Kind != TokenKind.Word) continue;
            words++;
            if (Labels.Contains(token.Hash)) labels++;
            if (i < covered.Length && covered[i] || Times.Contains(token.Hash) || Little.Contains(token.Hash)) continue;
            content++;
        }
        if (greets && content <= 2) return "greets";
        if (heads && content == 0) return "heads";
        if (words > 0 && labels == words) return "label";
        if (body && content == 0) return "body";
        return content <= (view.DateFirst ? 2 : 0) && view.Tokens <= 64 ? "when" : null; // "3 October 2024, Lyon"
    }

    /// <summary>True where a block holds no word but those of dates, of times and of a section's headings.</summary>
    public static bool NamesNothing(Page page, BlockView view)
    {
        if (view.Tokens > LongestNameless) return false;
        var dates = page.DatesIn(view.Span);
        for (var i = view.FirstToken; i < view.EndToken; i++)
        {
            var token = page.Tokens[i];
            if (token.Kind != TokenKind.Word || Times.Contains(token.Hash) || Little.Contains(token.Hash) || HeadingWords.IsSectionWord(token) || HeadingWords.IsBesideDate(token)) continue;
            if (!dates.Any(date => date.Span.Start <= token.Start && token.End <= date.Span.End)) return false;
        }
        return true;
    }

    private static (bool Greets, bool Heads, bool Body) Cover(Page page, BlockView view, bool[] covered)
    {
        var (greets, heads, body) = (false, false, false);
        foreach (var mention in MentionRange.Of(page.Tagged.Mentions, view.Span))
        {
            var label = mention.Kind == MentionKind.Cue ? (mention.Value as LabelValue)?.Label : null;
            if (mention.Kind is not (MentionKind.Date or MentionKind.Organization) && label is not ("greets" or "heads") || !view.Span.Contains(mention.Span)) continue;
            if (label == "greets" && page.Tokens.IndexAt(mention.Span.Start) > view.FirstToken + 1) continue;
            (greets, heads, body) = (greets || label == "greets", heads || label == "heads", body || mention.Kind == MentionKind.Organization);
            var end = Math.Min(page.Tokens.IndexAt(mention.Span.End - 1) - view.FirstToken, covered.Length - 1);
            for (var i = page.Tokens.IndexAt(mention.Span.Start) - view.FirstToken; i <= end; i++) covered[i] = true;
        }
        return (greets, heads, body);
    }

    /// <summary>One past a label such as "Event:" or "Online only:" that begins at a token; the token itself where none does.</summary>
    public static int AfterLabel(Page page, int first, int end)
    {
        for (var i = first; i < Math.Min(end, first + 6); i++)
        {
            if (page.Tokens.Chars(i) is ":") return i > first ? i + 1 : first;
            if (page.Tokens[i].Kind == TokenKind.Number || page.Tokens[i].Kind == TokenKind.Word && !Leads.Contains(page.Tokens[i].Hash)) return first;
        }
        return first;
    }

    /// <summary>One past the tag that mailing lists put before a subject, "[announce]"; the token itself where none stands. One with a capital may be a name.</summary>
    public static int AfterSubjectTag(TokenList tokens, int first, int end) =>
        first + 3 < end && tokens.Chars(first) is "[" && tokens[first + 1].Kind == TokenKind.Word && !tokens[first + 1].Is(TokenTraits.Capitalized) && tokens.Chars(first + 2) is "]" ? first + 3 : first;

    /// <summary>True where an address of mail or of the web, or a telephone number, is much of a block.</summary>
    public static bool IsContact(TokenList tokens, BlockView view)
    {
        var digits = 0;
        for (var i = view.FirstToken; i < view.EndToken; i++)
        {
            if (tokens.Chars(i) is "@" && view.Tokens < 16 && !tokens[i].Is(TokenTraits.SpaceBefore) || Schemes.Contains(tokens[i].Hash) && view.Tokens < 16) return true;
            if (tokens[i].Kind == TokenKind.Number) digits += tokens[i].Length;
        }
        return digits >= 9 && view.Tokens < 12;
    }

    /// <summary>One past the clock times that begin at a token: "5:30 p.m. LOCAL", "10:00 am to 12 noon"; the token itself where none does.</summary>
    public static int AfterTimes(TokenList tokens, int first, int end)
    {
        if (first + 2 >= end || tokens[first] is not { Kind: TokenKind.Number, Number: < 25 }) return first;
        var (next, says) = (first, false);
        while (next < Math.Min(end, first + LongestTime) && IsOfTime(tokens, next))
        {
            says |= tokens.Chars(next) is ":" && tokens[next + 1 < end ? next + 1 : next].Length == 2 || next == first + 1 && Times.Contains(tokens[next].Hash);
            next++;
        }
        return says ? next : first;
    }

    /// <summary>True where a token is a number, a mark or a word of clock times.</summary>
    public static bool IsOfTime(TokenList tokens, int index) => tokens[index].Kind switch
    {
        TokenKind.Number => true,
        TokenKind.Mark => tokens.Chars(index) is ":" or "." or "-" or "–" or "," or "(" or ")" or "|" or "@",
        _ => Times.Contains(tokens[index].Hash),
    };
}
