namespace Extract.Tag.Dates;

/// <summary>What the words of one date say about themselves: the year that one end lends to the other, and what cannot be.</summary>
internal static class DateChecks
{
    /// <summary>The value with its years completed within the words, and with what is impossible said.</summary>
    /// <param name="value">What the words say.</param>
    /// <param name="bothYears">Each end has a year of its own: none may be changed.</param>
    public static DateValue Check(DateValue value, bool bothYears)
    {
        if (value.Relative != RelativeKind.None || value.Recurrence is not null || value.Impossible is not null) return value;
        if (!bothYears) value = LendYear(value);
        return value with { Impossible = Impossible(value) };
    }

    // "30 December 2019 to 2 January" and "28 December - 3 January 2020": the other end is in the same year or the one beside it.
    private static DateValue LendYear(DateValue value)
    {
        var (first, last) = (value.From, value.To);
        var turns = Order(first) > Order(last);
        if (first.Year is null && last.Year is { } end) first = first with { Year = turns ? end - 1 : end };
        else if (last.Year is null && first.Year is { } start) last = last with { Year = turns ? start + 1 : start };
        else if (first.Year is not null && first.Year == last.Year && turns && first.Month != last.Month) first = first with { Year = first.Year - 1 };
        return value with { From = first, To = last };
    }

    private static int Order(PartialDate day) => ((day.Month ?? 0) * 100) + (day.Day ?? 0);

    private static string? Impossible(DateValue value)
    {
        if (!value.Coarse && !Exists(value.From)) return "The first day does not exist in the calendar.";
        if (!value.Coarse && !Exists(value.To)) return "The last day does not exist in the calendar.";
        return Ends(value) ? "It ends before it begins." : null;
    }

    private static bool Ends(DateValue value) => value.From.Year == value.To.Year
        ? value.From.Month == value.To.Month ? value.From.Day > value.To.Day : value.From.Year is not null && value.From.Month > value.To.Month
        : value.From.Year > value.To.Year;

    // Without a year 29 February may exist.
    private static bool Exists(PartialDate day) => day.ToDate(day.Year ?? 2000) is not null;
}
