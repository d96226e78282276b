using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>Reads every date mention of an announcement as days. The same readings serve resolving and learning.</summary>
/// <param name="yearModel">The learned weights of years, or null.</param>
/// <param name="words">The words around dates.</param>
internal sealed class Readings(LinearModel? yearModel, DateWords words)
{
    private const double CertainOrder = 0.95, Impossible = 0.3, Contradicted = 0.7, OfList = 0.97;
    private const int AnyYear = 2000; // a leap year, for days of which only day and month are known
    private readonly YearInference _years = new(yearModel, words);

    /// <summary>The readings of the mentions inside, in order, then those of the headings above. Mentions that no day can be given are left out.</summary>
    public IReadOnlyList<Reading> Of(ResolveContext context, DocumentDates dates)
    {
        var (readings, inside) = (new List<Reading>(), context.Inside(MentionKind.Date).ToArray());
        var candidates = Candidates(context, dates, inside);
        var stated = MarkupWitness.Of(context);
        foreach (var mention in inside) Add(readings, MarkedTimes.Hear(context, mention, Read(context, dates, mention, candidates.GetValueOrDefault(mention)), stated));
        foreach (var mention in context.Inherited(MentionKind.Date).Where(mention => !context.Announcement.Span.Overlaps(mention.Span)))
            Add(readings, MarkedTimes.Hear(context, mention, Read(context, dates, mention, null), stated) is { } inherited ? inherited with { Inherited = true } : null);
        readings.RemoveAll(reading => SaysNothingMore(reading, readings));
        return readings;
    }

    // The days that each date without a year may mean, in the light of the dates beside it.
    private Dictionary<Mention, IReadOnlyList<LikelyDays>> Candidates(ResolveContext context, DocumentDates dates, Mention[] mentions)
    {
        var chain = new List<(Mention Mention, IReadOnlyList<LikelyDays> Days)>();
        foreach (var mention in mentions)
            if (mention.Value is DateValue { Relative: RelativeKind.None, From: { Year: null, Month: not null }, ListYear: null, Excepted: false } value
                && _years.Infer(dates, context.Tokens, mention, Ordered(mention, value, dates).Value) is { Count: > 0 } days) chain.Add((mention, days));
        var weighed = YearChain.Weigh([.. chain.Select(link => link.Days)]);
        return chain.Select((link, i) => (link.Mention, Days: weighed[i])).ToDictionary(pair => pair.Mention, pair => pair.Days);
    }

    // "Tuesday, August 13: no talk this week": a week or month counted from elsewhere that holds a day which the announcement names dates nothing else.
    private static bool SaysNothingMore(Reading reading, List<Reading> readings) => reading.Value is { Coarse: true, Relative: not RelativeKind.None }
        && readings.Exists(other => !other.Inherited && other.Value is { Coarse: false, Relative: RelativeKind.None } && reading.Covers(other));

    private static void Add(List<Reading> readings, Reading? reading)
    {
        if (reading is not null) readings.Add(reading);
    }

    private Reading? Read(ResolveContext context, DocumentDates dates, Mention mention, IReadOnlyList<LikelyDays>? candidates)
    {
        if (mention.Value is not DateValue value) return null;
        if (value.Relative != RelativeKind.None) return RelativeDates.Resolve(dates, context.Tokens, mention, value, words) is var (first, last, sure)
            ? new(mention, value, first, last, true, sure, false, []) : null;
        if (value.From.Month is null) return null; // a weekly pattern
        (value, var order) = Ordered(mention, value, dates);
        return value.From.Year is { } year ? Whole(mention, value, year, order) : Inferred(mention, value, order, candidates ?? _years.Infer(dates, context.Tokens, mention, value));
    }

    private static (DateValue Value, double Probability) Ordered(Mention mention, DateValue value, DocumentDates dates)
    {
        if (!value.OrderAmbiguous || (value.From.Day == value.From.Month && value.To.Day == value.To.Month)) return (value, 1);
        var dayFirst = dates.Order.DayFirst(mention);
        return dayFirst > 0.5 ? (Calendar.Swap(value), dayFirst) : (value, 1 - dayFirst);
    }

    private static Reading? Whole(Mention mention, DateValue value, int year, double order)
    {
        if (Calendar.DaysIn(value, year) is not var (from, to)) return null;
        var reading = new Reading(mention, value, from, to, value.Completed is not null, order, false, order < CertainOrder ? Days(Calendar.Swap(value), year) : []);
        if (value.Impossible is not null) return reading with { Probability = Impossible, Others = Instead(value, from, to) };
        return reading.Weekday != WeekdayCheck.Contradicts ? reading
            : reading with { Probability = order * Contradicted, Others = [.. new[] { year - 1, year + 1 }.SelectMany(y => Days(value with { From = value.From with { Year = y }, To = value.To with { Year = value.To.Year + y - year } }, y)).Where(days => days.From.DayOfWeek == value.Weekday)] };
    }

    // "31 June" is the last of June or the first of July; of a range that ends before it begins the ends change places, or its end is in the year after.
    private static (DateOnly From, DateOnly To)[] Instead(DateValue value, DateOnly from, DateOnly to) =>
        value.From.ToDate() is { } first && value.To.ToDate() is { } last && last < first ? [(last, first), (first, last.AddYears(1))] : [(from.AddDays(1), to.AddDays(1))];

    private static (DateOnly From, DateOnly To)[] Days(DateValue value, int year) => Calendar.DaysIn(value, year) is { } days ? [days] : [];

    private static Reading? Inferred(Mention mention, DateValue value, double order, IReadOnlyList<LikelyDays> candidates)
    {
        if (value.ListYear is { } list && Calendar.DaysIn(value, list) is var (first, last)) return new(mention, value, first, last, true, OfList * order, false, []);
        if (candidates.Count == 0) return Yearless(mention, value);
        var (from, to, probability) = candidates[0];
        return new(mention, value, from, to, true, probability * order * (value.Impossible is null ? 1 : Impossible), false,
            value.Impossible is not null && !Exists(value, from) ? Instead(value, from, to) : [.. candidates.Skip(1).Where(candidate => candidate.Probability > 0.02 || candidate.From.DayOfWeek == value.Weekday).Select(candidate => (candidate.From, candidate.To))]);
    }

    // The day that the words name, which is not so for "31 June".
    private static bool Exists(DateValue value, DateOnly from) => value.From.Day == from.Day && value.To.Day >= value.From.Day;

    // Nothing in the document tells the year: the date is kept, and the reviewer is asked.
    private static Reading? Yearless(Mention mention, DateValue value) => Calendar.DaysIn(value, AnyYear) is var (from, to)
        ? new(mention, value, from, to, true, Impossible, false, []) { YearUnknown = true } : null;
}
