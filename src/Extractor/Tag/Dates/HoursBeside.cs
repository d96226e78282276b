using System.Runtime.InteropServices;
using Extract.Rules;
using Extract.Text;

namespace Extract.Tag.Dates;

/// <summary>Tells hours that nothing but a date beside them makes hours ("5 May 2024, from 10 to 12", "from 9 to 5 on 3 May") from what is counted ("from 10 to 12 people").</summary>
internal static class HoursBeside
{
    private static readonly ulong In = Folding.Hash("in"), On = Folding.Hash("on");

    public static bool IsOne(TokenList tokens, DateGrammar grammar, List<DateHit> dates, RuleMatch match)
    {
        var next = Bisection.FirstAbove(CollectionsMarshal.AsSpan(dates), match.Last, date => date.First);
        var before = match.First - 1;
        if (before >= 0 && tokens.Chars(before) is ",") before--;
        if (next > 0 && dates[next - 1].Last == before && !tokens[match.First].Is(TokenTraits.BlockStart)) return Ends(tokens, grammar, match.Last + 1);
        return next < dates.Count && match.Last + 2 == dates[next].First && tokens[match.Last + 1].Hash == On && !tokens[dates[next].First].Is(TokenTraits.BlockStart);
    }

    private static bool Ends(TokenList tokens, DateGrammar grammar, int after) =>
        after >= tokens.Count || tokens[after].Kind == TokenKind.Mark || tokens[after].Is(TokenTraits.LineStart) || grammar.Link.Has(tokens[after]) || tokens[after].Hash == In;
}
