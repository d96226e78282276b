using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Extract.Review.Wording;

namespace Extract.Review.Sheet;

/// <summary>The columns of the table in which people who prefer a spreadsheet decide.</summary>
public static class SheetForm
{
    private const int Shown = 500;
    private const string Formula = "=@+-\t\r";

    /// <summary>The columns before and after the fields; those after <c>note</c> are to be read, not written.</summary>
    internal static ImmutableArray<(string Name, Func<Record, string?> Value)> Columns { get; } =
    [
        ("id", record => record.Id),
        ("decision", _ => ""),
        .. WordField.All.Select(field => (field.Name, (Func<Record, string?>)field.Read)),
        ("note", _ => ""),
        ("question", record => string.Join(" ", record.Questions.Select(question => question.Ask))),
        ("status", record => record.Status),
        ("text", record => Beginning(record.Text)),
        ("link", record => record.Source.Uri ?? record.Source.Id),
        ("seen", record => Print([.. WordField.All.Select(field => field.Read(record))])),
    ];

    /// <summary>A hash of the cells of all fields: what a row was exported from.</summary>
    internal static string Print(ImmutableArray<string> cells) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', cells.Select(Plain)))).AsSpan(0, 6));

    /// <summary>A cell as it was meant: without the mark that keeps a spreadsheet from running it, and without what a spreadsheet does to line ends.</summary>
    internal static string Meant(string cell) => Plain(cell.Length > 1 && cell[0] == '\'' && Formula.Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell);

    /// <summary>A cell whose white space at the ends and line ends do not matter.</summary>
    internal static string Plain(string cell) => cell.ReplaceLineEndings("\n").Trim();

    private static string Beginning(string text) => text.Length <= Shown ? text : text[..(char.IsHighSurrogate(text[Shown - 1]) ? Shown - 1 : Shown)];
}
