using System.Globalization;
using System.Text;
using Extract.Commands.Reporting;
using Extract.Learn.Judging;
using static Extract.Commands.Reporting.HtmlPage;
using static Extract.Commands.Reporting.HtmlTable;

namespace Extract.Commands.Evaluating.Reporting;

/// <summary>The parts of the report, in order.</summary>
internal static class ReportSections
{
    public static IEnumerable<ReportSection> Of(Report report)
    {
        var scores = report.Scores;
        yield return new("fields", Messages.FieldsHeading, Paragraph(Messages.FieldsAbout) + Figures(scores), []);
        yield return new("shares", Messages.SharesHeading, Paragraph(Messages.SharesAbout) + Shares(scores), []);
        if (report.Witnesses is { } witnesses) yield return new("labels", Messages.LabelsHeading, Paragraph(Messages.LabelsAbout) + Labels(witnesses), []);
        if (scores.Claims.Count > 0) yield return new("probabilities", Messages.ProbabilitiesHeading, Paragraph(Messages.ProbabilitiesAbout) + Calibrations(scores) + Pictures(scores, Plots.Reliability), []);
        if (scores.Claims.Count > 0) yield return new("acceptance", Messages.AcceptanceHeading, Acceptance(report), []);
        if (scores.Claims.Count > 0) yield return Mistakes.Of(report);
        if (scores.Misses.Count > 0) yield return Misses.Of(scores);
    }

    private static string Figures(Scores scores) => HtmlTable.Of(Messages.FieldsHeading, ["field", "precision", "recall", "F1", "95 %", "right", "false", "missed", "what is right"], scores.Fields.Select(row =>
        (IReadOnlyList<string>)[row.Key, Share(row.Value.Precision), Share(row.Value.Recall), Share(row.Value.F1), scores.Intervals.TryGetValue(row.Key, out var interval) ? Show(interval) : "",
            Number(row.Value.Hits), Number(row.Value.False), Number(row.Value.Missed), ScoresTable.Meaning(row.Key)]));

    private static string Shares(Scores scores) => HtmlTable.Of(Messages.SharesHeading, ["figure", "share", "95 %", "of what"],
    [
        ["event type accuracy", Share(scores.EventTypeAccuracy), Show(scores.EventTypeInterval), "labelled announcements, with the right type"],
        ["when+where", Share(scores.WhenAndWhere), Show(scores.WhenAndWhereInterval), "labelled announcements, with exactly the right event dates and venues"],
        ["topics macro-F1", Share(scores.TopicsMacroF1), "", "mean F1 over the topics that gold has"],
        .. scores.RoleAccuracy.Select(row => (IReadOnlyList<string>)[$"{row.Key} role accuracy", Share(row.Value), "", "those found, with the right role"]),
        ["negatives", Number(scores.Negatives), "", $"records of {Number(scores.NegativeDocuments)} documents that announce nothing"],
        ["documents without a record", Number(scores.Missing), "", "documents that announce something"],
    ]);

    private static string Labels(WitnessTable witnesses) => HtmlTable.Of(Messages.LabelsHeading, ["figure", "rules", "classifier", "both"],
        WitnessTable.Figures.Select(row => (IReadOnlyList<string>)[row.Name, Share(row.Figure(witnesses.Rules)), Share(row.Figure(witnesses.Classifier)), Share(row.Figure(witnesses.Both))]));

    private static string Calibrations(Scores scores) => HtmlTable.Of(Messages.ProbabilitiesHeading, ["field", "ECE", "Brier", "of base", "gain", "count"], scores.Calibration.Select(row =>
        (IReadOnlyList<string>)[row.Key, Share(row.Value.Error), Share(row.Value.Brier), Share(row.Value.BrierOfBaseRate), row.Value.Gain.ToString("0 %", CultureInfo.InvariantCulture), Number(row.Value.Count)]));

    private static string Pictures(Scores scores, Func<string, IReadOnlyList<Claim>, string> picture)
    {
        var html = new StringBuilder("<div class=\"plots\">\n");
        foreach (var (field, claims) in scores.Claims) html.Append(CultureInfo.InvariantCulture, $"<figure><figcaption>{Escaped(field)}</figcaption>\n{picture(field, claims)}</figure>\n");
        return html.Append("</div>\n").ToString();
    }

    private static string Acceptance(Report report)
    {
        var html = new StringBuilder(Paragraph(Messages.AcceptedAbout));
        if (report.Acceptance is { } table)
            html.Append(HtmlTable.Of("accepted at acceptError", ["acceptError", "share", "right", "95 %", "records"], table.Rows.Select(row =>
                (IReadOnlyList<string>)[row.Error.ToString("0.0##", CultureInfo.InvariantCulture), Share(row.Share), Share(row.RightShare), row.Accepted == 0 ? "" : Show(Interval.Wilson(row.RightShare, row.Accepted)), Number(row.Accepted)])));
        if (report.Scores.Accepted is { } accepted)
            html.Append(HtmlTable.Of("accepted", ["figure", "share", "records"], [["accepted", Share(accepted.Share), Number(accepted.Count)], ["right among accepted", Share(accepted.Right), ""]]));
        html.Append(Waiting(report.Records));
        return html.Append(Paragraph(Messages.AcceptanceAbout)).Append(Pictures(report.Scores, Plots.RiskCoverage)).ToString();
    }

    // What is asked of the field as a whole and of one finding of it is one matter.
    private static string Waiting(IReadOnlyList<Record> records)
    {
        var waiting = records.Where(record => record.Status == "needs-review").ToList();
        var asked = waiting.SelectMany(record => record.Questions.Select(question => question.Field.Split('/') is [_, var field, .., var last] && last != field && !char.IsAsciiDigit(last[0]) ? $"{field}: {last}" : question.Field.Trim('/').Split('/')[0]).Distinct())
            .GroupBy(field => field, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal);
        return Paragraph(Messages.WaitsFor(waiting.Count, records.Count)) + HtmlTable.Of(Messages.WaitsCaption, ["asked", "records", "share of those that wait"],
            asked.Select(group => (IReadOnlyList<string>)[group.Key, Number(group.Count()), Share((double)group.Count() / waiting.Count)]));
    }

    // Rounded as the JSON is, so that the two say one thing.
    internal static string Share(double share) => Math.Round(share, 3).ToString("0.000", CultureInfo.InvariantCulture);

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Show(Interval interval) => $"{Share(interval.Low)}–{Share(interval.High)}";
}
