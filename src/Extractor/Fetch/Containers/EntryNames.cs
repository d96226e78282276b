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

    // Only hashes are kept: an archive may hold millions. In many small tables, by their first bits: one large table is copied whole each time that it grows.
    private readonly Dictionary<UInt128, int>?[] _taken = new Dictionary<UInt128, int>?[1 << ShardBits];

    /// <summary>The name of an entry of a container, whose own is tidy: <c>archive.zip!/inner/page.html</c>; of a further one of that name <c>…#2</c>.</summary>
    public string Of(string container, string entry)
    {
        var name = $"{container}!/{entry}";
        var hash = Hash(name);
        ref var times = ref CollectionsMarshal.GetValueRefOrAddDefault(Shard(hash), hash, out var isTaken);
        if (!isTaken) return name;
        // The number of the last one is kept: a hundred thousand of one name must not cost the square of it.
        var number = Math.Max(times, 1);
        string unique;
        do unique = string.Create(CultureInfo.InvariantCulture, $"{name}#{++number}");
        while (Shard(Hash(unique)).ContainsKey(Hash(unique)));
        times = number;
        Shard(Hash(unique))[Hash(unique)] = 0;
        return unique;
    }

    private Dictionary<UInt128, int> Shard(UInt128 hash) => _taken[(int)(hash >> (128 - ShardBits))] ??= [];

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

    private static UInt128 Hash(string name) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(name.AsSpan()));
}
