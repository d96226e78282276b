using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Extract.Fetch.Containers.Rows;

/// <summary>Tables with a row of names at their head, and a text or HTML in each row behind it.</summary>
internal sealed class CsvContainer(Columns columns) : IContainer
{
    static CsvContainer() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public IEnumerable<ContainerEntry>? Open(Content content) => content.Ends(".csv") || content.Ends(".tsv") ? Entries(content) : null;

    private IEnumerable<ContainerEntry> Entries(Content content)
    {
        CsvMalformedRecord? bad = null;
        using var csv = CsvReader.Create(content.Stream, Form(content) with { OnMalformedRecord = found => bad = found }, leaveOpen: true);
        if (!Read(() => { csv.ReadHeader(); return true; }, out var fault))
        {
            yield return Broken(1, fault!);
            yield break;
        }
        var names = csv.Headers.ToArray();
        var places = Columns.Names.ToImmutableDictionary(what => what, what => columns.Find(what, name => Place(names, name) >= 0) is { } name ? Place(names, name) : -1);
        if (places["text"] < 0 && places["html"] < 0)
        {
            yield return ContainerEntry.Lost(null, ContainerFaults.NoColumn(names), ContainerFaults.NameColumns);
            yield break;
        }
        while (Read(csv.Read, out fault))
        {
            // Where quotation marks are missing, rows run into each other.
            if (bad is { Reason: CsvMalformedReason.UnterminatedQuote } open) yield return Broken(open.LineNumber, "a quotation mark is not closed");
            else if (bad is { Reason: CsvMalformedReason.TextAfterClosingQuote } glued) yield return ContainerEntry.Lost(Name(glued.LineNumber), ContainerFaults.Quotes(glued.LineNumber), ContainerFaults.MendTable);
            else yield return Row(csv, places).ToEntry((int)csv.LineNumber);
            bad = null;
        }
        if (fault is not null) yield return Broken(csv.LineNumber, fault);
    }

    // False at the end, and where it came too early; then with why.
    private static bool Read(Func<bool> read, out string? why)
    {
        why = null;
        try
        {
            return read();
        }
        catch (CsvFormatException e)
        {
            why = e.Message.Split('\n')[0].Trim().TrimEnd('.');
            return false;
        }
    }

    private static ContainerEntry Broken(long line, string why) => ContainerEntry.Lost(Name(line), ContainerFaults.NoTable(line, why), ContainerFaults.MendTable);

    private static string Name(long line) => line.ToString(CultureInfo.InvariantCulture);

    private static int Place(string[] names, string name) => Array.FindIndex(names, each => each.AsSpan().Trim().Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Row Row(CsvReader csv, ImmutableDictionary<string, int> places)
    {
        var (html, published) = (Value("html"), Value("published")?.Trim());
        var day = published is null ? null : Rows.Row.Day(published);
        return new Row
        {
            Id = Value("id"),
            Url = Value("url"),
            Html = html,
            Text = html is null ? Value("text") ?? "" : null,
            Title = Value("title"),
            Published = day,
            Error = published is not null && day is null ? Messages.NotADay(published) : null,
        };

        string? Value(string what) => places[what] is >= 0 and var at && at < csv.FieldCount && csv.GetString(at) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
    }

    private static CsvReaderOptions Form(Content content) => new()
    {
        Encoding = EncodingOf(content.Stream.Peek(ContentStream.MostAhead)),
        MaxRecordSize = (int)Math.Min(int.MaxValue, content.MaxBytes),
        TrackLineNumbers = true,
        DetectSeparatorHint = true,
    };

    // What is no UTF-8 is what spreadsheets write on Windows. The last characters may be cut.
    private static Encoding? EncodingOf(ReadOnlySpan<byte> start) =>
        start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || Utf8.IsValid(start[..(start.LastIndexOf((byte)'\n') + 1)]) ? null : Encoding.GetEncoding(1252);
}
