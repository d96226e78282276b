using System.IO.Compression;

namespace Extract.Fetch.Containers.Warc;

/// <summary>Web archives, WARC and ARC, plain or with each record packed by gzip.</summary>
internal sealed class WarcContainer : IContainer
{
    public IEnumerable<ContainerEntry>? Open(Content content)
    {
        if (RecordHeader.Begins(content.Start)) return new WarcFile(content).Plain();
        // The first record may be the one that is damaged.
        return GzipMembers.IsGzip(content.Start) && (content.Ends(".warc.gz") || content.Ends(".arc.gz") || BeginsWithin(content.Stream.Peek(4096))) ? new WarcFile(content).Packed() : null;
    }

    /// <summary>True where gzip bytes unpack to what begins a record; of pages too, which begin those of ARC.</summary>
    public static bool BeginsWithin(ReadOnlySpan<byte> bytes, bool orPage = false)
    {
        try
        {
            using var start = new GZipStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
            Span<byte> begins = stackalloc byte[10];
            begins = begins[..start.ReadAtLeast(begins, begins.Length, throwOnEndOfStream: false)];
            return RecordHeader.Begins(begins) || (orPage && begins.StartsWith("http"u8));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
