using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Resolve.Dates;

/// <summary>A date whose words say all of it: others are read by it.</summary>
internal readonly record struct Anchor(TextSpan Span, DateOnly From, DateOnly To);

/// <summary>What a document and the place of an announcement in it say about time. Immutable.</summary>
internal sealed class DocumentDates
{
    private const int FirstYear = 1990, LastYear = 2100;
    private const int LongestTitle = 120; // code units
    private const int LongestAnchor = 28; // days: months and plans tell no day
    private static readonly ulong Since = Folding.Hash("since");

    private readonly ResolveContext _context;

    public DocumentDates(ResolveContext context)
    {
        _context = context;
        var dates = context.Mentions.Where(mention => mention.Kind == MentionKind.Date).ToArray();
        Order = new(context, [.. dates.Where(mention => mention.Value is DateValue { OrderAmbiguous: false, Coarse: false }).Select(AnchorOf).OfType<Anchor>()]);
        var said = dates.Where(mention => !IsLongSince(mention)).Select(AnchorOf).OfType<Anchor>();
        var stated = context.Document.Times.Select(time => new Anchor(time.Span, time.Day, time.Day));
        Anchors = context.Document.Times.IsEmpty ? [.. said] : [.. said.Concat(stated).OrderBy(anchor => anchor.Span.Start)];
        SaidYears = BareYears.In(context.Tokens, context.Announcement.Span, dates);
        NamedYears = [.. Named(context).SelectMany(Years).Concat(YearsOf(context.Document.Title)).Distinct()];
        Seasons = [.. Named(context).SelectMany(SeasonsIn).Distinct()];
        LooseYears = Reference is null && Anchors.IsEmpty && NamedYears.IsEmpty && SaidYears.IsEmpty ? [.. Years(new(0, context.Document.Text.Length)).Distinct()] : [];
        AddressYear = YearIn(context.Document.Source.Address);
    }

    /// <summary>Which of day and month stands first in slashed dates.</summary>
    public DateOrder Order { get; }

    /// <summary>The whole dates of the document, those that only its markup makes whole among them, in order of place.</summary>
    public ImmutableArray<Anchor> Anchors { get; }

    /// <summary>Years in the announcement's title and headings.</summary>
    public ImmutableArray<int> NamedYears { get; }

    /// <summary>The first years of the seasons that title and headings name: "2013-2014", "2022/23".</summary>
    public ImmutableArray<int> Seasons { get; }

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

    /// <summary>How many days lie between a day and the nearest whole date of the document, wherever it stands; very many where there is none.</summary>
    public int NearestInTime(DateOnly day)
    {
        var least = int.MaxValue;
        foreach (var anchor in Anchors)
        {
            var away = day < anchor.From ? anchor.From.DayNumber - day.DayNumber : day > anchor.To ? day.DayNumber - anchor.To.DayNumber : 0;
            if (anchor.To.DayNumber - anchor.From.DayNumber < LongestAnchor && away < least) least = away;
        }
        return least;
    }

    /// <summary>True where these days stand elsewhere in the document with their year.</summary>
    public bool IsWritten(DateOnly from, DateOnly to)
    {
        foreach (var anchor in Anchors)
            if (anchor.From == from && anchor.To == to) return true;
        return false;
    }

    // "The network has existed since June 2018" tells nothing of the days of the event.
    private bool IsLongSince(Mention mention) => _context.Tokens.IndexAt(mention.Span.Start) is > 0 and var first && _context.Tokens[first - 1].Hash == Since;

    /// <summary>The years of all numbers of the document that may be years, where nothing else speaks of time.</summary>
    public ImmutableArray<int> LooseYears { get; }

    // The title, the headings above, and the first line of the page where it is short: what the page is called.
    private static IEnumerable<TextSpan> Named(ResolveContext context)
    {
        if (context.Announcement.TitleSpan is { } title) yield return title;
        foreach (var heading in context.Announcement.Headings) yield return heading;
        if (context.Document.Blocks is [{ Span: { Length: <= LongestTitle } first }, ..]) yield return first;
    }

    private static IEnumerable<int> YearsOf(string? words)
    {
        if (words is null) yield break;
        foreach (var token in TokenList.Of(words).All.ToArray())
            if (token is { Length: 4, Number: >= FirstYear and <= LastYear and var year }) yield return year;
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
            if (_context.Tokens[i] is not { Length: 4, Number: >= FirstYear and <= LastYear and var year }) continue;
            yield return year;
            if (IsSeason(i, year)) yield return year + 1;
        }
    }

    private IEnumerable<int> SeasonsIn(TextSpan span)
    {
        for (var i = _context.Tokens.IndexAt(span.Start); i < _context.Tokens.Count && _context.Tokens[i].Start < span.End; i++)
            if (_context.Tokens[i] is { Length: 4, Number: >= FirstYear and <= LastYear and var year } && IsSeason(i, year)) yield return year;
    }

    // "Season 2022-23", "2022/23", "2022-2023" and "2022 2023" name two years.
    private bool IsSeason(int index, int year)
    {
        var next = index + 1 < _context.Tokens.Count && _context.Tokens.Chars(index + 1) is "-" or "–" or "/" ? index + 2 : index + 1;
        return next < _context.Tokens.Count && _context.Tokens[next].Number is var second && (_context.Tokens[next].Length == 4 ? second == year + 1
            : next == index + 2 && _context.Tokens[next].Length == 2 && second == (year + 1) % 100);
    }

    private static int? YearIn(string? address)
    {
        var digits = 0;
        for (var i = 0; address is not null && i <= address.Length; i++)
        {
            if (i < address.Length && char.IsAsciiDigit(address[i])) { digits++; continue; }
            if (digits == 4 && int.TryParse(address.AsSpan(i - 4, 4), out var year) && year is >= FirstYear and <= LastYear) return year;
            digits = 0;
        }
        return null;
    }
}
