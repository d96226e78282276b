using System.Globalization;
using System.Text;
using Extract.Commands.Reporting;
using Extract.Run;
using static Extract.Commands.Reporting.HtmlPage;
using static Extract.Commands.Reporting.HtmlTable;

namespace Extract.Commands.RunReporting;

/// <summary>The page of <c>extract report</c>: what became of every document, and what the records are about.</summary>
/// <param name="About">Which run it is, in a sentence.</param>
/// <param name="Ledger">The ledger's figures.</param>
/// <param name="Records">The records' figures.</param>
internal sealed record RunReport(string About, LedgerFigures Ledger, RecordFigures Records)
{
    /// <summary>How every such page begins: by it the program knows its own again.</summary>
    public static readonly string Head = HtmlPage.Head("report");

    /// <summary>The page.</summary>
    public string ToHtml() => HtmlPage.Of("report", Messages.RunReportTitle, About, [.. Sections()]);

    private IEnumerable<ReportSection> Sections()
    {
        yield return new("ledger", Messages.LedgerHeading, Sums(), []);
        if (Records.All > 0) yield return new("months", Messages.MonthsHeading, ByMonth(), []);
        if (Records.Countries.Keys > 0) yield return new("countries", Messages.CountriesHeading, BarTable.Of(Messages.CountriesAbout(Records.WithoutVenue), "country", Records.Countries, CountryNames.Of), []);
        if (Records.Venues.Count > 0) yield return new("map", Messages.MapHeading, Paragraph(Messages.MapAbout(Records.Venues.Count, Records.Unplaced)) + VenueMap.Of(Records.Venues), []);
        if (Records.Topics.Keys > 0) yield return new("topics", Messages.TopicsHeading, BarTable.Of(Messages.TopicsAbout, "topic", Records.Topics), []);
        if (Records.Types.Keys > 0) yield return new("types", Messages.TypesHeading, BarTable.Of(Messages.TypesAbout, "type", Records.Types), []);
        if (Records.Sources.Keys > 0) yield return new("sources", Messages.SourcesHeading, BarTable.Of(Messages.SourcesAbout, "source", Records.Sources), []);
        if (Records.All > 0) yield return new("confidence", Messages.ConfidenceHeading, ByConfidence(), []);
        yield return new("failures", Messages.FailuresHeading, Failures(), []);
        yield return new("drops", Messages.DropsHeading, Drops(), []);
    }

    private string Sums()
    {
        var (html, settled) = (new StringBuilder("<ul class=\"figures\">\n"), Records.Statuses["accepted"].All + Records.Statuses["reviewed"].All);
        foreach (var (number, what) in new[] { (Ledger.Documents, "documents"), (Records.All, "records"), (settled, Messages.SettledColumn), (Records.Statuses["needs-review"].All, Messages.WaitingColumn), (Ledger[Outcome.Failed], "documents failed") })
            html.Append(CultureInfo.InvariantCulture, $"<li><b>{number:N0}</b> <span>{Escaped(what)}</span></li>\n");
        html.Append("</ul>\n");
        var isWhole = Ledger.Records + Records.Made == Records.All;
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"balance{(isWhole ? "" : " wrong")}\">{Escaped(isWhole ? Messages.Balanced(Ledger.Documents, Ledger.Records, Ledger.Linked, Records.Made) : Messages.Unbalanced(Ledger.Records, Records.All))}</p>\n");
        html.Append(HtmlTable.Of(Messages.EndsCaption, ["documents", "count", "share", "what it means"], Enum.GetValues<Outcome>().Select(outcome =>
            (IReadOnlyList<string>)[Messages.EndName(outcome), Number(Ledger[outcome]), Share(Ledger[outcome], Ledger.Documents), Messages.EndMeans(outcome)]).Append(["all", Number(Ledger.Documents), "", ""])));
        return html.Append(HtmlTable.Of(Messages.StatusCaption, ["records", "count", "share"], Records.Statuses.Largest().Select(row =>
            (IReadOnlyList<string>)[row.Key, Number(row.Count.All), Share(row.Count.All, Records.All)]).Append(["all", Number(Records.All), ""]))).ToString();
    }

    private string ByMonth()
    {
        var (columns, outside) = Months.Of(Records.Months);
        var about = Paragraph(Messages.MonthsAbout(Records.WithoutDate, outside));
        return columns.Count == 0 ? about : about + Legend + ColumnChart.Of(Messages.MonthsHeading, "month", columns);
    }

    private string ByConfidence() => Paragraph(Messages.ConfidenceAbout) + Legend + ColumnChart.Of(Messages.ConfidenceHeading, "confidence", [.. Records.Confidences.Select((count, i) =>
        new Column(string.Create(CultureInfo.InvariantCulture, $"{i / 20.0:0.00}–{(i + 1) / 20.0:0.00}"), i % 2 == 0 ? string.Create(CultureInfo.InvariantCulture, $"{i / 20.0:0.0}") : null, count))]);

    private string Failures()
    {
        if (Ledger[Outcome.Failed] == 0) return Paragraph(Messages.NoFailure);
        var html = new StringBuilder(Paragraph(Messages.FailuresAbout));
        html.Append(Reasons(Messages.FailuresHeading, Ledger.Failed, Ledger[Outcome.Failed]));
        html.Append(CultureInfo.InvariantCulture, $"<details>\n<summary>{Escaped(Messages.FailuresShown(Ledger.Failures.Count, Ledger[Outcome.Failed]))}</summary>\n");
        return html.Append(HtmlTable.Of(Messages.FailuresCaption, ["document", "why"], Ledger.Failures.Select(failure => (IReadOnlyList<string>)[failure.Input, failure.Why]))).Append("</details>\n").ToString();
    }

    private string Drops() =>
        (Ledger.Dropped.Keys == 0 ? Paragraph(Messages.NoDrop) : Paragraph(Messages.DropsAbout) + Reasons(Messages.DropsCaption, Ledger.Dropped, Ledger[Outcome.Dropped]))
        + (Ledger.Parts.Keys == 0 ? "" : Paragraph(Messages.PartsAbout) + Reasons(Messages.PartsCaption, Ledger.Parts, Ledger.Parts.Largest().Sum(row => row.Count.All)));

    private static string Reasons(string caption, Counts counts, int all)
    {
        const int most = 40;
        var rows = counts.Largest().ToList();
        var others = rows.Skip(most).Sum(row => row.Count.All) + counts.Others.All;
        var shown = rows.Take(most).Select(row => (IReadOnlyList<string>)[row.Key, Number(row.Count.All), Share(row.Count.All, all)]);
        return HtmlTable.Of(caption, ["why", "count", "share"], others == 0 ? shown : shown.Append([Messages.OtherKeys(Math.Max(1, rows.Count - most)), Number(others), Share(others, all)]));
    }

    private static string Legend => $"<ul class=\"legend\"><li><span class=\"key accepted\"></span>{Escaped(Messages.SettledColumn)}</li><li><span class=\"key waits\"></span>{Escaped(Messages.WaitingColumn)}</li></ul>\n";

    private static string Share(int part, int all) => all == 0 ? "" : ((double)part / all).ToString("0.0 %", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
