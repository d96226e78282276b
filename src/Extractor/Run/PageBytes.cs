using System.IO.Compression;
using Extract.Fetch;

namespace Extract.Run;

/// <summary>A page from the web as the state keeps it, compressed: it is on no disk else, and who reviews its records looks at it.</summary>
internal static class PageBytes
{
    /// <summary>The page of an input; null where it is no page, or lies in a file or an archive that can be opened again.</summary>
    public static byte[]? Of(Input input, Source source)
    {
        if (!WebClient.IsWeb(input.Name) || source.MediaType is not ("text/html" or "application/xhtml+xml")) return null;
        using var stream = new MemoryStream();
        using (var packed = new BrotliStream(stream, CompressionLevel.Fastest)) packed.Write(source.Bytes.Span);
        return stream.ToArray();
    }

    /// <summary>The bytes as they were fetched. Throws <see cref="InvalidDataException"/> where these are none.</summary>
    public static byte[] From(byte[] packed)
    {
        using var stream = new MemoryStream();
        using (var unpacked = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress)) unpacked.CopyTo(stream);
        return stream.ToArray();
    }
}
