using Extract.Tag;
using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>
/// What the words of <c>Rules/date-roles.yml</c> around a date say that it is: those of its own clause, which ends where another date begins, else the line
/// or the heading above it. In a timetable, where dates begin their lines, what follows a date says what it is; elsewhere what goes before.
/// </summary>
internal sealed class CueFeatures
{
    private const int LongestClause = 40, ShortBlock = 12; // tokens
    private const int LeastTimetable = 3;
    private const string Prefix = "date-";
    private static readonly Feature Says = new("says"), Side = new("says-where"), InTimetable = new("in-timetable"), TimetableSays = new("timetable-says"), Hints = new("hints"), Above = new("above-says"), Section = new("section-says"), FormSays = new("form-says");

    private readonly ResolveContext _context;
    private readonly bool _timetable;

    public CueFeatures(ResolveContext context, IReadOnlyList<Reading> readings)
    {
        _context = context;
        _timetable = readings.Count(reading => !reading.Inherited && BeginsBlock(context.Tokens.IndexAt(reading.Mention.Span.Start))) >= LeastTimetable;
    }

    // A bullet or another mark may stand before it.
    private bool BeginsBlock(int token)
    {
        for (var i = token; i >= 0 && token - i <= 2; i--)
        {
            if (i < token && _context.Tokens[i].Kind != TokenKind.Mark) return false;
            if (_context.Tokens[i].Is(TokenTraits.BlockStart)) return true;
        }
        return false;
    }

    /// <summary>What the words beside a date say strongly that it is, or null.</summary>
    public string? Strongly(Reading reading) => Said(reading.Mention.Span) is (var label, true, _) ? label : null;

    private (string Label, bool Strong, bool Before)? Said(TextSpan span)
    {
        var (tokens, first) = (_context.Tokens, _context.Tokens.IndexAt(span.Start));
        var (start, end) = YearFeatures.Sentence(tokens, first, LongestClause);
        return Strongest(new(tokens[start].Start, tokens[end].End), span, BeginsBlock(first)) ?? Below(span, first);
    }

    /// <summary>Adds the features of a date.</summary>
    public void Write(Reading reading, string form, FeatureVector features)
    {
        var span = reading.Mention.Span;
        var leads = BeginsBlock(_context.Tokens.IndexAt(span.Start));
        var said = Said(span);
        if (_timetable && leads) features.Add(InTimetable);
        if (said is var (label, strong, before))
        {
            features.Add(strong ? Says : Hints, label);
            features.Add(Side, $"{label} {(strong ? "strongly" : "weakly")} {(before ? "before" : "after")}");
            if (_timetable && leads) features.Add(TimetableSays, label);
            if (strong) features.Add(FormSays, $"{form} {label}");
            if (strong) return;
        }
        else features.Add(Says, _timetable && leads ? "nothing in timetable" : "nothing");
        WriteAbove(span, features);
    }

    private (string Label, bool Strong, bool Before)? Strongest(TextSpan clause, TextSpan date, bool leads)
    {
        var (from, to) = (clause.Start, clause.End);
        foreach (var mention in MentionRange.Of(_context.Mentions, clause))
        {
            if (mention.Kind != MentionKind.Date || mention.Span.Overlaps(date)) continue;
            if (mention.Span.End <= date.Start) from = Math.Max(from, mention.Span.End); else to = Math.Min(to, mention.Span.Start);
        }
        (string Label, bool Strong, bool Before)? best = null;
        var most = double.MinValue;
        foreach (var mention in MentionRange.Of(_context.Mentions, new(from, Math.Max(from, to))))
        {
            if (LabelOf(mention) is not { } label || mention.Span.End > to || mention.Span.Overlaps(date)) continue;
            var (strong, before) = (((LabelValue)mention.Value!).Weight >= 1, mention.Span.End <= date.Start);
            var away = before ? date.Start - mention.Span.End : mention.Span.Start - date.End;
            var weight = (strong ? 1000 : 0) - away + (before == leads ? -200 : 0);
            if (weight > most) (best, most) = ((label, strong, before), weight);
        }
        return best;
    }

    // "1 May" on a line of its own above "Deadline: proposals": the line below says what it is, where most dates stand so.
    private (string Label, bool Strong, bool Before)? Below(TextSpan date, int first)
    {
        var blocks = _context.Document.Blocks;
        var block = _context.BlockAfter(date.Start);
        if (!_timetable || !BeginsBlock(first) || block + 1 >= blocks.Length || blocks[block].Span.End - date.End > 2 || blocks[block + 1].Span.Start >= _context.Announcement.Span.End) return null;
        return Strongest(new(date.Start, blocks[block + 1].Span.End), date, true);
    }

    private static string? LabelOf(Mention mention) =>
        mention is { Kind: MentionKind.Cue, Value: LabelValue label } && label.Label.StartsWith(Prefix, StringComparison.Ordinal) ? label.Label[Prefix.Length..] : null;

    private void WriteAbove(TextSpan span, FeatureVector features)
    {
        var blocks = _context.Document.Blocks;
        var block = _context.BlockAfter(span.Start);
        var above = block - 1;
        if (above >= 0 && IsShort(blocks[above]) && SaidIn(blocks[above].Span) is { } line) features.Add(Above, line);
        while (above >= 0 && blocks[above].Kind != BlockKind.Heading && block - above < 30) above--;
        if (above >= 0 && blocks[above].Kind == BlockKind.Heading && !IsTitle(blocks[above]) && SaidIn(blocks[above].Span) is { } section) features.Add(Section, section);
    }

    // The title says what all of it is, and is a heading in some sources only.
    private bool IsTitle(Block block) => _context.Announcement.TitleSpan is { } title && title.Overlaps(block.Span);

    private bool IsShort(Block block) => _context.Tokens.IndexAt(block.Span.End - 1) - _context.Tokens.IndexAt(block.Span.Start) < ShortBlock;

    private string? SaidIn(TextSpan span)
    {
        string? said = null;
        foreach (var mention in MentionRange.Of(_context.Mentions, span))
            if (LabelOf(mention) is { } label && (said is null || ((LabelValue)mention.Value!).Weight >= 1)) said = label;
        return said;
    }
}
