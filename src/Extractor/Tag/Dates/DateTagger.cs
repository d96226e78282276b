using Extract.Rules;
using Extract.Text;

namespace Extract.Tag.Dates;

/// <summary>
/// Finds dates by the rules of <c>Rules/dates</c>: days, ranges, lists, months and parts of them, weekdays and other relative words, weekly patterns; in
/// English, in the document's language, and where a word stands that only another language has. Clock times are attached to their date. What a mention's
/// value says is what its words say; years are inferred later.
/// </summary>
public sealed class DateTagger : ITagger
{
    private const string BareHours = "clock-hours";

    // Compiled when the program starts, not with the first document; a file that is wrong is told here.
    private readonly DateGrammar _english = DateGrammar.English;
    private readonly DateLanguages _languages = DateLanguages.Shipped;

    /// <inheritdoc/>
    public void Tag(Document document, TokenList tokens, List<Mention> mentions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(mentions);
        var own = _languages.FileOf(document.Language);
        var grammar = own is null ? _english : DateGrammar.Of(own);
        var matches = new List<RuleMatch>();
        grammar.Rules.Match(tokens, matches);
        grammar.Cues?.Tag(tokens, mentions);
        if (own is null or "en" && _languages.Betrayed(document, tokens) is { } other) grammar = Add(document, tokens, DateGrammar.Of(other), matches);
        if (matches.Count > 0) Tag(document, tokens, grammar, matches, mentions);
    }

    // What the rules of another language find counts where a word stands in it that no other language has.
    private DateGrammar Add(Document document, TokenList tokens, DateGrammar grammar, List<RuleMatch> matches)
    {
        var found = new List<RuleMatch>();
        grammar.Rules.Match(tokens, found);
        foreach (var match in found.Where(match => _languages.Betrays(document, tokens, match)))
        {
            matches.RemoveAll(each => each.First <= match.Last && match.First <= each.Last);
            matches.Add(match);
        }
        matches.Sort((one, two) => one.First.CompareTo(two.First));
        return grammar;
    }

    private static void Tag(Document document, TokenList tokens, DateGrammar grammar, List<RuleMatch> matches, List<Mention> mentions)
    {
        var (times, dates) = (new List<ClockTime>(), new List<DateHit>());
        foreach (var match in matches)
        {
            if (match.Rule.Id.StartsWith("clock", StringComparison.Ordinal)) continue;
            if (DateReader.Read(tokens, match, grammar) is { } date) dates.Add(date);
        }
        MonthDays.Add(document, tokens, grammar, dates);
        foreach (var match in matches)
            if (TimeOf(tokens, grammar, dates, match) is { } time) times.Add(time);
        DateMoves.Mark(tokens, grammar, dates);
        ClockTimes.Attach(tokens, grammar, dates, times);
        DateRanges.Join(tokens, grammar, dates);
        StartAndEnd.Join(tokens, grammar, dates);
        DateLists.Share(tokens, grammar, dates);
        SeriesDays.Lend(tokens, dates);
        ScheduleTimes.Spread(document, tokens, grammar, dates, times);
        dates.RemoveAll(date => PrintMarks.IsOne(tokens, date));
        foreach (var date in dates)
            mentions.Add(new(MentionKind.Date, date.Span, date.Value, new("dates." + date.Rule.Id, date.Span, date.Rule.Trust)));
    }

    private static ClockTime? TimeOf(TokenList tokens, DateGrammar grammar, List<DateHit> dates, RuleMatch match) =>
        !match.Rule.Id.StartsWith("clock", StringComparison.Ordinal) ? DateReader.Leading(match, tokens)
        : match.Rule.Id != BareHours ? ClockTime.Of(match, tokens)
        : HoursBeside.IsOne(tokens, grammar, dates, match) ? ClockTime.Of(match, tokens)?.OfTheDay() : null;
}
