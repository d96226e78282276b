using System.Text;
using System.Text.Unicode;
using UtfUnknown;

namespace Extract.Read;

/// <summary>Bytes to characters, as browsers do it: the byte order mark, then what the transport or the page declares, then UTF-8, then what the bytes look like.</summary>
internal static class Decoding
{
    // Enough to tell a charset by, and little enough not to be felt.
    private const int Sample = 1 << 16;

    static Decoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The characters without the byte order mark, or null and what was tried.</summary>
    public static (string? Text, string Tried) Decode(ReadOnlySpan<byte> bytes, params ReadOnlySpan<string?> declared)
    {
        if (Marked(bytes) is var (marked, skip)) return (marked.GetString(bytes[skip..]), marked.WebName);
        if (Utf8.IsValid(bytes) && !LooksLikeUtf16(bytes)) return (ByName(Stated(declared)) is { IsSingleByte: false } stated and not UTF8Encoding
            ? stated.GetString(bytes) : Encoding.UTF8.GetString(bytes), "utf-8");
        foreach (var name in declared)
            if (ByName(name) is { } encoding and not UTF8Encoding) return (encoding.GetString(bytes), encoding.WebName);
        if (LooksLikeUtf16(bytes)) return ((bytes[1] == 0 ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes), "utf-16");
        return Guess(bytes);
    }

    private static (string?, string) Guess(ReadOnlySpan<byte> bytes)
    {
        var guess = CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, Sample)].ToArray()).Detected;
        // A few accents can be read as anything, and code pages of the last century fit best: Windows' Latin is what undeclared text mostly is, and what browsers take.
        var encoding = guess is { Confidence: > 0.5f } && IsOfToday(guess.EncodingName) && ByName(guess.EncodingName) is { } named ? named : Encoding.GetEncoding(1252);
        var text = encoding.GetString(bytes);
        return Broken(text) ? (null, $"UTF-8 or {encoding.WebName}") : (text, encoding.WebName);
    }

    private static bool IsOfToday(string? name) => name is not null && !name.StartsWith("ibm", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("x-mac", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("utf", StringComparison.OrdinalIgnoreCase) && !name.EndsWith("ascii", StringComparison.OrdinalIgnoreCase);

    private static string? Stated(ReadOnlySpan<string?> declared)
    {
        foreach (var name in declared) if (name is not null) return name;
        return null;
    }

    private static Encoding? ByName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        try
        {
            // The WHATWG reads Latin-1 and ASCII as Windows-1252; UTF-7 is refused as browsers do.
            return name.Trim().Trim('"', '\'').ToLowerInvariant() switch
            {
                "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => Encoding.GetEncoding(1252),
                "utf-7" or "utf-16" or "utf-16le" or "utf-16be" or "utf-32" => null, // without a mark it shows in the bytes, or is not so
                var known => Encoding.GetEncoding(known),
            };
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static (Encoding, int)? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(true, false), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    // Latin text in UTF-16 without a mark: every other byte is nought.
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, 512) & ~1)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }
        return sample.Length >= 4 && Math.Max(even, odd) > sample.Length * 2 / 5 && Math.Min(even, odd) == 0;
    }

    // Text of a charset that was guessed wrongly is full of control characters and replacements.
    private static bool Broken(string text)
    {
        var bad = 0;
        var length = Math.Min(text.Length, Sample);
        for (var i = 0; i < length; i++)
            if (text[i] is '\ufffd' or (>= '\u007f' and <= '\u009f') or < '\t') bad++;
        return bad * 50 > length;
    }
}
