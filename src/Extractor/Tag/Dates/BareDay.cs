using Extract.Text;

namespace Extract.Tag.Dates;

/// <summary>A day, or the first and the last of some, without its month at the beginning of a block.</summary>
/// <param name="First">The first token.</param>
/// <param name="Last">The last token, included.</param>
/// <param name="From">The first day of the month.</param>
/// <param name="To">The last day.</param>
/// <param name="Weekday">The weekday of the first day, where it stands before it.</param>
/// <param name="Sure">More than a number says that it is a day: a weekday, an ordinal, a mark behind it, a cell of its own.</param>
internal readonly record struct BareDay(int First, int Last, int From, int To, DayOfWeek? Weekday, bool Sure)
{
    private static readonly System.Collections.Frozen.FrozenSet<ulong> Suffixes = Folding.HashesOf("st nd rd th"), HalfDays = Folding.HashesOf("am pm a p h hrs hours uhr");

    /// <summary>The bare day with which the tokens of a block begin; null where they begin otherwise.</summary>
    public static BareDay? At(TokenList tokens, DateGrammar grammar, int first, int end)
    {
        while (first < tokens.Count && tokens[first].Start < end && tokens[first].Kind == TokenKind.Mark) first++;
        if (first >= tokens.Count || tokens[first].Start >= end) return null;
        var (weekday, number) = WeekdayAt(tokens, grammar, first);
        if (Day(tokens, number, end) is not var (from, last, ordinal)) return null;
        var to = from;
        if (Next(tokens, grammar, last + 1, end) is { } next && Day(tokens, next, end) is var (until, end2, alsoOrdinal) && until > from)
            (to, last, ordinal) = (until, end2, ordinal || alsoOrdinal);
        if (!IsOver(tokens, last + 1, end, out var marked)) return null;
        return new(first, last, from, to, weekday, weekday is not null || ordinal || marked);
    }

    /// <summary>True where a block begins with a number that stands as a bare day would and is none ("34 – Obituaries"): what its neighbours count is pages, prices or scores.</summary>
    public static bool IsBeyond(TokenList tokens, int first, int end) =>
        first + 2 < tokens.Count && tokens[first + 2].Start < end && tokens[first] is { Kind: TokenKind.Number, Length: <= 3, Number: > 31 }
            && tokens.Chars(first + 1) is "–" or "—" or "-" or ":" && tokens[first + 2] is { Kind: TokenKind.Word } word && word.Is(TokenTraits.SpaceBefore);

    private static (DayOfWeek? Weekday, int Number) WeekdayAt(TokenList tokens, DateGrammar grammar, int first)
    {
        if (!grammar.Weekday.Has(tokens[first]) || grammar.Weekday.Find(tokens, first, first) is not { } name) return (null, first);
        var next = first + 1;
        while (next < tokens.Count && next <= first + 2 && tokens.Chars(next) is "." or "," || (next < tokens.Count && grammar.The.Has(tokens[next]))) next++;
        return (DateNotation.WeekdayOf(name), next);
    }

    // "3", "3rd"
    private static (int Day, int Last, bool Ordinal)? Day(TokenList tokens, int at, int end)
    {
        if (at >= tokens.Count || tokens[at].Start >= end || tokens[at] is not { Kind: TokenKind.Number, Length: <= 2, Number: >= 1 and <= 31 and var day }) return null;
        var ordinal = at + 1 < tokens.Count && Suffixes.Contains(tokens[at + 1].Hash) && !tokens[at + 1].Is(TokenTraits.SpaceBefore);
        return (day, ordinal ? at + 1 : at, ordinal);
    }

    // The token of the last day in "3–5", "3 and 4", "Sat 3 and Sun 4".
    private static int? Next(TokenList tokens, DateGrammar grammar, int at, int end)
    {
        if (at + 1 >= tokens.Count || tokens[at + 1].Start >= end) return null;
        if (!grammar.And.Has(tokens[at]) && !grammar.To.Has(tokens[at]) && tokens.Chars(at) is not ("-" or "–" or "/" or "+")) return null;
        return WeekdayAt(tokens, grammar, at + 1).Number;
    }

    // Behind a day stands a mark, a capital, another cell or nothing; "4 pm", "4:30", "4.5" and "4 apprentices" are none.
    private static bool IsOver(TokenList tokens, int at, int end, out bool marked)
    {
        marked = at >= tokens.Count || tokens[at].Start >= end || (tokens[at].Is(TokenTraits.SentenceStart) && tokens[at].Is(TokenTraits.SpaceBefore));
        if (marked) return at >= tokens.Count || tokens[at].Start >= end || !HalfDays.Contains(tokens[at].Hash);
        if (tokens[at].Kind == TokenKind.Word) return tokens[at].Is(TokenTraits.Capitalized | TokenTraits.SpaceBefore) && !HalfDays.Contains(tokens[at].Hash);
        if (tokens[at].Kind == TokenKind.Number) return false;
        marked = tokens.Chars(at) is "–" or "—" or "-" or ":" or "," or "|" or "•" or "·" && at + 1 < tokens.Count && tokens[at + 1].Is(TokenTraits.SpaceBefore);
        return marked || tokens.Chars(at) is "“" or "\"" or "(";
    }
}
