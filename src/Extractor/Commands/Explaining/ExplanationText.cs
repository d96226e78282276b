using System.Text;

namespace Extract.Commands.Explaining;

/// <summary>An explanation as plain text: a heading a stage, aligned columns.</summary>
internal static class ExplanationText
{
    private const int Widest = 60, WidestLast = 300; // what ends a line pushes nothing aside

    public static string Of(Explanation explanation)
    {
        var text = new StringBuilder();
        foreach (var section in explanation.Sections)
        {
            text.Append("== ").Append(section.Stage).Append(": ").Append(section.About).Append('\n');
            if (section.Note is { } note) text.Append("   ").Append(note).Append('\n');
            if (section.Rows.IsEmpty) text.Append("   none\n");
            else Table(text, section);
            text.Append('\n');
        }
        return text.ToString();
    }

    private static void Table(StringBuilder text, Section section)
    {
        var widths = section.Columns.Select((column, i) => Math.Min(i == section.Columns.Length - 1 ? WidestLast : Widest, section.Rows.Max(row => Math.Max(column.Length, row[i].Length)))).ToArray();
        foreach (var row in section.Rows.Prepend(section.Columns))
        {
            var line = new StringBuilder("  ");
            for (var i = 0; i < row.Length; i++) line.Append(' ').Append(Explanation.Cut(row[i], widths[i]).PadRight(widths[i] + 1));
            text.Append(line.ToString().TrimEnd()).Append('\n');
        }
    }
}
