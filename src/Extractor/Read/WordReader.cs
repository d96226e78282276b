using DocumentFormat.OpenXml.Packaging;
using Extract.Read.Office;

namespace Extract.Read;

/// <summary>
/// Reads Word files (.docx): headings by their style or look, lists, tables, links, text boxes and footnotes; title and day by the file's properties. Running
/// heads and feet, comments, deleted and hidden words are left out. A damaged file is a fault that says so.
/// </summary>
public sealed class WordReader : IReader
{
    // A few bytes may unpack to as much as a disk holds.
    private const int MostCharacters = 40_000_000;

    /// <inheritdoc/>
    public ReadResult? Read(Source source, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.MediaType == MediaTypeNames.Word ? ReadWord(source, cancellation) : null;
    }

    private static ReadResult ReadWord(Source source, CancellationToken cancellation)
    {
        try
        {
            using var stream = new MemoryStream(source.Bytes.ToArray(), writable: false);
            using var word = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharacters });
            return word.MainDocumentPart is { } part ? new(ToDocument(source, word, part, cancellation)) : new(null, ReadFaults.Damaged(source, "Word file"));
        }
#pragma warning disable CA1031 // The library throws all sorts of exceptions on what is damaged; whichever it was, the file cannot be read.
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            return new(null, ReadFaults.Damaged(source, "Word file"));
        }
    }

    private static Document ToDocument(Source source, WordprocessingDocument word, MainDocumentPart part, CancellationToken cancellation)
    {
        var (text, blocks, links) = WordBlocks.Write(part, cancellation);
        return new()
        {
            Source = source,
            Text = text,
            Blocks = blocks,
            Links = links,
            Title = FileTitles.Clean(word.PackageProperties.Title),
            Published = source.Published ?? FileDates.Day(Created(word)),
            Language = Languages.Detect(text),
        };
    }

    private static DateTimeOffset? Created(WordprocessingDocument word)
    {
        try
        {
            return word.PackageProperties.Created is { } day ? new DateTimeOffset(DateTime.SpecifyKind(day, DateTimeKind.Utc)) : null;
        }
        catch (Exception e) when (e is FormatException or System.Xml.XmlException)
        {
            return null;
        }
    }
}
