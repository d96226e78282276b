using System.IO.Compression;

namespace Extract.Fetch.Containers;

/// <summary>Zip archives, read by their directory; where that is missing or makes no sense, by the headers of the entries themselves.</summary>
internal sealed class ZipContainer : IContainer
{
    // Zip archives that are one document, or none.
    private static readonly string[] Documents = [".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp", ".epub", ".jar", ".apk", ".xpi", ".nupkg", ".whl", ".kmz"];

    public IEnumerable<ContainerEntry>? Open(Content content) =>
        (content.Start.StartsWith("PK\u0003\u0004"u8) || content.Start.StartsWith("PK\u0005\u0006"u8)) && !Documents.Any(content.Ends) && DocumentTypes.Looks(content.Stream.Peek(ContentStream.MostAhead)) is null && !IsBook(content.Start) ? Entries(content) : null;

    private static bool IsBook(ReadOnlySpan<byte> start) => start.Length > 30 && start[30..].StartsWith("mimetypeapplication/"u8);

    // The directory is at the end: what can be held in memory is, what is larger is read from its beginning. What breaks off is read as far as it goes.
    private static IEnumerable<ContainerEntry> Entries(Content content)
    {
        var raw = content.Stream;
        Exception? broken = null;
        var held = raw.Seekable is null ? new MemoryStream(raw.Take(content.MaxBytes, out broken), writable: false) : null;
        var entries = held is null || raw.Peek(1).IsEmpty ? ByDirectory(held ?? raw.Seekable!, content) : ZipScan.Entries(new(new JoinedStream(held, raw), raw.Limits), content.Name);
        foreach (var entry in entries) yield return entry;
        if (broken is not null) throw broken;
    }

    private static IEnumerable<ContainerEntry> ByDirectory(Stream stream, Content content)
    {
        try
        {
            var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count > 0 ? Directory(zip) : [];
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            stream.Position = 0;
            return ZipScan.Broken(new(stream, content.Stream.Limits), content.Name);
        }
    }

    private static IEnumerable<ContainerEntry> Directory(ZipArchive zip)
    {
        using (zip)
            foreach (var entry in zip.Entries.OrderBy(entry => !Sidecar.IsOne(entry.FullName)))
                if (entry.FullName is not [.., '/' or '\\']) yield return Entry(entry);
    }

    private static ContainerEntry Entry(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted) return Encrypted(entry.FullName);
        try
        {
            return ContainerEntry.Of(entry.FullName, new CheckedStream(entry.Open(), entry.Crc32, entry.Length));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return Unreadable(entry.FullName);
        }
    }

    public static ContainerEntry Encrypted(string name) => ContainerEntry.Lost(name, "it is encrypted.", "Unpack the archive with its password, and name the folder.");

    public static ContainerEntry Unreadable(string name) => ContainerEntry.Lost(name, "it is packed in a way that nothing here reads, or its header is damaged.", "Unpack the archive with another program, and name the folder.");
}
