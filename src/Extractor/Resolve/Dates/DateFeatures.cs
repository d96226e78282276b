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
    private static readonly Feature Published = new("from-publication"), PublishedTense = new("from-publication-tense"), Tense = new("tense");
    private static readonly Feature LineAlone = new("alone-on-line"), LineStart = new("line-start"), Dateline = new("dateline"), PageHead = new("page-head-word"), TitleWords = new("title-words-in-sentence");
    private static readonly Feature WordBefore = new("word-before"), SecondBefore = new("second-word-before"), WordAfter = new("word-after"), SecondAfter = new("second-word-after");
    private static readonly Feature Around = new("word-around"), CueBefore = new("cue-before"), CueAfter = new("cue-after"), CueInLine = new("cue-on-line"), LineLabel = new("line-label");
    private static readonly Feature Markup = new("markup-event"), AfterTitle = new("near-title"), LineBefore = new("word-on-line-before"), RuleTense = new("rule-tense");
    private static readonly Feature Capital = new("capital-after"), RulesSay = new("rules-say"), AlonePublished = new("alone-on-line-from-publication"), Several = new("one-of-several");

    private readonly ResolveContext _context;
    private readonly DocumentDates _dates;
    private readonly IReadOnlyList<Reading> _readings;
    private readonly DateWords _words;
    private readonly NeighbourFeatures _neighbours;
    private readonly CueFeatures _cues;
    private readonly LoneLines _lone;
    private readonly HashSet<ulong> _titleWords;
    private readonly int _pageHead;

    public DateFeatures(ResolveContext context, DocumentDates dates, IReadOnlyList<Reading> readings, DateWords words)
    {
        (_context, _dates, _readings, _words) = (context, dates, readings, words);
        _neighbours = new(context, readings);
        _cues = new(context, readings);
        _lone = new(context);
        _titleWords = TitleWordsOf(context);
        _pageHead = PageHeadOf(context);
    }

    private static HashSet<ulong> TitleWordsOf(ResolveContext context)
    {
        var (tokens, words) = (context.Tokens, new HashSet<ulong>());
        if (context.Announcement.TitleSpan is not { } title) return words;
        for (var i = tokens.IndexAt(title.Start); i < tokens.Count && tokens[i].Start < title.End; i++)
            if (tokens[i].Kind == TokenKind.Word && tokens[i].Length > 3) words.Add(tokens[i].Hash);
        return words;
    }

    // The tokens of the page's first block where it is short and stands above the announcement: "News", "Upcoming events".
    private static int PageHeadOf(ResolveContext context)
    {
        var (tokens, end) = (context.Tokens, 0);
        while (end < tokens.Count && end <= Far && (end == 0 || !tokens[end].Is(TokenTraits.BlockStart))) end++;
        return end <= Far && end > 0 && end < tokens.Count && tokens[end - 1].End <= context.Announcement.Span.Start ? end : 0;
    }

    /// <summary>What the words beside a reading say strongly that it is, or null.</summary>
    public string? Strongly(int index) => _cues.Strongly(_readings[index]);

    /// <summary>Writes the features of a reading, after clearing.</summary>
    public void Write(int index, FeatureVector features)
    {
        var reading = _readings[index];
        features.Clear();
        var tense = YearFeatures.Tense(_context.Tokens, reading.Mention.Span, _words);
        WriteForm(reading, tense, features);
        WritePlace(reading, features);
        _neighbours.Write(index, features);
        _cues.Write(reading, FormOf(reading), features);
        _lone.Write(reading.Mention.Span, features);
        WritePublished(reading, tense, features);
        WriteWords(reading, features);
        WriteRules(features);
    }

    // What the unlearned weights would say, so that what is learned bends them rather than forgets them.
    private static void WriteRules(FeatureVector features)
    {
        Span<double> probabilities = stackalloc double[DateRoles.Rules.Classes.Count];
        DateRoles.Rules.Probabilities(features, probabilities);
        var best = 0;
        for (var i = 1; i < probabilities.Length; i++)
            if (probabilities[i] > probabilities[best]) best = i;
        features.Add(RulesSay, DateRoles.Rules.Classes[best]);
    }

    private static void WriteForm(Reading reading, string tense, FeatureVector features)
    {
        var value = reading.Value;
        var rule = reading.Mention.Evidence.By;
        features.Add(Rule, rule);
        features.Add(Tense, tense);
        features.Add(RuleTense, $"{rule} {tense}");
        features.Add(Form, FormOf(reading));
        if (value.Weekday is not null && value.Relative == RelativeKind.None) features.Add(Weekday);
        if (value.FromTime is not null) features.Add(Time, value.ToTime is null ? "one" : "two");
        if (value.OpenStart) features.Add(Open, "start");
        if (value.OpenEnd) features.Add(Open, "end");
    }

    private static string FormOf(Reading reading) =>
        reading.Value.Relative != RelativeKind.None ? "relative" : reading.Value.Coarse ? "coarse" : reading.From != reading.To ? "range" : "day";

    private void WritePlace(Reading reading, FeatureVector features)
    {
        var (span, announcement) = (reading.Mention.Span, _context.Announcement);
        if (reading.Inherited) features.Add(Inherited);
        if (announcement.TitleSpan is { } title)
        {
            if (title.Contains(span)) features.Add(InTitle);
            else if (!reading.Inherited && span.Start >= title.End) features.AddCount(AfterTitle, (span.Start - title.End) / 60, 6);
        }
        if (_context.Announcements.Length > 1) features.Add(Several);
        for (var i = 0; i < _pageHead; i++) features.Add(PageHead, _context.Tokens, i);
        if (!_context.Document.MarkupEvents.IsEmpty)
            features.Add(Markup, _context.Document.MarkupEvents.Any(stated => stated.Start == reading.From) ? "agrees" : "differs");
        features.AddCount(Place, (span.Start - announcement.Span.Start) * 5 / Math.Max(1, announcement.Span.Length), 4);
        if (BlockOf(span) is not { } block) return;
        features.Add(Block, block.Kind.ToString());
        if (block.Span.Length - span.Length > 3) return;
        features.Add(LineAlone);
        if (_dates.Published is { } published) features.Add(AlonePublished, Calendar.Gap(reading.From.DayNumber - published.DayNumber));
    }

    private Block? BlockOf(TextSpan span)
    {
        var blocks = _context.Document.Blocks;
        var at = _context.BlockAfter(span.Start);
        return at < blocks.Length && blocks[at].Span.Overlaps(span) ? blocks[at] : null;
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
        WriteDateline(reading, first, last, features);
        var shared = 0;
        for (var i = start; i <= end; i++)
            if (_titleWords.Contains(tokens[i].Hash)) shared++;
        features.AddCount(TitleWords, shared, 4);
    }

    // "Singapore, 27 July 2023 – The minister …": where and when the text was written.
    private void WriteDateline(Reading reading, int first, int last, FeatureVector features)
    {
        var (tokens, start) = (_context.Tokens, first);
        while (start > 0 && first - start <= Far && !tokens[start].Is(TokenTraits.BlockStart)) start--;
        if (!tokens[start].Is(TokenTraits.BlockStart) || last + 1 >= tokens.Count || tokens[last + 1].Kind != TokenKind.Mark) return;
        var mark = tokens.Chars(last + 1)[0];
        if (mark is not ('-' or '–' or '—' or ':' or ')' or '/')) return;
        features.Add(Dateline, first == start ? "bare" : _dates.Published == reading.From ? "of-publication" : "other");
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
            features.Add(LineBefore, tokens, above);
        }
    }
}
