using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Extract.Fetch.Containers.Warc;

/// <summary>The head of a stored HTTP answer, and how to undo what the transport did to the body.</summary>
/// <param name="Status">The status.</param>
/// <param name="MediaType">The media type in lower case, or null.</param>
/// <param name="Charset">The charset, or null.</param>
/// <param name="IsChunked">The body came in chunks.</param>
/// <param name="Encodings">How the body is packed, in the order of packing.</param>
internal sealed record HttpAnswer(int Status, string? MediaType, string? Charset, bool IsChunked, string[] Encodings)
{
    private static readonly byte[][] Names = ["content-type"u8.ToArray(), "transfer-encoding"u8.ToArray(), "content-encoding"u8.ToArray()];

    /// <summary>The head that begins the bytes and its size; null where there is none.</summary>
    public static (HttpAnswer Answer, int Size)? Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("HTTP/"u8) || Fields.End(bytes) is not (> 0 and var end)) return null;
        var line = Encoding.Latin1.GetString(bytes[..bytes.IndexOf((byte)'\n')]).Split(' ', 3);
        if (line.Length < 2 || !int.TryParse(line[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status)) return null;
        var values = Fields.Find(bytes[..end], Names);
        var (type, charset) = ContentType(values[0]);
        return (new(status, type, charset, values[1]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) ?? false,
            values[2]?.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []), end);
    }

    /// <summary>A packing that nothing here undoes, or null.</summary>
    public string? Unknown => Encodings.FirstOrDefault(encoding => encoding is not ("gzip" or "x-gzip" or "deflate" or "br" or "identity" or "none" or "utf-8"));

    /// <summary><c>text/html; charset=utf-8</c> as its two parts.</summary>
    public static (string? MediaType, string? Charset) ContentType(string? text)
    {
        if (text is null) return (null, null);
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        var charset = parts.Skip(1).FirstOrDefault(part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))?[8..].Trim('"', '\'', ' ');
        return (parts[0].ToLowerInvariant() is { Length: > 0 } type ? type : null, charset is { Length: > 0 } ? charset : null);
    }

    /// <summary>The body as its author wrote it. Archives often hold bodies that were unpacked already, under a head that denies it: what the bytes say holds.</summary>
    public Stream Body(byte[] stored)
    {
        var bytes = IsChunked && Chunks(stored) is { } joined ? joined : stored;
        Stream body = new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
        foreach (var encoding in Encodings.Reverse()) body = Decoded(body, encoding, bytes);
        return body;
    }

    private static Stream Decoded(Stream body, string encoding, ReadOnlySpan<byte> bytes) => encoding switch
    {
        "gzip" or "x-gzip" when GzipMembers.IsGzip(bytes) || body is not MemoryStream => new PatientStream(new GZipStream(body, CompressionMode.Decompress)),
        "deflate" => new PatientStream(IsZlib(bytes) ? new ZLibStream(body, CompressionMode.Decompress) : new DeflateStream(body, CompressionMode.Decompress)),
        "br" => new PatientStream(new BrotliStream(body, CompressionMode.Decompress)),
        _ => body,
    };

    private static bool IsZlib(ReadOnlySpan<byte> bytes) => bytes.Length > 1 && (bytes[0] & 15) == 8 && ((bytes[0] << 8) + bytes[1]) % 31 == 0;

    // Each chunk: its length in hexadecimal on a line, its bytes, a line end. Null where the body is in no chunks; one that breaks off is as long as it goes.
    private static byte[]? Chunks(ReadOnlySpan<byte> bytes)
    {
        using var joined = new MemoryStream();
        var any = false;
        while (bytes.IndexOf((byte)'\n') is >= 0 and var line)
        {
            var digits = bytes[..line].TrimEnd("\r "u8);
            if (digits.IndexOf((byte)';') is >= 0 and var extension) digits = digits[..extension];
            if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0) return any ? joined.ToArray() : null;
            bytes = bytes[(line + 1)..];
            any = true;
            if (length == 0) break;
            joined.Write(bytes[..Math.Min(length, bytes.Length)]);
            bytes = bytes[Math.Min(length, bytes.Length)..].TrimStart("\r\n"u8);
        }
        return any ? joined.ToArray() : null;
    }
}

/// <summary>A packed body that was captured in part is read as far as it goes.</summary>
internal sealed class PatientStream(Stream inner) : ReadOnlyStream
{
    private bool _any;

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = inner.Read(buffer);
            _any |= read > 0;
            return read;
        }
        catch (Exception e) when (_any && e is (InvalidDataException or InvalidOperationException))
        {
            return 0;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
