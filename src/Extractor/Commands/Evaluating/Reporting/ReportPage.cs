using System.Globalization;
using System.Text;
using static Extract.Commands.Evaluating.Reporting.HtmlTable;

namespace Extract.Commands.Evaluating.Reporting;

/// <summary>The report of <c>evaluate</c> as one HTML page that needs nothing beside it, in light and dark, with a table of contents; no script runs.</summary>
internal static class ReportPage
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --paper: #ffffff; --edge: #d5d9de; --line: #0b57d0; --mark: #ffe8a3; --faint: #f4f6f8 }
        @media (prefers-color-scheme: dark) { :root { --ink: #e3e6ea; --soft: #a3abb5; --paper: #16191d; --edge: #3a4048; --line: #7fb0ff; --mark: #5c4a10; --faint: #1f2329 } }
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: var(--ink); background: var(--paper) }
        h1 { margin-bottom: .2rem } h2 { margin-top: 3rem; border-bottom: 1px solid var(--edge) } h3 { margin: 1.6rem 0 .4rem } p { max-width: 50rem }
        a { color: var(--line) } nav ul { columns: 3 14rem; padding-left: 1.2rem } nav ul ul { columns: auto }
        table { border-collapse: collapse; margin: .5rem 0 1.5rem } .wide { overflow-x: auto } caption { text-align: left; color: var(--soft); padding: .2rem 0 }
        th, td { text-align: left; vertical-align: top; padding: .2rem .7rem; border-bottom: 1px solid var(--edge); font-weight: normal } thead th { color: var(--soft) }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap } mark { background: var(--mark); color: inherit; border-radius: 3px; padding: 0 .1em }
        .plots { display: flex; flex-wrap: wrap; gap: 1rem 2rem } figure { margin: 0 } figcaption { color: var(--soft) } summary { cursor: pointer; padding: .2rem 0 }
        svg { display: block; max-width: 100%; height: auto; background: var(--faint); border-radius: 4px } svg text { font: 12px system-ui, sans-serif; fill: var(--soft) } svg .note { font-size: 11px }
        .grid { stroke: var(--edge); stroke-width: .7; fill: none } .curve { stroke: var(--line); stroke-width: 2; fill: none; stroke-linejoin: round }
        .ideal { stroke: var(--soft); stroke-dasharray: 4 4; fill: none } .range { stroke: var(--line); opacity: .45; stroke-width: 2 } .dot { fill: var(--line) }
        @media print { nav { display: none } details { display: block } }
        """;

    /// <summary>How every such page begins: by it the program knows its own again.</summary>
    public const string Head = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta name=\"generator\" content=\"extract evaluate\">\n";

    public static string Of(Report report)
    {
        var sections = ReportSections.Of(report).ToList();
        var page = new StringBuilder(Head);
        page.Append("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Escaped(Messages.ReportTitle)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<header>\n<h1>{Escaped(Messages.ReportTitle)}</h1>\n<p>{Escaped(report.About)}</p>\n</header>\n");
        page.Append(CultureInfo.InvariantCulture, $"<nav aria-label=\"{Escaped(Messages.Contents)}\">\n<ul>\n");
        foreach (var section in sections) AddEntry(page, section);
        page.Append("</ul>\n</nav>\n<main>\n");
        foreach (var section in sections) AddSection(page, section, 2);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void AddEntry(StringBuilder page, ReportSection section)
    {
        page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{section.Anchor}\">{Escaped(section.Heading)}</a>");
        if (section.Parts.Count > 0)
        {
            page.Append("\n<ul>\n");
            foreach (var part in section.Parts) AddEntry(page, part);
            page.Append("</ul>\n");
        }
        page.Append("</li>\n");
    }

    private static void AddSection(StringBuilder page, ReportSection section, int level)
    {
        page.Append(CultureInfo.InvariantCulture, $"<section>\n<h{level} id=\"{section.Anchor}\">{Escaped(section.Heading)}</h{level}>\n{section.Html}");
        foreach (var part in section.Parts) AddSection(page, part, level + 1);
        page.Append("</section>\n");
    }
}
