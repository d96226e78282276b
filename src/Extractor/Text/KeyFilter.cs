using System.Numerics;

namespace Extract.Text;

/// <summary>
/// Says of most keys that they are none of some (a Bloom filter of one hash, Bloom 1970; keys are hashes already). Most words of a text are in no table: what
/// fits in the cache answers for a table that does not. Immutable.
/// </summary>
public sealed class KeyFilter
{
    private const int BitsAKey = 8;
    private readonly ulong[] _bits;

    /// <summary>A filter that knows the keys.</summary>
    public KeyFilter(ReadOnlySpan<ulong> keys)
    {
        _bits = new ulong[BitOperations.RoundUpToPowerOf2((uint)(keys.Length * BitsAKey / 64) + 1)];
        foreach (var key in keys) _bits[WordOf(key)] |= 1UL << (int)(key >> 32);
    }

    /// <summary>False where the key is surely none of them; true for each of them, and for about one in nine of others.</summary>
    public bool MayHold(ulong key) => (_bits[WordOf(key)] & (1UL << (int)(key >> 32))) != 0;

    // Other bits of the key than the tables use.
    private int WordOf(ulong key) => (int)(key >> 38) & (_bits.Length - 1);
}
