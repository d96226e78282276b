using System.Buffers.Binary;

namespace Extract.Tag.Places;

/// <summary>Where things stand in the gazetteer's files; shared with the tool that writes them.</summary>
/// <param name="Countries">The number of countries.</param>
/// <param name="Regions">The number of first-level regions.</param>
/// <param name="Cities">The number of cities.</param>
/// <param name="Keys">The number of names.</param>
internal readonly record struct GazetteerFormat(int Countries, int Regions, int Cities, int Keys)
{
    /// <summary>The bytes of one entry: id 4, population 4, latitude 3, longitude 3, region 2, country 1, start of the name 3.</summary>
    public const int EntryBytes = 20;
    /// <summary>The bits of an entry's number in a reference of three bytes; the rest are its <see cref="NameTraits"/>.</summary>
    public const int EntryBits = 20;
    /// <summary>The mask of these bits.</summary>
    public const int EntryMask = (1 << EntryBits) - 1;
    /// <summary>The region's number of an entry without one.</summary>
    public const ushort NoRegion = ushort.MaxValue;
    /// <summary>Steps of a degree: some 11 metres.</summary>
    public const double DegreeScale = 10_000;
    /// <summary>The size of the Bloom filter.</summary>
    public const int BloomBytes = 1 << 18;
    /// <summary>The number of buckets.</summary>
    public const int Buckets = 1 << 16;

    /// <summary>The bytes of the header; the countries' codes follow, two letters each.</summary>
    public const int HeaderBytes = 24;

    /// <summary>What <c>keys.bin</c> begins with.</summary>
    public static ReadOnlySpan<byte> Magic => "EXGZ1\0\0\0"u8;

    /// <summary>Where the buckets' starts begin, one more than there are buckets.</summary>
    public int BucketsAt => HeaderBytes + (((Countries * 2) + 3) / 4 * 4);
    /// <summary>Where the Bloom filter begins.</summary>
    public int BloomAt => BucketsAt + ((Buckets + 1) * 4);
    /// <summary>Where the rests of the keys begin.</summary>
    public int RestsAt => BloomAt + BloomBytes;
    /// <summary>The length of <c>keys.bin</c>.</summary>
    public int Length => RestsAt + (Keys * 4);

    /// <summary>The bits of the Bloom filter that stand for a key.</summary>
    public static (uint First, uint Second) BloomPair(ulong key) => ((uint)key & ((BloomBytes * 8) - 1), (uint)(key >> 32) & ((BloomBytes * 8) - 1));

    /// <summary>Reads the header; throws <see cref="InvalidDataException"/> where there is none.</summary>
    public static GazetteerFormat Read(ReadOnlySpan<byte> keys)
    {
        if (keys.Length < HeaderBytes || !keys[..8].SequenceEqual(Magic)) throw new InvalidDataException("keys.bin does not begin as a gazetteer does");
        var format = new GazetteerFormat(Int(keys, 8), Int(keys, 12), Int(keys, 16), Int(keys, 20));
        return format.Length == keys.Length ? format : throw new InvalidDataException("keys.bin is cut short");
    }

    /// <summary>Writes the header.</summary>
    public void Write(Span<byte> keys)
    {
        Magic.CopyTo(keys);
        foreach (var (at, value) in new[] { (8, Countries), (12, Regions), (16, Cities), (20, Keys) })
            BinaryPrimitives.WriteInt32LittleEndian(keys[at..], value);
    }

    internal static int Int(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
}
