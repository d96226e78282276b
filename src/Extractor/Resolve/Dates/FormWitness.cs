using Extract.Tag;
using Extract.Text;

namespace Extract.Resolve.Dates;

/// <summary>
/// Dates whose form alone says that the text came out on them, whoever wrote it: a dateline ("Singapore, 23 September 2024 – The minister …") and what stands right
/// behind a cue of publication ("Last updated 6 June 2021"). Few training texts have such, so that what it is worth is said here, as log odds, and not learned.
/// </summary>
internal static class FormWitness
{
    /// <summary>What such a form adds to the log odds of publication.</summary>
    public const double Publication = 3;

    /// <summary>What it adds where the day on which the document came out stands at its head by itself.</summary>
    public const double Head = 6;

    /// <summary>What lying ahead of the day on which the document came out adds to them, where no such form is there.</summary>
    public const double Ahead = -3;

    private const int HeadTokens = 60, HeadWords = 2;
    private const int LongestPlace = 5, FarthestCue = 3; // tokens
    private const string Cue = "date-publication";

    /// <summary>True for a date of such a form.</summary>
    public static bool IsPublication(ResolveContext context, Reading reading)
    {
        if (reading.Value.Coarse || reading.From != reading.To) return false;
        if (IsHead(context, reading)) return true;
        if (reading.Value is { FromTime: not null, ClockOfSchedule: false }) return false;
        var tokens = context.Tokens;
        var (first, last) = (tokens.IndexAt(reading.Mention.Span.Start), tokens.IndexAt(reading.Mention.Span.End - 1));
        return IsDateline(context, reading, first, last) || IsCued(context, reading.Mention.Span, first);
    }

    /// <summary>True for the day on which the document came out, on a line of its own or with a word or two ("News | 7 December 2018", "Thursday, 30 March 2023 12:49"), at the head of the text.</summary>
    public static bool IsHead(ResolveContext context, Reading reading)
    {
        if (reading.Inherited || reading.YearInferred || reading.From != reading.To || context.Document.Published != reading.From) return false;
        var (tokens, block, span) = (context.Tokens, context.BlockAfter(reading.Mention.Span.Start), reading.Mention.Span);
        if (block >= context.Document.Blocks.Length || tokens.IndexAt(span.Start) - tokens.IndexAt(context.Announcement.Span.Start) > HeadTokens) return false;
        var others = 0;
        for (var i = tokens.IndexAt(context.Document.Blocks[block].Span.Start); i < tokens.Count && tokens[i].Start < context.Document.Blocks[block].Span.End; i++)
            if (tokens[i].Kind == TokenKind.Word && !span.Contains(tokens[i].Start)) others++;
        return others <= HeadWords;
    }

    /// <summary>True for a day after that on which the document came out.</summary>
    public static bool IsAhead(ResolveContext context, Reading reading) => context.Document.Published is { } published && reading.From > published;

    // A text has one dateline: the days of a programme are written so too.
    private static bool IsDateline(ResolveContext context, Reading reading, int first, int last) => IsLikeDateline(context.Tokens, first, last)
        && (context.Document.Published is not { } published || published == reading.From)
        && !context.Inside(MentionKind.Date).Any(other => other.Span != reading.Mention.Span && IsLikeDateline(context.Tokens, context.Tokens.IndexAt(other.Span.Start), context.Tokens.IndexAt(other.Span.End - 1)));

    // A place in capitals at the beginning of a block, the day, a dash, and a sentence.
    private static bool IsLikeDateline(TokenList tokens, int first, int last)
    {
        var start = first;
        while (start > 0 && first - start <= LongestPlace && !tokens[start].Is(TokenTraits.BlockStart)) start--;
        if (start == first || !tokens[start].Is(TokenTraits.BlockStart) || !IsDash(tokens, last + 1)) return false;
        for (var i = start; i < first; i++)
            if (tokens[i].Kind == TokenKind.Word && !tokens[i].Is(TokenTraits.Capitalized)) return false;
        return last + 2 < tokens.Count && tokens[last + 2].Is(TokenTraits.Capitalized) && !tokens[last + 2].Is(TokenTraits.BlockStart);
    }

    private static bool IsDash(TokenList tokens, int index) => index < tokens.Count && tokens[index].Is(TokenTraits.SpaceBefore) && tokens.Chars(index) is "-" or "–" or "—";

    private static bool IsCued(ResolveContext context, TextSpan span, int first)
    {
        var tokens = context.Tokens;
        var from = Math.Max(0, first - FarthestCue - 4);
        foreach (var mention in MentionRange.Of(context.Mentions, new(tokens[from].Start, span.Start)))
            if (mention is { Kind: MentionKind.Cue, Value: LabelValue { Label: Cue, Weight: >= 1 } } && IsRightBehind(tokens, tokens.IndexAt(mention.Span.End - 1), first)) return true;
        return false;
    }

    // Nothing but marks and small words between, on the same line.
    private static bool IsRightBehind(TokenList tokens, int cue, int first)
    {
        if (cue >= first || first - cue > FarthestCue) return false;
        for (var i = cue + 1; i <= first; i++)
            if (tokens[i].Is(TokenTraits.BlockStart) || (i < first && tokens[i].Kind == TokenKind.Word && tokens[i].Length > 3)) return false;
        return true;
    }
}
