using System.Globalization;
using System.Text;
using static Extract.Commands.Reporting.HtmlTable;

namespace Extract.Commands.Reporting;

/// <summary>A report as one HTML page that needs nothing beside it, in light and dark, with a table of contents; no script runs.</summary>
internal static class HtmlPage
{
    private static readonly Lazy<string> Style = new(() =>
    {
        using var reader = new StreamReader(typeof(HtmlPage).Assembly.GetManifestResourceStream("report.css")!);
        return reader.ReadToEnd();
    });

    /// <summary>How every page of a command begins: by it the program knows its own again.</summary>
    public static string Head(string command) => $"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta name=\"generator\" content=\"extract {command}\">\n";

    /// <summary>The page.</summary>
    /// <param name="command">Which command made it.</param>
    /// <param name="title">Its title.</param>
    /// <param name="about">What it is about, in a sentence.</param>
    /// <param name="sections">Its parts, in order.</param>
    public static string Of(string command, string title, string about, IReadOnlyList<ReportSection> sections)
    {
        var page = new StringBuilder(Head(command));
        page.Append("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Escaped(title)}</title>\n<style>\n{Style.Value}</style>\n</head>\n<body>\n<header>\n<a class=\"skip\" href=\"#main\">{Escaped(Messages.SkipContents)}</a>\n");
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Escaped(title)}</h1>\n<p>{Escaped(about)}</p>\n</header>\n<nav aria-label=\"{Escaped(Messages.Contents)}\">\n<ul>\n");
        foreach (var section in sections) AddEntry(page, section);
        page.Append("</ul>\n</nav>\n<main id=\"main\" tabindex=\"-1\">\n");
        foreach (var section in sections) AddSection(page, section, 2);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>A paragraph of words, escaped.</summary>
    public static string Paragraph(string words) => $"<p>{Escaped(words)}</p>\n";

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
