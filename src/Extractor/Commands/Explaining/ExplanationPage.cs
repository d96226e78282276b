using System.Globalization;
using System.Net;
using System.Text;
using Extract.Read;
using Extract.Read.Html;
using Extract.Tag;

namespace Extract.Commands.Explaining;

/// <summary>An explanation as one HTML page that needs nothing beside it: the text with its mentions marked, and the tables of the stages.</summary>
internal static class ExplanationPage
{
    private const string Style = """
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #1b1f24; background: #fff }
        pre { white-space: pre-wrap; border: 1px solid #c8ccd1; padding: 1rem; border-radius: 4px; font: inherit }
        table { border-collapse: collapse; margin: .5rem 0 1.5rem; width: 100% } th, td { text-align: left; vertical-align: top; padding: .2rem .6rem; border-bottom: 1px solid #e2e5e9 }
        th { color: #57606a; font-weight: 600 } mark { border-radius: 3px; padding: 0 .15em; color: inherit }
        .Date { background: #ffe8a3 } .City { background: #b9e6c4 } .Country, .Region { background: #dcefe0 } .Organization { background: #c9dcff }
        iframe { width: 100%; height: 40rem; border: 1px solid #c8ccd1; border-radius: 4px }
        .Topic { background: #efd6ff } .EventType { background: #ffd6dd } .Cue, .Person { background: #e6e8eb }
        """;

    /// <summary>How every such page begins: by it the program knows its own again.</summary>
    public const string Head = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta name=\"generator\" content=\"extract explain\">\n";

    public static string Of(Explanation explanation)
    {
        var page = new StringBuilder();
        var name = explanation.Tagged?.Document.Source.Id ?? explanation.Fault?.Where ?? "explained";
        page.Append(CultureInfo.InvariantCulture, $"{Head}<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{Html(name)} explained</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<h1>{Html(name)}</h1>\n");
        if (explanation.Fault is { } fault) page.Append(CultureInfo.InvariantCulture, $"<p>{Html(fault.ToString())}</p>\n");
        if (explanation.Tagged is { } tagged)
        {
            Text(page, tagged);
            Original(page, tagged, explanation.Reading ?? new());
        }
        foreach (var section in explanation.Sections) Table(page, section);
        return page.Append("</body>\n</html>\n").ToString();
    }

    // Mentions may overlap: the longest at each place is marked, the others stand in the table.
    private static IEnumerable<PageMark> Marks(TaggedDocument tagged)
    {
        var at = 0;
        foreach (var mention in tagged.Mentions.Where(mention => mention.Kind != MentionKind.Cue))
        {
            if (mention.Span.Start < at) continue;
            yield return new(mention.Span, mention.Kind.ToString(), $"{MentionWords.Of(mention.Value)} ({mention.Evidence.By})");
            at = mention.Span.End;
        }
    }

    // The page as it was fetched, in a frame in which nothing runs and nothing is loaded.
    private static void Original(StringBuilder page, TaggedDocument tagged, ReadSettings reading)
    {
        if (tagged.Document.Source.MediaType is not ("text/html" or "application/xhtml+xml") || new HtmlReader(reading).Mark(tagged.Document.Source, Marks(tagged)) is not { } marked) return;
        var inner = $"<!doctype html><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><style>{Style}</style>{marked}";
        page.Append(CultureInfo.InvariantCulture, $"<h2>The page, with mentions</h2>\n<iframe sandbox title=\"The page, with mentions\" srcdoc=\"{Html(inner)}\"></iframe>\n");
    }

    private static void Text(StringBuilder page, TaggedDocument tagged)
    {
        page.Append("<h2>The text, with mentions</h2>\n<p>");
        foreach (var kind in tagged.Mentions.Select(mention => mention.Kind).Distinct().Order()) page.Append(CultureInfo.InvariantCulture, $"<mark class=\"{kind}\">{kind}</mark> ");
        page.Append("</p>\n<pre>");
        var text = tagged.Document.Text;
        var at = 0;
        foreach (var mark in Marks(tagged))
        {
            page.Append(Html(text[at..mark.Span.Start]));
            page.Append(CultureInfo.InvariantCulture, $"<mark class=\"{mark.Class}\" title=\"{Html(mark.Title)}\">{Html(mark.Span.Of(text))}</mark>");
            at = mark.Span.End;
        }
        page.Append(Html(text[at..])).Append("</pre>\n");
    }

    private static void Table(StringBuilder page, Section section)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Html(section.Stage)}: {Html(section.About)}</h2>\n");
        if (section.Note is { } note) page.Append(CultureInfo.InvariantCulture, $"<p>{Html(note)}</p>\n");
        if (section.Rows.IsEmpty)
        {
            page.Append("<p>none</p>\n");
            return;
        }
        page.Append("<table>\n<thead><tr>").AppendJoin("", section.Columns.Select(column => $"<th scope=\"col\">{Html(column)}</th>")).Append("</tr></thead>\n<tbody>\n");
        foreach (var row in section.Rows) page.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{Html(cell)}</td>")).Append("</tr>\n");
        page.Append("</tbody>\n</table>\n");
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
