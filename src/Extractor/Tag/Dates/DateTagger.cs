using System.Collections.Frozen;
using Extract.Rules;
using Extract.Text;

namespace Extract.Tag.Dates;

/// <summary>
/// Finds dates by the rules of <c>Rules/dates.yml</c>: days, ranges, lists, months and parts of them, weekdays and other relative words, weekly
/// patterns; clock times are attached to the date beside them. What a mention's value says is what its words say; years are inferred later.
/// </summary>
/// <param name="rules">The rule set; its notation is that of <see cref="DateNotation"/>.</param>
public sealed class DateTagger(RuleSet rules) : ITagger
{
    /// <summary>With the rules that ship.</summary>
    public DateTagger() : this(RuleSet.Shipped("dates.yml")) { }

    private const int FarthestTime = 6; // tokens between a date and its clock time
    private const int FarthestStart = 30; // tokens between a date and the sentence after it that says when it begins
    private static readonly FrozenSet<ulong> Pronouns = Folding.HashesOf("i we you he she they it god the your our all this");
    private static readonly FrozenSet<ulong> Until = Folding.HashesOf("until till through thru");
    private static readonly FrozenSet<ulong> Since = Folding.HashesOf("since from starting beginning commencing onwards");
    private static readonly FrozenSet<ulong> Between = Folding.HashesOf("at from on between time times starting starts start begins beginning commencing and the to is doors open hours uhr when date , | @ - – — ( ) : ; • · .");
    private static readonly FrozenSet<ulong> Starts = Folding.HashesOf("start starts starting begin begins beginning commence commences open opens time");
    private static readonly ulong May = Folding.Hash("may"), On = Folding.Hash("on");

    /// <inheritdoc/>
    public void Tag(Document document, TokenList tokens, List<Mention> mentions)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(mentions);
        var matches = new List<RuleMatch>();
        rules.Match(tokens, matches);
        var times = new List<ClockTime>();
        var dates = new List<(RuleMatch Match, DateValue Value)>();
        foreach (var match in matches)
        {
            if (match.Rule.Id.StartsWith("clock", StringComparison.Ordinal))
            {
                if (ClockTime.Of(match, tokens) is { } time) times.Add(time);
            }
            else if (DateNotation.Read(match.Value ?? "none") is { } value && !IsVerb(tokens, match))
                dates.Add((match, Complete(tokens, match, value)));
        }
        Attach(tokens, dates, times);
        foreach (var (match, value) in dates)
        {
            var span = SpanOf(tokens, match);
            mentions.Add(new(MentionKind.Date, span, value, new("dates." + match.Rule.Id, span, match.Rule.Trust)));
        }
    }

    // A glued year ends after its four digits: "202311:30".
    private static TextSpan SpanOf(TokenList tokens, RuleMatch match)
    {
        var span = tokens.Span(match.First, match.Last);
        return match.Find("glued-year") is { } year && year.Last == match.Last ? span with { End = tokens[year.First].Start + 4 } : span;
    }

    // "May we all …": a capital because a sentence begins.
    private static bool IsVerb(TokenList tokens, RuleMatch match) => match.First == match.Last && tokens[match.First].Hash == May &&
        match.Last + 1 < tokens.Count && Pronouns.Contains(tokens[match.Last + 1].Hash);

    private static DateValue Complete(TokenList tokens, RuleMatch match, DateValue value)
    {
        if (match.Find("weekday") is { } weekday && value.Relative == RelativeKind.None) value = value with { Weekday = DateNotation.WeekdayOf(weekday.Value) };
        var ambiguous = match.Rule.Id.StartsWith("slashed", StringComparison.Ordinal) && value.From is { Day: <= 12 } && value.To is { Day: <= 12 };
        // Which end is the earlier is not known before the order of day and month is.
        value = ambiguous && value.From.Year is not null && value.To.Year is not null ? value : DateChecks.Check(value);
        value = value with { OrderAmbiguous = ambiguous };
        if (value.Relative != RelativeKind.None || value.From != value.To) return value;
        var before = Before(tokens, match.First);
        return value with { OpenStart = Until.Contains(before), OpenEnd = Since.Contains(before) };
    }

    private static ulong Before(TokenList tokens, int index)
    {
        if (index > 0 && tokens[index - 1].Hash == On) index--;
        return index > 0 ? tokens[index - 1].Hash : 0;
    }

    private static void Attach(TokenList tokens, List<(RuleMatch Match, DateValue Value)> dates, List<ClockTime> times)
    {
        var after = 0;
        foreach (var time in times)
        {
            while (after < dates.Count && dates[after].Match.First <= time.Last) after++;
            var place = after > 0 && Joined(tokens, dates[after - 1].Match.Last, time.First) ? after - 1
                : after < dates.Count && Joined(tokens, time.Last, dates[after].Match.First) ? after
                : after > 0 && Follows(tokens, dates[after - 1].Match.Last, time.First) ? after - 1 : -1;
            if (place < 0 || dates[place].Value is { FromTime: not null } or { Recurrence: not null }) continue;
            var (match, value) = dates[place];
            dates[place] = (match, value with { FromTime = time.From, ToTime = time.To, TimeZone = time.Zone });
        }
    }

    // "… on 5 May. We start at 10:00.": the date last said before it in the block, where the words say that something begins.
    private static bool Follows(TokenList tokens, int last, int first)
    {
        if (first - last > FarthestStart || first < 2 || !Starts.Contains(tokens[first - 1].Hash) && !Starts.Contains(tokens[first - 2].Hash)) return false;
        for (var i = last + 1; i <= first; i++)
            if (tokens[i].Is(TokenTraits.BlockStart)) return false;
        return true;
    }

    private static bool Joined(TokenList tokens, int last, int first)
    {
        if (first - last - 1 > FarthestTime) return false;
        for (var i = last + 1; i < first; i++)
            if (!Between.Contains(tokens[i].Hash)) return false;
        return true;
    }
}
