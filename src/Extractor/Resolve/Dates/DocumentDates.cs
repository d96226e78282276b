using System.Collections.Immutable;

namespace Extract.Resolve.Dates;

/// <summary>A date whose words say all of it: others are read by it.</summary>
internal readonly record struct Anchor(TextSpan Span, DateOnly From, DateOnly To);

/// <summary>What a document and the place of an announcement in it say about time. Immutable.</summary>
internal sealed class DocumentDates
{
    private readonly ResolveContext _context;

    public DocumentDates(ResolveContext context)
    {
        _context = context;
        var dates = context.Mentions.Where(mention => mention.Kind == MentionKind.Date).ToArray();
        Order = new(context, [.. dates.Where(mention => mention.Value is DateValue { OrderAmbiguous: false, Coarse: false }).Select(AnchorOf).OfType<Anchor>()]);
        Anchors = [.. dates.Select(AnchorOf).OfType<Anchor>()];
        SaidYears = BareYears.In(context.Tokens, context.Announcement.Span, dates);
        NamedYears = [.. Years(context.Announcement.TitleSpan ?? default).Concat(context.Announcement.Headings.SelectMany(Years)).Distinct()];
        AddressYear = YearIn(context.Document.Source.Address);
    }

    /// <summary>Which of day and month stands first in slashed dates.</summary>
    public DateOrder Order { get; }

    /// <summary>The whole dates of the document, in order of place.</summary>
    public ImmutableArray<Anchor> Anchors { get; }

    /// <summary>Years in the announcement's title and headings.</summary>
    public ImmutableArray<int> NamedYears { get; }

    /// <summary>The years that stand in the announcement by themselves, in order of place: "In 2013 …", "the Fall 2016 season".</summary>
    public ImmutableArray<BareYear> SaidYears { get; }

    /// <summary>A year in the address, or null.</summary>
    public int? AddressYear { get; }

    public DateOnly? Published => _context.Document.Published;

    /// <summary>The day to count from: that of publication, else that of the capture.</summary>
    public DateOnly? Reference => Published ?? (_context.Document.Source.Retrieved is { } retrieved ? DateOnly.FromDateTime(retrieved.UtcDateTime) : null);

    /// <summary>The anchors of the announcement asked about.</summary>
    public IEnumerable<Anchor> Own => Anchors.Where(anchor => _context.Announcement.Span.Contains(anchor.Span));

    /// <summary>The anchor before and the one after a place, in the announcement where it has any, else in the document.</summary>
    public (Anchor? Before, Anchor? After, bool Own) Around(TextSpan span)
    {
        var own = Own.Any();
        Anchor? before = null;
        foreach (var anchor in own ? Own : Anchors)
        {
            if (anchor.Span.Start >= span.End) return (before, anchor, own);
            if (anchor.Span.End <= span.Start) before = anchor;
        }
        return (before, null, own);
    }

    private Anchor? AnchorOf(Mention mention)
    {
        if (mention.Value is not DateValue { From.Year: { } year, Relative: RelativeKind.None } value) return null;
        if (value.OrderAmbiguous && Order.DayFirst(mention) > 0.5) value = Calendar.Swap(value);
        return Calendar.DaysIn(value, year) is var (from, to) ? new(mention.Span, from, to) : null;
    }

    private IEnumerable<int> Years(TextSpan span)
    {
        for (var i = _context.Tokens.IndexAt(span.Start); i < _context.Tokens.Count && _context.Tokens[i].Start < span.End; i++)
        {
            if (_context.Tokens[i] is not { Length: 4, Number: >= 1990 and <= 2100 and var year }) continue;
            yield return year;
            if (IsSeason(i, year)) yield return year + 1;
        }
    }

    // "Season 2022-23" and "2022/23" name two years.
    private bool IsSeason(int index, int year) => index + 2 < _context.Tokens.Count && _context.Tokens.Chars(index + 1) is "-" or "–" or "/"
        && _context.Tokens[index + 2] is { Length: 2, Number: var next } && next == (year + 1) % 100;

    private static int? YearIn(string? address)
    {
        var digits = 0;
        for (var i = 0; address is not null && i <= address.Length; i++)
        {
            if (i < address.Length && char.IsAsciiDigit(address[i])) { digits++; continue; }
            if (digits == 4 && int.TryParse(address.AsSpan(i - 4, 4), out var year) && year is >= 1990 and <= 2100) return year;
            digits = 0;
        }
        return null;
    }
}
