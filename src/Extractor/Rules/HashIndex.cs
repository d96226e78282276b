using System.Numerics;

namespace Extract.Rules;

/// <summary>The place of each of some 64-bit keys that are hashes already: open addressing at half load or less. Immutable.</summary>
internal sealed class HashIndex
{
    // Key and place side by side: a look-up touches one line of the cache. Places count from 1; 0 is free.
    private readonly (ulong Key, int Place)[] _slots;

    public HashIndex(ulong[] keys)
    {
        Count = keys.Length;
        _slots = new (ulong, int)[BitOperations.RoundUpToPowerOf2((uint)(keys.Length * 2) + 2)];
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = (int)(keys[i] & (uint)(_slots.Length - 1));
            while (_slots[slot].Place != 0) slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = (keys[i], i + 1);
        }
    }

    public int Count { get; }

    /// <summary>The place of a key, −1 where it is none of them.</summary>
    public int Find(ulong key)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        for (var slot = (int)key & mask; ; slot = (slot + 1) & mask)
        {
            ref readonly var found = ref slots[slot];
            if (found.Place == 0 || found.Key == key) return found.Place - 1;
        }
    }
}
