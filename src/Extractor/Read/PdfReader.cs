using Extract.Read.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;

namespace Extract.Read;

/// <summary>
/// Reads PDF files: words into lines, columns and blocks by where they stand and in what font; what every page repeats at its head and foot is cut. Of a
/// damaged file it gives the pages that can be read. A scan without a text layer, a file with a password, one of too many pages or letters and one that is no PDF are faults that say so.
/// </summary>
public sealed class PdfReader : IReader
{
    // Fewer letters a page than this are a stamp or a page number on a picture.
    private const int FewestLetters = 12;

    private static readonly string[] Browsers = ["Mozilla", "Chrom", "Safari", "Firefox"];

    private static ParsingOptions Options => new() { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new BoundedFilters() };

    /// <summary>A file of more letters is refused.</summary>
    internal int MostLetters { get; init; } = PdfPages.MostLetters;

    /// <inheritdoc/>
    public ReadResult? Read(Source source, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.MediaType == MediaTypeNames.Pdf ? ReadPdf(source, cancellation) : null;
    }

    private ReadResult ReadPdf(Source source, CancellationToken cancellation)
    {
        try
        {
            using var pdf = Open(source.Bytes);
            if (pdf.NumberOfPages > PdfPages.MostPages) return new(null, ReadFaults.TooManyPages(source, pdf.NumberOfPages, PdfPages.MostPages));
            var read = PdfPages.Of(pdf, MostLetters, cancellation);
            if (read.Letters > MostLetters) return new(null, ReadFaults.TooManyLetters(source, MostLetters));
            if (read.Count > 0 && read.Pages.Count == 0) return new(null, ReadFaults.Damaged(source, "PDF file"));
            if (read.Letters < read.Pages.Count * FewestLetters && read.HasImages) return new(null, ReadFaults.Scan(source, read.Count));
            return new(ToDocument(source, pdf, read));
        }
        catch (PdfDocumentEncryptedException)
        {
            return new(null, ReadFaults.Encrypted(source, "PDF file"));
        }
#pragma warning disable CA1031 // The parser throws all sorts of exceptions on what is damaged; whichever it was, the file cannot be read.
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            return new(null, ReadFaults.Damaged(source, "PDF file"));
        }
    }

    private static PdfDocument Open(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return PdfDocument.Open(bytes, Options);
        }
        catch (PdfDocumentFormatException) when (PdfRepair.Mend(bytes.Span) is not null)
        {
            return PdfDocument.Open(PdfRepair.Mend(bytes.Span)!, Options);
        }
    }

    private static bool IsBrowser(string? program) => program is not null && Array.Exists(Browsers, name => program.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static Document ToDocument(Source source, PdfDocument pdf, PdfPages read)
    {
        var printed = BrowserPrint.Cut(read.Pages);
        RunningLines.Cut(read.Pages);
        var (text, blocks, links) = PdfBlocks.Write([.. read.Pages.SelectMany(page => page.Lines)]);
        return new()
        {
            Source = source,
            Text = text,
            Blocks = blocks,
            Links = links,
            Title = FileTitles.Clean(pdf.Information.Title),
            // The file of a printed page was made when somebody looked at it.
            Published = source.Published ?? (printed || IsBrowser(pdf.Information.Creator) ? null : FileDates.Day(pdf.Information.GetCreatedDateTimeOffset())),
            Language = Languages.Detect(text),
        };
    }
}
