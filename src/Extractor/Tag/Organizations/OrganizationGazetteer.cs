using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Extract.Tag.Organizations;

/// <summary>What the gazetteer knows of some words.</summary>
internal enum NameKnown
{
    /// <summary>Nothing.</summary>
    No,
    /// <summary>They are the name of a body.</summary>
    Name,
    /// <summary>They are the acronym of a body, and no name.</summary>
    Acronym,
}

/// <summary>
/// The names and acronyms of public and research bodies, memory-mapped as <c>tools/organizations</c> wrote them: opened without parsing, shared between
/// threads, one look-up a name. Names meet by <see cref="NameCandidates.KeyOf"/>.
/// </summary>
/// <remarks>
/// <c>names.bin</c>: <c>EXON1\0\0\0</c>, row count, 65,537 row numbers by the key's upper 16 bits, rows of (the key's lower 32 bits, entry). 48 bits of the key are kept: two names meet
/// by chance once in a billion look-ups. <c>entries.bin</c>: <c>EXOE1\0\0\0</c>, count, per entry (offset of its strings, packed ROR id and country), then the strings: name, tab, acronym, line end.
/// </remarks>
internal sealed class OrganizationGazetteer : IDisposable
{
    /// <summary>Marks a row whose words are an acronym.</summary>
    public const uint AcronymFlag = 0x8000_0000;
    /// <summary>The entry of a name of which nothing more is known.</summary>
    public const int NoEntry = 0x7FFF_FFFF;

    private const int Buckets = 1 << 16;
    private const string RorDigits = "0123456789abcdefghjkmnpqrstvwxyz";
    private static ReadOnlySpan<byte> NamesMagic => "EXON1\0\0\0"u8;
    private static ReadOnlySpan<byte> EntriesMagic => "EXOE1\0\0\0"u8;

    private readonly MappedFile _names;
    private readonly MappedFile _entries;
    // A bit for each name: what fits in the cache answers for most words that are none.
    private const int FilterShift = 32 - 20;
    private readonly ulong[] _filter = new ulong[(1 << 20) / 64];

    /// <summary>Opens the files of a folder; throws <see cref="InvalidDataException"/> where they are none.</summary>
    public OrganizationGazetteer(string folder)
    {
        _names = Open(Path.Combine(folder, "names.bin"), NamesMagic);
        _entries = Open(Path.Combine(folder, "entries.bin"), EntriesMagic);
        var rows = Ints(12 + ((Buckets + 1) * 4), Ints(8, 1)[0] * 2);
        for (var row = 0; row < rows.Length; row += 2) _filter[(uint)rows[row] >> FilterShift >> 6] |= 1UL << (int)((uint)rows[row] >> FilterShift);
    }

    /// <summary>The gazetteer that ships beside the program.</summary>
    public static OrganizationGazetteer Shipped { get; } = new(Path.Combine(AppContext.BaseDirectory, "Trained", "organizations"));

    private static MappedFile Open(string path, ReadOnlySpan<byte> magic)
    {
        if (new FileInfo(path).Length < 12) throw new InvalidDataException($"{path}: it is cut short");
        var file = MappedFile.Open(path);
        return file.Bytes[..8].SequenceEqual(magic) ? file : throw new InvalidDataException($"{path}: it does not begin as a gazetteer does");
    }

    private ReadOnlySpan<int> Ints(int offset, int count) => MemoryMarshal.Cast<byte, int>(_names.Bytes.Slice(offset, count * 4));

    /// <summary>What is known of a name.</summary>
    public NameKnown Find(ulong key)
    {
        if ((_filter[(uint)key >> FilterShift >> 6] & (1UL << (int)((uint)key >> FilterShift))) == 0) return NameKnown.No;
        var known = NameKnown.No;
        foreach (var row in Rows(key))
        {
            if ((row & AcronymFlag) == 0) return NameKnown.Name;
            known = NameKnown.Acronym;
        }
        return known;
    }

    /// <summary>The bodies that the words may name, those with the words as name before those with them as acronym; empty where nothing more than the name is known.</summary>
    public ImmutableArray<OrganizationValue> Look(ulong key)
    {
        var found = ImmutableArray.CreateBuilder<OrganizationValue>();
        foreach (var row in Rows(key))
            if ((row & NoEntry) != NoEntry) found.Add(Entry((int)(row & NoEntry)));
        return found.ToImmutable();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _names.Dispose();
        _entries.Dispose();
    }

    private RowList Rows(ulong key)
    {
        var bucket = (int)(key >> 48);
        var starts = Ints(12, Buckets + 1);
        return new(Ints(12 + ((Buckets + 1) * 4) + (starts[bucket] * 8), (starts[bucket + 1] - starts[bucket]) * 2), (int)(uint)key);
    }

    private OrganizationValue Entry(int entry)
    {
        var record = _entries.Bytes[(12 + (entry * 12))..];
        var count = MemoryMarshal.Read<int>(_entries.Bytes[8..]);
        var text = _entries.Bytes[(12 + (count * 12) + MemoryMarshal.Read<int>(record))..];
        var cells = Encoding.UTF8.GetString(text[..text.IndexOf((byte)'\n')]).Split('\t');
        var (ror, country) = UnpackId(MemoryMarshal.Read<ulong>(record[4..]));
        return new(cells[0], cells[1].Length > 0 ? cells[1] : null, ror, country is null ? [] : [country]);
    }

    /// <summary>The bytes of <c>names.bin</c>; rows ordered by key.</summary>
    internal static byte[] Pack((ulong Key, uint Row)[] rows)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(NamesMagic);
        writer.Write(rows.Length);
        for (var (bucket, row) = (0, 0); bucket <= Buckets; bucket++)
        {
            while (row < rows.Length && (int)(rows[row].Key >> 48) < bucket) row++;
            writer.Write(row);
        }
        foreach (var (key, row) in rows)
        {
            writer.Write((uint)key);
            writer.Write(row);
        }
        return stream.ToArray();
    }

    /// <summary>The bytes of <c>entries.bin</c>.</summary>
    internal static byte[] Pack((string Name, string? Acronym, string? Ror, string? Country)[] entries)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        using var strings = new MemoryStream();
        writer.Write(EntriesMagic);
        writer.Write(entries.Length);
        foreach (var (name, acronym, ror, country) in entries)
        {
            writer.Write((int)strings.Length);
            writer.Write(PackId(ror, country));
            strings.Write(Encoding.UTF8.GetBytes($"{name}\t{acronym}\n"));
        }
        writer.Write(strings.ToArray());
        return stream.ToArray();
    }

    // https://ror.org/0, six base-32 digits, two decimal check digits; the country is two letters.
    private static ulong PackId(string? ror, string? country)
    {
        var packed = 0UL;
        if (ror is not null)
        {
            var id = ror[^9..];
            foreach (var c in id[1..7]) packed = (packed << 5) | (uint)RorDigits.IndexOf(c, StringComparison.Ordinal);
            packed = ((packed << 7) | uint.Parse(id[7..], CultureInfo.InvariantCulture)) + 1;
        }
        return (packed << 16) | (country is null ? 0 : (uint)((country[0] << 8) | country[1]));
    }

    private static (string? Ror, string? Country) UnpackId(ulong packed)
    {
        var country = (ushort)packed is 0 ? null : $"{(char)((ushort)packed >> 8)}{(char)(packed & 0xFF)}";
        if ((packed >>= 16) == 0) return (null, country);
        packed--;
        Span<char> id = stackalloc char[7];
        id[0] = '0';
        for (var i = 6; i >= 1; i--) id[i] = RorDigits[(int)((packed >> (7 + ((6 - i) * 5))) & 31)];
        return (string.Create(CultureInfo.InvariantCulture, $"https://ror.org/{id}{packed & 127:00}"), country);
    }

    /// <summary>The rows of one key, without allocation.</summary>
    private ref struct RowList(ReadOnlySpan<int> rows, int key)
    {
        private readonly ReadOnlySpan<int> _rows = rows;
        private int _at = -2;

        public readonly RowList GetEnumerator() => this;
        public readonly uint Current => (uint)_rows[_at + 1];

        public bool MoveNext()
        {
            for (_at += 2; _at < _rows.Length; _at += 2) if (_rows[_at] == key) return true;
            return false;
        }
    }
}
