using Extract.Rules;
using Extract.Text;

namespace Extract.Tag.Dates;

/// <summary>Turns what a rule matched into a date: its words, what they say, and what stands glued to them.</summary>
internal static class DateReader
{
    private static readonly ulong May = Folding.Hash("may"), On = Folding.Hash("on");
    private static readonly System.Collections.Frozen.FrozenSet<ulong> Pronouns = Folding.HashesOf("i we you he she they it god the your our all this");

    /// <summary>The date of a match; null where the rule claims words that are none.</summary>
    public static DateHit? Read(TokenList tokens, RuleMatch match, DateGrammar grammar)
    {
        if (DateNotation.Read(match.Value ?? "none") is not { } value || IsVerb(tokens, match)) return null;
        var hit = new DateHit(match.First, match.Last, tokens.Span(match.First, match.Last), match.Rule, Complete(tokens, match, value, grammar));
        return Glued(tokens, match, hit) ?? Timed(tokens, match, hit);
    }

    // "May we all …": a capital because a sentence begins.
    private static bool IsVerb(TokenList tokens, RuleMatch match) => match.First == match.Last && tokens[match.First].Hash == May &&
        match.Last + 1 < tokens.Count && Pronouns.Contains(tokens[match.Last + 1].Hash);

    private static DateValue Complete(TokenList tokens, RuleMatch match, DateValue value, DateGrammar grammar)
    {
        if (match.Find("weekday") is { } weekday && value.Relative == RelativeKind.None) value = value with { Weekday = DateNotation.WeekdayOf(weekday.Value) };
        var ambiguous = match.Rule.Id.StartsWith("slashed", StringComparison.Ordinal) && value.From is { Day: <= 12 } && value.To is { Day: <= 12 };
        // Which end is the earlier is not known before the order of day and month is.
        if (!ambiguous || value.From.Year is null || value.To.Year is null) value = DateChecks.Check(value, HasBoth(match, "year", "year.2") || HasBoth(match, "short-year", "short-year.2"));
        value = value with { OrderAmbiguous = ambiguous };
        if (value.Relative is not (RelativeKind.None or RelativeKind.Easter or RelativeKind.WeekdayOfMonth) || value.From != value.To) return value;
        var open = match.Captures is [{ Name: "hour" }, ..] ? null : Open(tokens, match.First, grammar);
        return value with { OpenStart = open == grammar.Until, OpenEnd = open == grammar.Since };
    }

    private static bool HasBoth(RuleMatch match, string first, string last) => match.Find(first) is not null && match.Find(last) is not null;

    // The words before it, "on" and articles between passed over: "until", "ending on the", "from".
    private static WordList? Open(TokenList tokens, int first, DateGrammar grammar)
    {
        var last = first - 1;
        while (last > 0 && (tokens[last].Hash == On || grammar.The.Has(tokens[last]))) last--;
        for (var start = Math.Max(0, last - 1); start <= last; start++)
        {
            if (grammar.Until.Find(tokens, start, last) is not null) return grammar.Until;
            if (grammar.Since.Find(tokens, start, last) is not null) return grammar.Since;
        }
        return null;
    }

    // "202311:30", "148:00am": the date ends within a number, and the hour begins there.
    private static DateHit? Glued(TokenList tokens, RuleMatch match, DateHit hit)
    {
        if ((match.Find("glued-year") ?? match.Find("glued-day")) is not { } glued) return null;
        var digits = glued.Name == "glued-year" ? 4 : 2;
        var end = tokens[glued.First].Start + digits;
        hit = hit with { Last = glued.First, Span = hit.Span with { End = end } };
        var (hour, minute) = (Number(tokens.Text.AsSpan(end, tokens[glued.First].Length - digits)), match.Find("minute"));
        if (minute is null || hour > 24) return hit;
        var half = match.Find("half-day")?.Value;
        var from = ClockTime.Adjust(new TimeOnly(hour % 24, Number(minute.Value.Value)), half);
        var clock = new TextSpan(end, tokens[match.Last].End);
        var to = match.Find("hour") is { } last ? new TimeOnly(Number(last.Value) % 24, Number(match.Find("minute.2")?.Value ?? "0")) : (TimeOnly?)null;
        to = ClockTime.Adjust(to, match.Find("half-day.2")?.Value);
        return hit with { ClockFirst = glued.First, ClockLast = match.Last, Value = hit.Value with { FromTime = from, ToTime = to, Clock = clock } };
    }

    // "Saturday 10-4": the hours are no part of the date's words, unless the date goes on behind them.
    private static DateHit Timed(TokenList tokens, RuleMatch match, DateHit hit)
    {
        if (Led(match) is { } minute) return Behind(tokens, match, hit, minute);
        if (match.Find("hour") is not { } hour || ClockTime.Of(match, tokens) is not { } time) return hit;
        var behind = match.Captures[^1].Name is "year";
        var last = hour.First - 1;
        while (last > match.First && !match.Captures.Any(capture => capture.Last == last)) last--;
        hit = behind || last < match.First ? hit : hit with { Last = last, Span = tokens.Span(match.First, last) };
        return hit.With(time with { First = hour.First, Last = behind ? hour.First + 4 : match.Last }, tokens) with { ClockFirst = hour.First, ClockLast = match.Last };
    }

    /// <summary>The clock time that leads in a day ("9:30 to 10 June"): it is attached like any other, perhaps to the date before it; null for other matches.</summary>
    public static ClockTime? Leading(RuleMatch match, TokenList tokens) => Led(match) is { } minute && !tokens[minute.First].Is(TokenTraits.SpaceBefore) && ClockTime.Of(match, tokens) is { } time
        ? time with { Last = match.Captures.Last(capture => capture.Name is "hour" or "minute" or "half-day").Last } : null;

    private static Capture? Led(RuleMatch match) => match.Captures is [{ Name: "hour" }, { Name: "minute" } minute, ..] ? minute : null;

    // "Workshop 3: 15-16 December" is a number, and two days.
    private static DateHit Behind(TokenList tokens, RuleMatch match, DateHit hit, Capture minute)
    {
        var spaced = tokens[minute.First].Is(TokenTraits.SpaceBefore) && tokens[minute.First].Number is >= 1 and <= 31;
        var first = spaced ? minute.First : match.Find("day")!.Value.First;
        var value = spaced ? DateChecks.Check(hit.Value with { From = hit.Value.From with { Day = tokens[first].Number } }, false) : hit.Value;
        return hit with { First = first, Span = tokens.Span(first, match.Last), Value = value };
    }

    private static int Number(ReadOnlySpan<char> digits) => int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 99;
}
