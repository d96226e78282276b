using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Extract.Tag.Places;

/// <summary>What a name in the gazetteer is of, and how it may be written.</summary>
[Flags]
internal enum NameTraits : byte
{
    /// <summary>Another name of a place: an older one, one in another language.</summary>
    None = 0,
    /// <summary>The name itself, as the gazetteer writes it.</summary>
    Chief = 1,
    /// <summary>A word of the common language too: "Reading", "Nice".</summary>
    Word = 2,
    /// <summary>A code or abbreviation, which stands for the place only as written and beside another place: "TX", "Wash.".</summary>
    Code = 4,
    /// <summary>The people of a country, or what is theirs: "Austrian".</summary>
    People = 8,
}

/// <summary>One meaning of a name.</summary>
/// <param name="Entry">The entry's number: countries first, then regions, then cities, the most populous first.</param>
/// <param name="Traits">How the name is its.</param>
internal readonly record struct NameMeaning(int Entry, NameTraits Traits);

/// <summary>
/// The cities, first-level regions and countries of the world by their names: a sorted hash table over memory-mapped files. Opening parses
/// nothing; entries are decoded when asked for. Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// Four files, little-endian. <c>keys.bin</c>: <see cref="GazetteerFormat"/>'s header, the countries' codes, the starts of 65,536 buckets by the key's top 16 bits,
/// a Bloom filter over the beginnings of longer names, and the next 32 bits of each key in order. <c>refs.bin</c>: for each key three bytes, entry and
/// traits. <c>entries.bin</c>: 20 bytes an entry. <c>names.bin</c>: their names, UTF-8.
/// </remarks>
internal sealed class Gazetteer : IDisposable
{
    private readonly MappedFile _keys;
    private readonly MappedFile _refs;
    private readonly MappedFile _entries;
    private readonly MappedFile _names;
    private readonly GazetteerFormat _format;

    private Gazetteer(MappedFile keys, MappedFile refs, MappedFile entries, MappedFile names) =>
        (_keys, _refs, _entries, _names, _format) = (keys, refs, entries, names, GazetteerFormat.Read(keys.Bytes));

    private static readonly Lazy<Gazetteer> OfProgram = new(() => Open(Shipped));

    /// <summary>The folder of the gazetteer that ships beside the program.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "Trained", "gazetteer");

    /// <summary>The gazetteer that ships with the program, mapped once.</summary>
    public static Gazetteer Shared => OfProgram.Value;

    /// <summary>Opens the gazetteer of a folder. Throws <see cref="InvalidDataException"/> where its files are none, <see cref="IOException"/> where they are missing.</summary>
    public static Gazetteer Open(string folder) => new(
        MappedFile.Open(Path.Combine(folder, "keys.bin")), MappedFile.Open(Path.Combine(folder, "refs.bin")),
        MappedFile.Open(Path.Combine(folder, "entries.bin")), MappedFile.Open(Path.Combine(folder, "names.bin")));

    /// <summary>The number of names.</summary>
    public int Names => _format.Keys;

    /// <summary>The number of cities.</summary>
    public int Cities => _format.Cities;

    /// <summary>The number of entries: countries, regions and cities.</summary>
    public int Entries => _format.Countries + _format.Regions + _format.Cities;

    /// <summary>True where a longer name may begin with these words; seldom true where none does.</summary>
    public bool MayContinue(ulong key)
    {
        var bits = _keys.Bytes.Slice(_format.BloomAt, GazetteerFormat.BloomBytes);
        var (first, second) = GazetteerFormat.BloomPair(key);
        return IsSet(bits, first) && IsSet(bits, second);
    }

    /// <summary>The first and the one past the last place of a name in the table; equal where the gazetteer has it not.</summary>
    public (int First, int End) Find(ulong key)
    {
        var bytes = _keys.Bytes;
        var bucket = (int)(key >> 48);
        var low = GazetteerFormat.Int(bytes, _format.BucketsAt + (bucket * 4));
        var end = GazetteerFormat.Int(bytes, _format.BucketsAt + (bucket * 4) + 4);
        var rest = (uint)(key >> 16);
        while (low < end && RestAt(bytes, low) < rest) low++;
        var first = low;
        while (low < end && RestAt(bytes, low) == rest) low++;
        return (first, low);
    }

    /// <summary>The meaning at a place of the table.</summary>
    public NameMeaning MeaningAt(int place)
    {
        var bytes = _refs.Bytes.Slice(place * 3, 3);
        var packed = bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
        return new(packed & GazetteerFormat.EntryMask, (NameTraits)(packed >> GazetteerFormat.EntryBits));
    }

    /// <summary>What an entry is of: a country, a region or a city.</summary>
    public MentionKind KindOf(int entry) =>
        entry < _format.Countries ? MentionKind.Country : entry < _format.Countries + _format.Regions ? MentionKind.Region : MentionKind.City;

    /// <summary>An entry.</summary>
    public Place PlaceOf(int entry)
    {
        var bytes = _entries.Bytes.Slice(entry * GazetteerFormat.EntryBytes, GazetteerFormat.EntryBytes);
        var region = BinaryPrimitives.ReadUInt16LittleEndian(bytes[14..]);
        return new(
            KindOf(entry) == MentionKind.City ? PlaceNames.English(NameOf(entry)) : NameOf(entry), CountryCode(bytes[16]), region == GazetteerFormat.NoRegion ? null : NameOf(_format.Countries + region), GazetteerFormat.Int(bytes, 0),
            Degrees(bytes[8..], 90), Degrees(bytes[11..], 180), GazetteerFormat.Int(bytes, 4));
    }

    /// <summary>The city of a GeoNames id, or null; it looks through all of them.</summary>
    public Place? CityOf(int geonameId)
    {
        for (var entry = _format.Countries + _format.Regions; entry < Entries; entry++)
            if (GazetteerFormat.Int(_entries.Bytes, entry * GazetteerFormat.EntryBytes) == geonameId) return PlaceOf(entry);
        return null;
    }

    /// <summary>True for the code of a country: two capitals.</summary>
    public bool IsCountry(string code)
    {
        for (var country = 0; country < _format.Countries; country++)
            if (CountryCode(country) == code) return true;
        return false;
    }

    /// <summary>The entries of a name's meanings of one kind, in order of population, no more than <paramref name="most"/>.</summary>
    public ImmutableArray<Place> Places(int first, int end, MentionKind kind, int most)
    {
        var places = ImmutableArray.CreateBuilder<Place>();
        for (var at = first; at < end && places.Count < most; at++)
            if (MeaningAt(at).Entry is var entry && KindOf(entry) == kind) places.Add(PlaceOf(entry));
        return places.ToImmutable();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _keys.Dispose();
        _refs.Dispose();
        _entries.Dispose();
        _names.Dispose();
    }

    private static bool IsSet(ReadOnlySpan<byte> bits, uint bit) => (bits[(int)(bit >> 3)] & (1 << (int)(bit & 7))) != 0;

    private string NameOf(int entry)
    {
        var at = (entry * GazetteerFormat.EntryBytes) + 17;
        var start = Int24(_entries.Bytes[at..]);
        var end = at + GazetteerFormat.EntryBytes < _entries.Bytes.Length ? Int24(_entries.Bytes[(at + GazetteerFormat.EntryBytes)..]) : _names.Bytes.Length;
        return Encoding.UTF8.GetString(_names.Bytes[start..end]);
    }

    private string CountryCode(int country) => Encoding.ASCII.GetString(_keys.Bytes.Slice(GazetteerFormat.HeaderBytes + (country * 2), 2));

    private uint RestAt(ReadOnlySpan<byte> bytes, int place) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[(_format.RestsAt + (place * 4))..]);

    private static int Int24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static double Degrees(ReadOnlySpan<byte> bytes, int origin) => Math.Round((Int24(bytes) / GazetteerFormat.DegreeScale) - origin, 4);
}
