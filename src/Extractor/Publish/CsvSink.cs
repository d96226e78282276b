using System.Globalization;
using CsvHelper;

namespace Extract.Publish;

/// <summary>A flat table for spreadsheets and data frames: UTF-8 with LF, a header, the columns of <see cref="CsvColumns"/>.</summary>
/// <param name="path">The file.</param>
public sealed class CsvSink(string path) : ISink
{
    // A title of a page may begin as a formula does, and a spreadsheet would run it. Numbers stay numbers.
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", FormatProvider = CultureInfo.InvariantCulture, Injection = CsvInjection.Escape };

    /// <inheritdoc/>
    public Task WriteAsync(IAsyncEnumerable<Record> records, CancellationToken cancellation) => AtomicFile.WriteAsync(path, async stream =>
    {
        await using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        foreach (var (name, _, _) in CsvColumns.All) csv.WriteField(name);
        await csv.EndRecordAsync(cancellation);
        await foreach (var record in records.WithCancellation(cancellation))
        {
            foreach (var (_, _, value) in CsvColumns.All) csv.WriteField(value(record));
            await csv.EndRecordAsync(cancellation);
        }
    });
}
