using System.Globalization;
using System.Text;
using Extract.Commands.Reporting;
using Extract.Learn.Judging;
using Extract.Text;
using static Extract.Commands.Reporting.HtmlPage;
using static Extract.Commands.Reporting.HtmlTable;

namespace Extract.Commands.Evaluating.Reporting;

/// <summary>The most confident mistakes of each field, each with its text.</summary>
internal static class Mistakes
{
    private const int Most = 12, Around = 160;

    public static ReportSection Of(Report report)
    {
        var records = report.Records.GroupBy(record => record.Source.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        var parts = report.Scores.Claims.Where(field => field.Key != Fields.AllFindings).Select(field => Of(field.Key, field.Value, records)).OfType<ReportSection>().ToList();
        return new("mistakes", Messages.MistakesHeading, Paragraph(parts.Count > 0 ? Messages.MistakesAbout : Messages.NoMistake), parts);
    }

    private static ReportSection? Of(string field, IReadOnlyList<Claim> claims, Dictionary<string, Record[]> records)
    {
        var worst = claims.Where(claim => !claim.Holds).OrderByDescending(claim => claim.Probability).ThenBy(claim => claim.Document, StringComparer.Ordinal).ThenBy(claim => claim.Place?.Start).Take(Most).ToList();
        if (worst.Count == 0) return null;
        var table = new StringBuilder("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"").Append(Escaped(field)).Append("\"><table>\n<thead><tr><th scope=\"col\">confidence</th><th scope=\"col\">document</th><th scope=\"col\">found</th><th scope=\"col\">labelled</th><th scope=\"col\">text</th></tr></thead>\n<tbody>\n");
        foreach (var claim in worst)
            table.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"number\">{claim.Probability:0.00}</td><td>{Escaped(claim.Document)}</td><td>{Escaped(claim.What)}</td><td>{Escaped(claim.Instead.Length > 0 ? claim.Instead : Messages.NothingInstead)}</td><td>{Words(claim, records.GetValueOrDefault(claim.Document) ?? [])}</td></tr>\n");
        return new($"mistakes-{field.Replace(' ', '-')}", field, table.Append("</tbody>\n</table></div>\n").ToString(), []);
    }

    // The words around the value; of a whole announcement its first ones.
    private static string Words(Claim claim, IReadOnlyList<Record> records)
    {
        if (claim.Place is not { } place || records.FirstOrDefault(record => record.Start <= place.Start && place.End <= record.End) is not { } record) return "";
        var whole = place.Start == record.Start && place.End == record.End;
        var (from, to) = whole ? (0, 0) : (place.Start - record.Start, place.End - record.Start);
        var (start, end) = (Math.Max(0, from - Around), Math.Min(record.Text.Length, to + (whole ? 2 * Around : Around)));
        return (start > 0 ? "…" : "") + Line(record.Text[start..from]) + (whole ? "" : $"<mark>{Line(record.Text[from..to])}</mark>") + Line(record.Text[to..end]) + (end < record.Text.Length ? "…" : "");
    }

    // A blank at an end parts the words from what is marked.
    private static string Line(string words)
    {
        var line = Escaped(WhiteSpace.Collapse(words));
        return line.Length == 0 ? words.Length > 0 ? " " : "" : (char.IsWhiteSpace(words[0]) ? " " : "") + line + (char.IsWhiteSpace(words[^1]) ? " " : "");
    }
}
