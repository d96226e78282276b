using System.Collections.Immutable;
using System.Text;

namespace Extract.Review.Wording;

/// <summary>Several values in one cell of a table: <c>one; two</c>. A value that holds a semicolon or begins with a quotation mark stands in quotation marks, its own doubled.</summary>
internal static class Cell
{
    /// <summary>The values as one cell.</summary>
    public static string Join(IEnumerable<string> values) => string.Join("; ", values.Select(Quoted));

    /// <summary>The values of a cell, without white space at their ends; empty ones are left out.</summary>
    public static ImmutableArray<string> Split(string cell)
    {
        var values = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; at < cell.Length; at++)
        {
            while (at < cell.Length && char.IsWhiteSpace(cell[at])) at++;
            var value = at < cell.Length && cell[at] == '"' ? InMarks(cell, ref at) : Plain(cell, ref at);
            if (value.Length > 0) values.Add(value);
        }
        return values.ToImmutable();
    }

    private static string Quoted(string value) =>
        value.Contains(';', StringComparison.Ordinal) || value.StartsWith('"') ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    private static string Plain(string cell, ref int at)
    {
        var start = at;
        while (at < cell.Length && cell[at] != ';') at++;
        return cell[start..at].Trim();
    }

    // After the closing mark all up to the next semicolon belongs to the value too: a person wrote it there.
    private static string InMarks(string cell, ref int at)
    {
        var value = new StringBuilder();
        for (at++; at < cell.Length; at++)
        {
            if (cell[at] != '"') value.Append(cell[at]);
            else if (at + 1 < cell.Length && cell[at + 1] == '"') value.Append(cell[at++]);
            else break;
        }
        at++;
        return (value + Plain(cell, ref at)).Trim();
    }
}
