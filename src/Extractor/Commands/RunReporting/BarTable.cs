using System.Globalization;
using System.Text;
using static Extract.Commands.Reporting.HtmlTable;

namespace Extract.Commands.RunReporting;

/// <summary>A chart of bars that is a table: who does not see the bars reads the numbers beside them.</summary>
internal static class BarTable
{
    private const int MostRows = 25;

    /// <summary>The largest counts, and one row for all others.</summary>
    /// <param name="caption">What is counted.</param>
    /// <param name="heading">What the first column says.</param>
    /// <param name="counts">The counts.</param>
    /// <param name="name">A key in words, or null for itself.</param>
    public static string Of(string caption, string heading, Counts counts, Func<string, string>? name = null)
    {
        var rows = counts.Largest().ToList();
        var shown = rows.Take(MostRows).Select(row => (name is null ? row.Key : name(row.Key), row.Count)).ToList();
        var others = rows.Skip(MostRows).Aggregate(counts.Others, (sum, row) => sum + row.Count);
        var most = shown.Select(row => row.Count.All).DefaultIfEmpty(1).Max();
        var table = new StringBuilder($"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{Escaped(caption)}\"><table class=\"bars\">\n<caption>{Escaped(caption)}</caption>\n<thead><tr>");
        table.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Escaped(heading)}</th><td></td>");
        foreach (var column in new[] { Messages.SettledColumn, Messages.WaitingColumn, Messages.AllColumn }) table.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" class=\"number\">{Escaped(column)}</th>");
        table.Append("</tr></thead>\n<tbody>\n");
        foreach (var (key, count) in shown) Add(table, key, count, Bar(count, most));
        if (others.All > 0) Add(table, Messages.OtherKeys(Math.Max(1, rows.Count - MostRows)), others, "");
        return table.Append("</tbody>\n</table></div>\n").ToString();
    }

    private static void Add(StringBuilder table, string key, Count count, string bar) => table.Append(CultureInfo.InvariantCulture,
        $"<tr><th scope=\"row\">{Escaped(key)}</th><td class=\"bar\">{bar}</td><td class=\"number\">{count.Settled:N0}</td><td class=\"number\">{count.Waiting:N0}</td><td class=\"number\">{count.All:N0}</td></tr>\n");

    private static string Bar(Count count, int most)
    {
        double settled = 1000.0 * count.Settled / most, waiting = 1000.0 * count.Waiting / most;
        return string.Create(CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"accepted\" width=\"{settled:0.#}\" height=\"10\"/><rect class=\"waits\" x=\"{settled:0.#}\" width=\"{waiting:0.#}\" height=\"10\"/></svg>");
    }
}
