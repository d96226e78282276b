using System.Globalization;

namespace Extract.Review.Wording;

/// <summary>Days as words of a cell: <c>2018-06-28</c>, <c>2018-06-28..2018-06-29</c>, with an open end <c>2018-06-28..</c>.</summary>
internal static class DayWords
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>The words of a date.</summary>
    public static string Of(DateOnly? from, DateOnly? to) => from == to ? Day(from) : $"{Day(from)}..{Day(to)}";

    /// <summary>The date of the words. Throws <see cref="InvalidDataException"/> with a sentence for the reviewer where they are none.</summary>
    public static (DateOnly? From, DateOnly? To) Parse(string words)
    {
        var ends = words.Split("..");
        if (ends.Length > 2) throw new InvalidDataException(Messages.NoSuchDay(words));
        var (from, to) = (End(ends[0]), End(ends[^1]));
        if (from is null && to is null) throw new InvalidDataException(Messages.NoSuchDay(words));
        return from > to ? throw new InvalidDataException(Messages.EndsBeforeItBegins(words)) : (from, to);
    }

    /// <summary>How an announcement may have written the date, the fullest forms first.</summary>
    public static IEnumerable<string> Written(DateOnly? from, DateOnly? to)
    {
        if (from is not { } first) return to is { } only ? Day(only, only) : [];
        return to is { } last && last != first ? Range(first, last) : Day(first, first);
    }

    private static IEnumerable<string> Day(DateOnly day, DateOnly _)
    {
        var (number, month) = (day.Day, Month(day));
        foreach (var form in new[] { Form, "dd/MM/yyyy", "dd.MM.yyyy", "d.M.yyyy", "d/M/yyyy" }) yield return day.ToString(form, CultureInfo.InvariantCulture);
        foreach (var name in new[] { month, month[..3] })
            foreach (var year in new[] { $" {day.Year}", "" })
            {
                yield return $"{number} {name}{year}";
                yield return $"{name} {number}{(year.Length > 0 ? "," + year : "")}";
            }
    }

    private static IEnumerable<string> Range(DateOnly first, DateOnly last)
    {
        foreach (var dash in new[] { "-", "–", " - ", " – ", " to " })
            foreach (var year in new[] { $" {last.Year}", "" })
            {
                var comma = year.Length > 0 ? "," + year : "";
                if (first.Month == last.Month) yield return $"{first.Day}{dash}{last.Day} {Month(last)}{year}";
                if (first.Month == last.Month) yield return $"{Month(first)} {first.Day}{dash}{last.Day}{comma}";
                yield return $"{first.Day} {Month(first)}{dash}{last.Day} {Month(last)}{year}";
                yield return $"{Month(first)} {first.Day}{dash}{Month(last)} {last.Day}{comma}";
            }
    }

    private static string Month(DateOnly day) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month);

    private static string Day(DateOnly? day) => day?.ToString(Form, CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? End(string words) => words.Trim() is not { Length: > 0 } day ? null
        : DateOnly.TryParseExact(day, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known : throw new InvalidDataException(Messages.NoSuchDay(day));
}
