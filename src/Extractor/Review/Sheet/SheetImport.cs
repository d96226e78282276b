using System.Collections.Immutable;
using CsvHelper;

namespace Extract.Review.Sheet;

/// <summary>Reads a table that a person has edited. Commas, semicolons or tabs part the cells, whichever the spreadsheet wrote; columns may stand in any order or be missing.</summary>
public static class SheetImport
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>
    /// What the rows say, in their order; those that nobody touched say nothing and are left out. All decisions are of one batch. Throws <see cref="InvalidDataException"/> with a sentence
    /// for the person where it is no such table.
    /// </summary>
    /// <param name="csv">The table.</param>
    /// <param name="find">A record as it stands now, by its id; null where there is none.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="when">When.</param>
    /// <param name="labels">The labels that there are.</param>
    public static ImmutableArray<SheetRow> Read(string csv, Func<string, Record?> find, string by, DateTimeOffset when, SheetLabels? labels = null)
    {
        ArgumentNullException.ThrowIfNull(csv);
        var reading = new SheetReading(find, by, when, labels ?? new(null, null), Decision.NewId());
        return [.. Rows(csv.TrimStart('\uFEFF')).Select(row => reading.Row(row.Line, row.Cells)).OfType<SheetRow>()];
    }

    private static IEnumerable<(int Line, Dictionary<string, string> Cells)> Rows(string text)
    {
        CsvMalformedRecord? bad = null;
        using var csv = CsvReader.Create(new StringReader(text), Form(text) with { OnMalformedRecord = found => bad = found });
        csv.ReadHeader();
        var names = csv.Headers.ToArray().Select(name => name.Trim()).ToArray();
        if (!names.Contains("id")) throw new InvalidDataException(Messages.SheetHasNoId);
        while (csv.Read())
        {
            if (bad is { Reason: not CsvMalformedReason.StrayQuote }) throw new InvalidDataException(Messages.SheetQuotes((int)csv.LineNumber));
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < Math.Min(names.Length, csv.FieldCount); i++) cells.TryAdd(names[i], csv.GetString(i) ?? "");
            if (cells.Values.Any(cell => cell.Length > 0)) yield return ((int)csv.LineNumber, cells);
        }
        if (bad is { Reason: not CsvMalformedReason.StrayQuote }) throw new InvalidDataException(Messages.SheetQuotes((int)csv.LineNumber));
    }

    private static CsvReaderOptions Form(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        var most = (int)Math.Min(int.MaxValue, (text.Length * 4L) + 1);
        if (text.StartsWith("sep=", StringComparison.Ordinal)) return new() { TrackLineNumbers = true, MaxRecordSize = most };
        return new() { Separator = header.IndexOfAny(Separators) is >= 0 and var at ? header[at] : ',', TrackLineNumbers = true, MaxRecordSize = most };
    }
}
