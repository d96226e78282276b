namespace Extract.Read;

/// <summary>Tells files that are no text at all.</summary>
internal static class Binary
{
    private static readonly (byte[] Magic, string Kind)[] Kinds =
    [
        ("%PDF-"u8.ToArray(), "a PDF file"), ("PK\u0003\u0004"u8.ToArray(), "a zip archive or an Office file"), ([0x1F, 0x8B], "a gzip file"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"), ("GIF8"u8.ToArray(), "a GIF picture"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file"), ([0x7F, 0x45, 0x4C, 0x46], "a program"), ("SQLite format 3"u8.ToArray(), "a database"),
        ("Rar!"u8.ToArray(), "a rar archive"), ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "an xz archive"), ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"), ("OggS"u8.ToArray(), "a sound file"), ("ID3"u8.ToArray(), "a sound file"),
    ];

    /// <summary>What the bytes are, where they are no text; else null.</summary>
    public static string? Kind(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, kind) in Kinds)
            if (bytes.StartsWith(magic)) return kind;
        // A digit says how large its blocks are, and the first one begins with the digits of pi.
        if (bytes.StartsWith("BZh"u8) && bytes.Length > 9 && bytes[4..].StartsWith((ReadOnlySpan<byte>)[0x31, 0x41, 0x59, 0x26])) return "a bzip2 archive";
        return IsControlled(bytes) ? "binary data" : null;
    }

    private static bool IsControlled(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..]) return false;
        var sample = bytes[..Math.Min(bytes.Length, 8192)];
        var (controls, zeros) = (0, 0);
        foreach (var b in sample)
        {
            if (b == 0) zeros++;
            else if (b is < 9 or (> 13 and < 27) or (> 27 and < 32)) controls++;
        }
        // UTF-16 without a mark is half noughts and hardly any other control.
        return controls * 20 > sample.Length || (zeros > 0 && (controls > 0 || zeros * 5 < sample.Length * 2 || zeros * 5 > sample.Length * 3));
    }
}
