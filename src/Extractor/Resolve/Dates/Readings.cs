using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>Reads every date mention of an announcement as days. The same readings serve resolving and learning.</summary>
/// <param name="yearModel">The learned weights of years, or null.</param>
/// <param name="words">The words around dates.</param>
internal sealed class Readings(LinearModel? yearModel, DateWords words)
{
    private const double CertainOrder = 0.95, UnsureOrder = 0.6, Impossible = 0.3, Contradicted = 0.7;
    private readonly YearInference _years = new(yearModel, words);

    /// <summary>The readings of the mentions inside, in order, then those of the headings above. Mentions that no day can be given are left out.</summary>
    public IReadOnlyList<Reading> Of(ResolveContext context, DocumentDates dates)
    {
        var readings = new List<Reading>();
        foreach (var mention in context.Inside(MentionKind.Date)) Add(readings, Read(context, dates, mention, false));
        foreach (var mention in context.Inherited(MentionKind.Date).Where(mention => !context.Announcement.Span.Overlaps(mention.Span)))
            Add(readings, Read(context, dates, mention, true));
        return readings;
    }

    private static void Add(List<Reading> readings, Reading? reading)
    {
        if (reading is not null) readings.Add(reading);
    }

    private Reading? Read(ResolveContext context, DocumentDates dates, Mention mention, bool inherited)
    {
        if (mention.Value is not DateValue value) return null;
        if (value.Relative != RelativeKind.None) return RelativeDates.Resolve(dates, context.Tokens, mention, value, words) is var (first, last, sure)
            ? new(mention, value, first, last, true, sure, inherited, []) : null;
        if (value.From.Month is null) return null; // a weekly pattern
        var order = 1.0;
        if (value.OrderAmbiguous && value.From.Day != value.From.Month) (value, order) = Order(value, dates);
        return value.From.Year is { } year ? Whole(mention, value, year, order, inherited) : Inferred(context, dates, mention, value, order, inherited);
    }

    private static (DateValue Value, double Probability) Order(DateValue value, DocumentDates dates)
    {
        if (value.Weekday is { } weekday && value.From.Year is { } year)
        {
            var (asRead, swapped) = (Calendar.DaysIn(value, year)?.From.DayOfWeek == weekday, Calendar.DaysIn(Calendar.Swap(value), year)?.From.DayOfWeek == weekday);
            if (asRead != swapped) return (asRead ? value : Calendar.Swap(value), CertainOrder);
        }
        return dates.DayFirst is { } dayFirst ? (dayFirst ? Calendar.Swap(value) : value, CertainOrder) : (value, UnsureOrder);
    }

    private static Reading? Whole(Mention mention, DateValue value, int year, double order, bool inherited)
    {
        if (Calendar.DaysIn(value, year) is not var (from, to)) return null;
        var reading = new Reading(mention, value, from, to, false, order, inherited, order == UnsureOrder ? Starts(Calendar.Swap(value), year) : []);
        if (value.Impossible is not null) return reading with { Probability = Impossible, Others = [from.AddDays(1)] };
        return reading.Weekday != WeekdayCheck.Contradicts ? reading
            : reading with { Probability = order * Contradicted, Others = [.. new[] { year - 1, year + 1 }.SelectMany(y => Starts(value with { From = value.From with { Year = y } }, y)).Where(day => day.DayOfWeek == value.Weekday)] };
    }

    private static DateOnly[] Starts(DateValue value, int year) => Calendar.DaysIn(value, year) is var (from, _) ? [from] : [];

    private Reading? Inferred(ResolveContext context, DocumentDates dates, Mention mention, DateValue value, double order, bool inherited)
    {
        var candidates = _years.Infer(dates, context.Tokens, mention, value);
        if (candidates.Count == 0) return null;
        var (from, to, probability) = candidates[0];
        return new(mention, value, from, to, true, probability * order * (value.Impossible is null ? 1 : Impossible), inherited,
            [.. candidates.Skip(1).Where(candidate => candidate.Probability > 0.02).Select(candidate => candidate.From)]);
    }
}
