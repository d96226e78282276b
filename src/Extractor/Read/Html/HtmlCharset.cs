using System.Buffers;
using System.Text;

namespace Extract.Read.Html;

/// <summary>The charset that a page declares in its first bytes.</summary>
internal static class HtmlCharset
{
    // Browsers look at the first 1024 bytes; many pages put their scripts before it.
    private const int Sample = 4096;
    private static readonly SearchValues<byte> Ends = SearchValues.Create(" \"'/>;"u8);

    /// <summary>The charset in small letters, or null.</summary>
    public static string? Declared(ReadOnlySpan<byte> bytes)
    {
        Span<byte> small = stackalloc byte[Math.Min(bytes.Length, Sample)];
        for (var i = 0; i < small.Length; i++) small[i] = bytes[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(bytes[i] | 0x20) : bytes[i];
        return DeclaredIn(small);
    }

    private static string? DeclaredIn(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.IndexOf("charset"u8); at >= 0;)
        {
            bytes = bytes[(at + 7)..];
            if (Value(bytes) is { } value) return value;
            at = bytes.IndexOf("charset"u8);
        }
        return null;
    }

    private static string? Value(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.IndexOfAnyExcept((byte)' ');
        if (start < 0 || bytes[start] != '=') return null;
        bytes = bytes[(start + 1)..].TrimStart(" \"'"u8);
        var end = bytes.IndexOfAny(Ends);
        return end is > 0 and < 40 ? Encoding.ASCII.GetString(bytes[..end]) : null;
    }
}
