using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>
/// What speaks for a date being the event's, a deadline, the text's own or another's. The same function serves resolving and learning; one is made
/// an announcement.
/// </summary>
internal sealed class DateFeatures
{
    private const int Near = 3, Far = 8;
    private static readonly Feature Rule = new("rule"), Form = new("form"), Weekday = new("weekday-said"), Time = new("has-time"), Open = new("open-end");
    private static readonly Feature InTitle = new("in-title"), Inherited = new("in-heading-above"), InHeading = new("in-heading"), Block = new("block"), Place = new("place");
    private static readonly Feature Number = new("date-number"), Others = new("other-days"), Again = new("said-before"), Times = new("times-said");
    private static readonly Feature Published = new("from-publication"), PublishedTense = new("from-publication-tense"), Tense = new("tense");
    private static readonly Feature Covered = new("inside-longer"), Covers = new("covers-shorter"), LineAlone = new("alone-on-line"), LineStart = new("line-start");
    private static readonly Feature WordBefore = new("word-before"), SecondBefore = new("second-word-before"), WordAfter = new("word-after"), SecondAfter = new("second-word-after");
    private static readonly Feature Around = new("word-around"), CueBefore = new("cue-before"), CueAfter = new("cue-after"), CueInLine = new("cue-on-line"), LineLabel = new("line-label");
    private static readonly Feature FirstFull = new("first-whole-date"), Markup = new("markup-event"), AfterTitle = new("near-title"), FromFirst = new("from-first-date"), BlockBefore = new("block-before");
    private static readonly Feature RuleTense = new("rule-tense"), Sentence = new("sentence-number"), SoleDate = new("only-date"), Capital = new("capital-after");

    private readonly ResolveContext _context;
    private readonly DocumentDates _dates;
    private readonly IReadOnlyList<Reading> _readings;
    private readonly DateWords _words;
    private readonly int _ownDays;

    public DateFeatures(ResolveContext context, DocumentDates dates, IReadOnlyList<Reading> readings, DateWords words)
    {
        (_context, _dates, _readings, _words) = (context, dates, readings, words);
        _ownDays = readings.Where(reading => !reading.Inherited).Select(reading => reading.Days).Distinct().Count();
    }

    /// <summary>Writes the features of a reading, after clearing.</summary>
    public void Write(int index, FeatureVector features)
    {
        var reading = _readings[index];
        features.Clear();
        var tense = YearFeatures.Tense(_context.Tokens, reading.Mention.Span, _words);
        WriteForm(reading, tense, features);
        WritePlace(reading, features);
        WriteOthers(index, features);
        WritePublished(reading, tense, features);
        WriteWords(reading, features);
    }

    private static void WriteForm(Reading reading, string tense, FeatureVector features)
    {
        var value = reading.Value;
        var rule = reading.Mention.Evidence.By;
        features.Add(Rule, rule);
        features.Add(Tense, tense);
        features.Add(RuleTense, $"{rule} {tense}");
        features.Add(Form, value.Relative != RelativeKind.None ? "relative" : value.Coarse ? "coarse" : reading.From != reading.To ? "range" : "day");
        if (value.Weekday is not null && value.Relative == RelativeKind.None) features.Add(Weekday);
        if (value.FromTime is not null) features.Add(Time, value.ToTime is null ? "one" : "two");
        if (value.OpenStart) features.Add(Open, "start");
        if (value.OpenEnd) features.Add(Open, "end");
    }

    private void WritePlace(Reading reading, FeatureVector features)
    {
        var (span, announcement) = (reading.Mention.Span, _context.Announcement);
        if (reading.Inherited) features.Add(Inherited);
        if (announcement.TitleSpan is { } title)
        {
            if (title.Contains(span)) features.Add(InTitle);
            else if (!reading.Inherited && span.Start >= title.End) features.AddCount(AfterTitle, (span.Start - title.End) / 60, 6);
        }
        features.AddCount(Place, (span.Start - announcement.Span.Start) * 5 / Math.Max(1, announcement.Span.Length), 4);
        if (BlockOf(span) is not { } block) return;
        features.Add(Block, block.Kind.ToString());
        if (block.Span.Length - span.Length <= 3) features.Add(LineAlone);
    }

    private Block? BlockOf(TextSpan span)
    {
        var blocks = _context.Document.Blocks;
        var (low, high) = (0, blocks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (blocks[middle].Span.End <= span.Start) low = middle + 1; else high = middle;
        }
        return low < blocks.Length && blocks[low].Span.Overlaps(span) ? blocks[low] : null;
    }

    private void WriteOthers(int index, FeatureVector features)
    {
        var (reading, before, times, covered, covers) = (_readings[index], 0, 0, false, false);
        var seen = new HashSet<(DateOnly, DateOnly)>();
        for (var i = 0; i < _readings.Count; i++)
        {
            var other = _readings[i];
            if (other.Days == reading.Days) { times++; if (i < index) before++; }
            else if (i < index && !other.Inherited) seen.Add(other.Days);
            covered |= other.Covers(reading);
            covers |= reading.Covers(other);
        }
        features.AddCount(Number, seen.Count, 6);
        features.AddCount(Others, _ownDays, 6);
        features.AddCount(Times, times, 4);
        if (_ownDays == 1) features.Add(SoleDate);
        if (before > 0) features.Add(Again);
        if (covered) features.Add(Covered);
        if (covers) features.Add(Covers);
        if (seen.Count == 0 && !reading.YearInferred) features.Add(FirstFull);
        if (_readings.FirstOrDefault(other => !other.Inherited && !other.Value.Coarse && other.Value.Relative == RelativeKind.None) is { } first && first != reading)
            features.Add(FromFirst, Calendar.Gap(reading.From.DayNumber - first.From.DayNumber));
        if (!_context.Document.MarkupEvents.IsEmpty)
            features.Add(Markup, _context.Document.MarkupEvents.Any(e => e.Start == reading.From) ? "agrees" : "differs");
    }

    private void WritePublished(Reading reading, string tense, FeatureVector features)
    {
        if (_dates.Published is not { } published) { features.Add(Published, "unknown"); return; }
        var gap = Calendar.Gap(reading.From.DayNumber - published.DayNumber);
        features.Add(Published, gap);
        features.Add(PublishedTense, $"{gap} {tense}");
    }

    private void WriteWords(Reading reading, FeatureVector features)
    {
        var tokens = _context.Tokens;
        var first = tokens.IndexAt(reading.Mention.Span.Start);
        var last = tokens.IndexAt(reading.Mention.Span.End - 1);
        var (start, end) = YearFeatures.Sentence(tokens, first, Far * 3);
        if (tokens[first].Is(TokenTraits.LineStart)) features.Add(LineStart);
        if (first - 1 >= start) features.Add(WordBefore, tokens, first - 1);
        if (first - 2 >= start) features.Add(SecondBefore, tokens, first - 2);
        if (last + 1 <= end) features.Add(WordAfter, tokens, last + 1);
        if (last + 2 <= end) features.Add(SecondAfter, tokens, last + 2);
        if (last + 1 <= end && tokens[last + 1].Is(TokenTraits.Capitalized)) features.Add(Capital);
        for (var i = Math.Max(start, first - Far); i <= Math.Min(end, last + Far); i++)
        {
            if (i >= first && i <= last || tokens[i].Kind != TokenKind.Word) continue;
            features.Add(Around, tokens, i);
            if (_words.Cue(tokens, i) is { } cue) features.Add(i < first ? CueBefore : CueAfter, cue);
        }
        WriteLabel(tokens, first, features);
    }

    // "When: 5 May", and the label on the line above it.
    private void WriteLabel(TokenList tokens, int first, FeatureVector features)
    {
        var line = first;
        while (line > 0 && first - line < 40 && !tokens[line].Is(TokenTraits.LineStart)) line--;
        if (line < first && tokens[line].Kind == TokenKind.Word) features.Add(LineLabel, tokens, line);
        for (var i = line; i < first; i++)
            if (_words.Cue(tokens, i) is { } cue) features.Add(CueInLine, cue);
        if (line == first && first > 0)
        {
            var above = first - 1;
            if (tokens[above].Kind == TokenKind.Mark && above > 0) above--;
            features.Add(BlockBefore, tokens, above);
        }
    }
}
