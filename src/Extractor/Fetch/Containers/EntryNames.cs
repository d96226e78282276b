using System.Buffers;
using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Extract.Fetch.Containers;

/// <summary>Names of what is in one archive: harmless wherever they are shown or used as a path, and each only once.</summary>
internal sealed class EntryNames
{
    private static readonly SearchValues<char> Harmless = SearchValues.Create("@#-_ 0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private const int ShardBits = 12;
    private static ReadOnlySpan<int> Starts => [7, 11, 29];

    // Only hashes are kept: an archive may hold millions. Of 64 bits: that two of a million names share one happens once in 30 million such archives, and gives one of them a number.
    // In many small tables, by their first bits: one large table is copied whole each time that it grows. They begin at several sizes, so that they do not all double at the same number.
    private readonly HashSet<ulong>?[] _taken = new HashSet<ulong>?[1 << ShardBits];
    // The number of the last one of a name that came again: a hundred thousand of one name must not cost the square of it.
    private readonly Dictionary<ulong, int> _again = [];

    /// <summary>The name of an entry of a container, whose own is tidy: <c>archive.zip!/inner/page.html</c>; of a further one of that name <c>…#2</c>.</summary>
    public string Of(string container, string entry)
    {
        var name = $"{container}!/{entry}";
        var hash = Hash(name);
        if (Take(hash)) return name;
        var number = _again.GetValueOrDefault(hash, 1);
        string unique;
        do unique = string.Create(CultureInfo.InvariantCulture, $"{name}#{++number}");
        while (!Take(Hash(unique)));
        _again[hash] = number;
        return unique;
    }

    private bool Take(ulong hash)
    {
        var shard = (int)(hash >> (64 - ShardBits));
        return (_taken[shard] ??= new(Starts[shard % Starts.Length])).Add(hash);
    }

    /// <summary>A name without what leads out of the archive or breaks a line. Web addresses stay as they are.</summary>
    public static string Tidy(string entry)
    {
        if (entry.Length > 0 && !entry.AsSpan().ContainsAnyExcept(Harmless)) return entry;
        var shown = string.Create(entry.Length, entry, (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = char.IsControl(from[i]) || char.IsSurrogate(from[i]) && !IsPaired(from, i) ? '\ufffd' : from[i];
        });
        if (WebClient.IsWeb(shown)) return shown;
        var parts = shown.Replace('\\', '/').Split('/').Where(part => part is not ("" or "." or "..") && part is not [(>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ':']);
        return string.Join('/', parts) is { Length: > 0 } tidy ? tidy : "unnamed";
    }

    private static bool IsPaired(string text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        : at > 0 && char.IsHighSurrogate(text[at - 1]);

    private static ulong Hash(string name) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(name.AsSpan()));
}
