using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Extract.Read.Office;

namespace Extract.Read;

/// <summary>Reads OpenDocument texts (.odt): headings, lists, tables and links; title and day by the file's properties. A damaged file is a fault that says so.</summary>
public sealed class OpenDocumentReader : IReader
{
    private static readonly XmlReaderSettings Xml = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 40_000_000 };

    /// <inheritdoc/>
    public ReadResult? Read(Source source, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.MediaType != MediaTypeNames.OpenDocument) return null;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(source.Bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            return zip.GetEntry("content.xml") is { } content ? new(ToDocument(source, zip, content, cancellation)) : new(null, ReadFaults.Damaged(source, "OpenDocument file"));
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException)
        {
            return new(null, ReadFaults.Damaged(source, "OpenDocument file"));
        }
    }

    private static Document ToDocument(Source source, ZipArchive zip, ZipArchiveEntry content, CancellationToken cancellation)
    {
        using var xml = XmlReader.Create(content.Open(), Xml);
        var (text, blocks, links) = OpenDocumentBlocks.Write(xml, cancellation);
        var (title, created) = Properties(zip);
        return new()
        {
            Source = source,
            Text = text,
            Blocks = blocks,
            Links = links,
            Title = FileTitles.Clean(title),
            Published = source.Published ?? FileDates.Day(created),
            Language = Languages.Detect(text),
        };
    }

    private static (string? Title, DateTimeOffset? Created) Properties(ZipArchive zip)
    {
        var (title, created) = ((string?)null, (DateTimeOffset?)null);
        if (zip.GetEntry("meta.xml") is not { } meta) return default;
        using var xml = XmlReader.Create(meta.Open(), Xml);
        for (xml.MoveToContent(); !xml.EOF;)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "title") title = xml.ReadElementContentAsString();
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "creation-date")
                created = DateTimeOffset.TryParse(xml.ReadElementContentAsString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day : null;
            else xml.Read();
        }
        return (title, created);
    }
}
