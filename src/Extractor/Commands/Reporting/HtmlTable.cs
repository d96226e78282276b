using System.Net;
using System.Text;

namespace Extract.Commands.Reporting;

/// <summary>A table of a report; a cell that begins with a digit or a sign is set as a number.</summary>
internal static class HtmlTable
{
    /// <summary>The table; the first cell of a row is its heading. Everything is escaped.</summary>
    public static string Of(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new StringBuilder($"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{Escaped(caption)}\"><table>\n<caption>{Escaped(caption)}</caption>\n<thead><tr>");
        table.AppendJoin("", columns.Select(column => $"<th scope=\"col\">{Escaped(column)}</th>")).Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            table.Append("<tr><th scope=\"row\">").Append(Escaped(row[0])).Append("</th>");
            foreach (var cell in row.Skip(1)) table.Append(IsNumber(cell) ? "<td class=\"number\">" : "<td>").Append(Escaped(cell)).Append("</td>");
            table.Append("</tr>\n");
        }
        return table.Append("</tbody>\n</table></div>\n").ToString();
    }

    /// <summary>Words as HTML shows them, whatever they hold.</summary>
    public static string Escaped(string words) => WebUtility.HtmlEncode(words);

    private static bool IsNumber(string cell) => cell.Length is > 0 and < 16 && (char.IsAsciiDigit(cell[0]) || (cell[0] is '-' or '+' && cell.Length > 1 && char.IsAsciiDigit(cell[1])));
}
