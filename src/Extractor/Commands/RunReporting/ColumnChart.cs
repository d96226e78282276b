using System.Globalization;
using System.Text;
using Extract.Commands.Reporting;
using static Extract.Commands.Reporting.HtmlTable;

namespace Extract.Commands.RunReporting;

/// <summary>A column of a chart.</summary>
/// <param name="Name">What it counts, in words.</param>
/// <param name="Tick">What stands below its left edge, or null.</param>
/// <param name="Count">How many.</param>
internal readonly record struct Column(string Name, string? Tick, Count Count);

/// <summary>Columns side by side as inline SVG, with a table of the same numbers to open below.</summary>
internal static class ColumnChart
{
    private const int Width = 960, Height = 260, Left = 64, Right = 12, Top = 14, Bottom = 28;

    /// <summary>The chart.</summary>
    /// <param name="title">What it shows; read out where it cannot be seen.</param>
    /// <param name="heading">What the first column of the table says.</param>
    /// <param name="columns">The columns, in order.</param>
    public static string Of(string title, string heading, IReadOnlyList<Column> columns)
    {
        var most = Scale.Above(columns.Select(column => column.Count.All).DefaultIfEmpty(0).Max());
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<figure>\n<svg viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" role=\"img\" aria-label=\"{Escaped(title)}\">\n");
        foreach (var step in Scale.Steps(most)) AddStep(svg, step, most);
        for (var i = 0; i < columns.Count; i++) AddColumn(svg, columns, i, most);
        svg.Append("</svg>\n</figure>\n");
        var rows = columns.Where(column => column.Count.All > 0).Select(column => (IReadOnlyList<string>)[column.Name, Number(column.Count.Settled), Number(column.Count.Waiting), Number(column.Count.All)]);
        return svg.Append(CultureInfo.InvariantCulture, $"<details>\n<summary>{Escaped(Messages.SameAsTable)}</summary>\n{HtmlTable.Of(title, [heading, Messages.SettledColumn, Messages.WaitingColumn, Messages.AllColumn], rows)}</details>\n").ToString();
    }

    private static void AddStep(StringBuilder svg, int step, int most)
    {
        var y = Y(step, most);
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{Left} {y:0.#}H{Width - Right}\"/><text x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{step:N0}</text>\n");
    }

    private static void AddColumn(StringBuilder svg, IReadOnlyList<Column> columns, int i, int most)
    {
        var (name, tick, count) = columns[i];
        var wide = (double)(Width - Left - Right) / columns.Count;
        var (x, gap, settled, all, foot) = (Left + (i * wide), wide > 6 ? 1.5 : wide > 3 ? 0.8 : 0, Y(count.Settled, most), Y(count.All, most), Height - Bottom);
        if (tick is not null) svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{x:0.#} {foot}v5\"/><text x=\"{x:0.#}\" y=\"{Height - 8}\" text-anchor=\"middle\">{Escaped(tick)}</text>\n");
        if (count.All == 0) return;
        svg.Append(CultureInfo.InvariantCulture, $"<g><title>{Escaped(Messages.ColumnSays(name, count.Settled, count.Waiting))}</title>");
        if (count.Settled > 0) svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"accepted\" x=\"{x:0.##}\" y=\"{settled:0.##}\" width=\"{wide - gap:0.##}\" height=\"{foot - settled:0.##}\"/>");
        if (count.Waiting > 0) svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"waits\" x=\"{x:0.##}\" y=\"{all:0.##}\" width=\"{wide - gap:0.##}\" height=\"{settled - all:0.##}\"/>");
        svg.Append("</g>\n");
    }

    private static double Y(int count, int most) => Height - Bottom - ((double)count / most * (Height - Top - Bottom));

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

/// <summary>Round numbers for an axis.</summary>
internal static class Scale
{
    /// <summary>The end of an axis that shows so many.</summary>
    public static int Above(int most)
    {
        var step = Step(Math.Max(1, most));
        return (int)Math.Min(int.MaxValue, ((long)Math.Max(1, most) + step - 1) / step * step);
    }

    /// <summary>The marks of an axis from 0 to its end.</summary>
    public static IEnumerable<int> Steps(int end)
    {
        for (long at = 0; at <= end; at += Step(end)) yield return (int)at;
    }

    // 1, 2 or 5 times a power of ten: four to eight of them to the end.
    private static int Step(int most)
    {
        var power = (int)Math.Pow(10, Math.Floor(Math.Log10(most)));
        return Math.Max(1, (most / power) switch { 1 => power / 5, < 4 => power / 2, _ => power });
    }
}
