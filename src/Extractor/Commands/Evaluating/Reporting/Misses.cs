using System.Globalization;
using System.Text;
using Extract.Commands.Reporting;
using Extract.Learn.Judging;
using static Extract.Commands.Reporting.HtmlPage;
using static Extract.Commands.Reporting.HtmlTable;

namespace Extract.Commands.Evaluating.Reporting;

/// <summary>What was missed and what was wrongly found, by field.</summary>
internal static class Misses
{
    private const int Most = 40;

    public static ReportSection Of(Scores scores)
    {
        var html = new StringBuilder(Paragraph(Messages.MissesAbout));
        foreach (var field in scores.Misses.GroupBy(miss => miss.Field))
        {
            var all = field.OrderBy(miss => miss.IsFalse).ToList();
            // Of both some, however many there are of the one.
            var shown = all.Where(miss => !miss.IsFalse).Take(Most / 2).Concat(all.Where(miss => miss.IsFalse).Take(Most / 2)).ToList();
            html.Append(CultureInfo.InvariantCulture, $"<details>\n<summary>{Escaped(Messages.MissesOf(field.Key, all.Count(miss => !miss.IsFalse), all.Count(miss => miss.IsFalse)))}</summary>\n");
            html.Append(HtmlTable.Of(field.Key, ["document", "", "what"], shown.Select(miss => (IReadOnlyList<string>)[miss.Document, miss.IsFalse ? "false" : "missed", miss.What])));
            if (shown.Count < all.Count) html.Append(Paragraph(Messages.MoreMisses(all.Count - shown.Count, field.Key)));
            html.Append("</details>\n");
        }
        return new("misses", Messages.MissesHeading, html.ToString(), []);
    }
}
