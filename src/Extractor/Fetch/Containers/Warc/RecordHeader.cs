using System.Globalization;
using System.Text;

namespace Extract.Fetch.Containers.Warc;

/// <summary>What stands before a record of a web archive.</summary>
/// <param name="Type">What it is: <c>response</c>, <c>request</c>, <c>revisit</c>, …</param>
/// <param name="Uri">The address that was captured, or null.</param>
/// <param name="Date">When, as it is written, or null.</param>
/// <param name="MediaType">The media type of the record's content.</param>
/// <param name="Length">The length of its content.</param>
internal sealed record RecordHeader(string Type, string? Uri, string? Date, string? MediaType, long Length)
{
    /// <summary>When, or null.</summary>
    public DateTimeOffset? Captured => DateTimeOffset.TryParse(Date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        || DateTimeOffset.TryParseExact(Date, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time) ? time : null;

    /// <summary>The header that begins the bytes and its size, of WARC or ARC; null where there is none.</summary>
    public static (RecordHeader Header, int Size)? Read(ReadOnlySpan<byte> bytes) => bytes.StartsWith("WARC/"u8) ? Warc(bytes) : Arc(bytes);

    /// <summary>True where the bytes may begin a header; for a first look.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes.StartsWith("WARC/"u8) || bytes.StartsWith("filedesc:"u8);

    /// <summary>The next place at which a header seems to begin, or -1.</summary>
    public static int Next(ReadOnlySpan<byte> bytes)
    {
        for (var from = 0; bytes[from..].IndexOf((byte)'\n') is >= 0 and var line;)
        {
            from += line + 1;
            if (bytes[from..].StartsWith("WARC/"u8) || bytes[from..].StartsWith("http"u8)) return from;
        }
        return -1;
    }

    private static readonly byte[][] Names =
        [.. "content-length warc-type warc-target-uri warc-date content-type warc-segment-number warc-segment-total-length".Split(' ').Select(Encoding.ASCII.GetBytes)];

    // Lines of names and values, up to an empty one.
    private static (RecordHeader, int)? Warc(ReadOnlySpan<byte> bytes)
    {
        if (Fields.End(bytes) is not (> 0 and var end)) return null;
        var values = Fields.Find(bytes[..end], Names);
        if (!long.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var length)) return null;
        // Parts of a long record, of which only the first bears the type of the whole.
        var isPart = values[5] is not (null or "1") || values[6] is not null;
        return (new(isPart ? "continuation" : values[1] ?? "", values[2]?.Trim('<', '>'), values[3], values[4], length), end);
    }

    // URL, address, time, media type, (more), length, on one line.
    private static (RecordHeader, int)? Arc(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        if (end is < 20 or > 8192) return null;
        var words = Encoding.UTF8.GetString(bytes[..end]).TrimEnd('\r').Split(' ');
        if (words.Length < 5 || !words[0].Contains(':', StringComparison.Ordinal) || !long.TryParse(words[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || words[2].Length != 14 || words[2].AsSpan().ContainsAnyExceptInRange('0', '9')) return null;
        return (new(WebClient.IsWeb(words[0]) ? "response" : words[0][..words[0].IndexOf(':', StringComparison.Ordinal)], words[0], words[2], words[3], length), end + 1);
    }
}

/// <summary>Lines of names and values, as in HTTP and WARC.</summary>
internal static class Fields
{
    /// <summary>Where they end, behind the empty line; -1 where there is none.</summary>
    public static int End(ReadOnlySpan<byte> bytes)
    {
        var (strict, lax) = (bytes.IndexOf("\r\n\r\n"u8), bytes.IndexOf("\n\n"u8));
        return strict >= 0 && (lax < 0 || strict < lax) ? strict + 4 : lax >= 0 ? lax + 2 : -1;
    }

    /// <summary>The values of names, which are given in lower case, in the lines behind the first: of two of one name the first, null where there is none.</summary>
    public static string?[] Find(ReadOnlySpan<byte> bytes, byte[][] names)
    {
        var values = new string?[names.Length];
        while (bytes.IndexOf((byte)'\n') is >= 0 and var end)
        {
            bytes = bytes[(end + 1)..];
            for (var i = 0; i < names.Length; i++)
                if (values[i] is null && bytes.Length > names[i].Length && bytes[names[i].Length] == ':' && Ascii.EqualsIgnoreCase(bytes[..names[i].Length], names[i]))
                    values[i] = Value(bytes[(names[i].Length + 1)..]);
        }
        return values;
    }

    private static string Value(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes[..(bytes.IndexOf((byte)'\n') is >= 0 and var line ? line : bytes.Length)].Trim(" \t\r"u8));
}
