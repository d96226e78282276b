using System.Globalization;
using CsvHelper;

namespace Extract.Review.Sheet;

/// <summary>
/// Writes records as a table that a person can edit in a spreadsheet: UTF-8 with a byte order mark, so that a spreadsheet reads é. In <c>decision</c> goes accept, reject or unsure; the fields
/// can be corrected; an empty decision with corrections leaves the record open for the rest.
/// </summary>
public static class SheetExport
{
    // A title of a page may begin as a formula does, and a spreadsheet would run it.
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", FormatProvider = CultureInfo.InvariantCulture, Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <summary>Writes the table, a record at a time.</summary>
    public static async Task WriteAsync(IEnumerable<Record> records, Stream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(records);
        await using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        foreach (var (name, _) in SheetForm.Columns) csv.WriteField(name);
        await csv.EndRecordAsync(cancellation);
        foreach (var record in records)
        {
            foreach (var (_, value) in SheetForm.Columns) csv.WriteField(value(record));
            await csv.EndRecordAsync(cancellation);
        }
    }
}
