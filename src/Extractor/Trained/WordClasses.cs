using System.Runtime.InteropServices;

namespace Extract.Trained;

/// <summary>
/// Classes of words of like meaning ("coalition" with "alliance", "Maria" with "Elena"), at two grains, so that a model that was trained on few texts
/// knows words that they do not hold. Immutable; shared between threads.
/// </summary>
/// <remarks><c>classes.bin</c>: <c>EXWC1\0\0\0</c>, count, the coarse class of each fine one, keys (sorted uint, the upper half of the word's hash), classes (byte).</remarks>
public sealed class WordClasses
{
    /// <summary>The number of fine classes.</summary>
    public const int Fine = 255;
    /// <summary>The number of coarse classes.</summary>
    public const int Coarse = 48;

    private static ReadOnlySpan<byte> Magic => "EXWC1\0\0\0"u8;
    private readonly uint[] _keys;
    private readonly byte[] _classes;
    private readonly byte[] _coarse;

    private WordClasses(uint[] keys, byte[] classes, byte[] coarse)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)keys.Length * 2);
        (_keys, _classes, _coarse) = (new uint[size], new byte[size], coarse);
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = (int)(keys[i] & (size - 1));
            while (_classes[slot] != 0) slot = (slot + 1) & (size - 1);
            (_keys[slot], _classes[slot]) = (keys[i], (byte)(classes[i] + 1));
        }
    }

    /// <summary>The classes that ship beside the program.</summary>
    public static WordClasses Shipped { get; } = Load(Path.Combine(AppContext.BaseDirectory, "Trained", "organizations", "classes.bin"));

    /// <summary>What of a word's hash is kept.</summary>
    public static uint KeyOf(ulong hash) => (uint)(hash >> 32);

    /// <summary>The fine class of a word by its folded hash, 0 to <see cref="Fine"/> exclusive; −1 where it has none.</summary>
    public int Of(ulong hash)
    {
        var (key, mask) = (KeyOf(hash), _keys.Length - 1);
        for (var slot = (int)(key & mask); _classes[slot] != 0; slot = (slot + 1) & mask)
            if (_keys[slot] == key) return _classes[slot] - 1;
        return -1;
    }

    /// <summary>The coarse class of a fine one.</summary>
    public int CoarseOf(int fine) => _coarse[fine];

    /// <summary>Reads the classes; throws <see cref="InvalidDataException"/> where the file is none.</summary>
    public static WordClasses Load(string path)
    {
        var bytes = File.ReadAllBytes(path).AsSpan();
        if (bytes.Length < 12 + Fine || !bytes[..8].SequenceEqual(Magic)) throw new InvalidDataException($"{path}: it does not begin as word classes do");
        var count = MemoryMarshal.Read<int>(bytes[8..]);
        var keys = bytes[(12 + Fine)..];
        return new(MemoryMarshal.Cast<byte, uint>(keys[..(count * 4)]).ToArray(), keys.Slice(count * 4, count).ToArray(), bytes.Slice(12, Fine).ToArray());
    }

    /// <summary>The bytes of the file.</summary>
    public static byte[] Pack(SortedDictionary<uint, byte> rows, byte[] coarse)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(rows.Count);
        writer.Write(coarse);
        foreach (var key in rows.Keys) writer.Write(key);
        writer.Write([.. rows.Values]);
        return stream.ToArray();
    }
}
