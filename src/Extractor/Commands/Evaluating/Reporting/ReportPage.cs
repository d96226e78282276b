using Extract.Commands.Reporting;

namespace Extract.Commands.Evaluating.Reporting;

/// <summary>The report of <c>evaluate</c> as one HTML page.</summary>
internal static class ReportPage
{
    /// <summary>How every such page begins: by it the program knows its own again.</summary>
    public static readonly string Head = HtmlPage.Head("evaluate");

    public static string Of(Report report) => HtmlPage.Of("evaluate", Messages.ReportTitle, report.About, [.. ReportSections.Of(report)]);
}
