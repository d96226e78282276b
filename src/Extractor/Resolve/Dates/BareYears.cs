using System.Collections.Frozen;
using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Resolve.Dates;

/// <summary>A year that stands by itself.</summary>
/// <param name="Token">Its token.</param>
/// <param name="Year">The year.</param>
internal readonly record struct BareYear(int Token, int Year);

/// <summary>
/// Finds years that are no part of a date and that a word of time leads in ("in 2013", "fall 2016"): they tell the year of dates around them. Others may be part of a name ("IPA II 2017").
/// </summary>
internal static class BareYears
{
    private const int First = 1990, Last = 2100;
    private static readonly FrozenSet<ulong> Leads = Folding.HashesOf("in during since throughout year season fall autumn winter spring summer early late mid semester term calendar");

    /// <summary>Those of a span, in order.</summary>
    public static ImmutableArray<BareYear> In(TokenList tokens, TextSpan span, IReadOnlyList<Mention> dates)
    {
        var (years, date) = (ImmutableArray.CreateBuilder<BareYear>(), 0);
        for (var i = tokens.IndexAt(span.Start); i < tokens.Count && tokens[i].Start < span.End; i++)
        {
            if (tokens[i] is not { Length: 4, Number: >= First and <= Last and var year } || i == 0 || !Leads.Contains(tokens[i - 1].Hash) || IsPart(tokens, i)) continue;
            while (date < dates.Count && dates[date].Span.End <= tokens[i].Start) date++;
            if (date == dates.Count || !dates[date].Span.Contains(tokens[i].Start)) years.Add(new(i, year));
        }
        return years.ToImmutable();
    }

    // "2011/36", "1.2015", "2015-2017", "$2000", "(202) 555-2012", "2000 people" say no year.
    private static bool IsPart(TokenList tokens, int index) => IsGlue(tokens, index - 1) || IsGlue(tokens, index + 1) && index + 2 < tokens.Count && tokens[index + 2].Kind == TokenKind.Number;

    private static bool IsGlue(TokenList tokens, int index) => index >= 0 && index < tokens.Count && tokens.Chars(index) is "/" or "." or "-" or "$" or "€" or "£" or "#" or "+"
        && (index + 1 >= tokens.Count || !tokens[index + 1].Is(TokenTraits.SpaceBefore));
}
