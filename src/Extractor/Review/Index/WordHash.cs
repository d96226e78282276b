using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Extract.Review.Index;

/// <summary>What stands for words in the index: the same in every process, on every machine.</summary>
internal static class WordHash
{
    /// <summary>The hash of words, letter by letter (XXH3 of their UTF-16).</summary>
    public static ulong Of(string words) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(words.AsSpan()));
}
