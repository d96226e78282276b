using System.Globalization;

namespace Extract.Commands.RunReporting;

/// <summary>The months of a chart: all from the first to the last, or, where that is a longer time than a chart can show, the years that hold the most.</summary>
internal static class Months
{
    private const int Most = 240;

    /// <summary>The columns, and how many records lie before and behind them.</summary>
    public static (IReadOnlyList<Column> Columns, int Outside) Of(Counts counts)
    {
        var months = counts.InOrder().Select(month => (At: Index(month.Key), month.Count)).Where(month => month.At is not null).ToDictionary(month => month.At!.Value, month => month.Count);
        if (months.Count == 0) return ([], 0);
        var (first, last) = (months.Keys.Min() / 12 * 12, (months.Keys.Max() / 12 * 12) + 11);
        if (last - first >= Most) (first, last) = Fullest(months, first, last);
        var every = Math.Max(1, (last - first + 1) / 12 / 16);
        var columns = Enumerable.Range(first, last - first + 1).Select(at => new Column(Name(at), Tick(at, first, every), months.GetValueOrDefault(at))).ToList();
        return (columns, months.Values.Sum(count => count.All) - columns.Sum(column => column.Count.All));
    }

    private static (int First, int Last) Fullest(Dictionary<int, Count> months, int first, int last)
    {
        var years = Enumerable.Range(0, ((last - first - Most) / 12) + 2).Select(year => first + (year * 12));
        var best = years.MaxBy(from => months.Where(month => month.Key >= from && month.Key < from + Most).Sum(month => (long)month.Value.All));
        return (best, best + Most - 1);
    }

    private static int? Index(string month) =>
        int.TryParse(month.AsSpan(0, 4), CultureInfo.InvariantCulture, out var year) && int.TryParse(month.AsSpan(5, 2), CultureInfo.InvariantCulture, out var of) ? (year * 12) + of - 1 : null;

    private static string Name(int at) => string.Create(CultureInfo.InvariantCulture, $"{at / 12:0000}-{(at % 12) + 1:00}");

    private static string? Tick(int at, int first, int every) => at % 12 == 0 && (at - first) / 12 % every == 0 ? (at / 12).ToString("0000", CultureInfo.InvariantCulture) : null;
}
