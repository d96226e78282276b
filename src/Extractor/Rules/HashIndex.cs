using System.Numerics;

namespace Extract.Rules;

/// <summary>The place of each of some 64-bit keys that are hashes already: open addressing at half load or less. Immutable.</summary>
internal sealed class HashIndex
{
    private readonly ulong[] _keys;
    private readonly int[] _slots;

    public HashIndex(ulong[] keys)
    {
        _keys = keys;
        _slots = new int[BitOperations.RoundUpToPowerOf2((uint)(keys.Length * 2) + 2)];
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = (int)(keys[i] & (uint)(_slots.Length - 1));
            while (_slots[slot] != 0) slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = i + 1;
        }
    }

    public int Count => _keys.Length;

    /// <summary>The place of a key, −1 where it is none of them.</summary>
    public int Find(ulong key)
    {
        var mask = _slots.Length - 1;
        for (var slot = (int)(key & (uint)mask); _slots[slot] != 0; slot = (slot + 1) & mask)
            if (_keys[_slots[slot] - 1] == key) return _slots[slot] - 1;
        return -1;
    }
}
