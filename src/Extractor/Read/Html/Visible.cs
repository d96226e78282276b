using System.Numerics;
using System.Runtime.InteropServices;

namespace Extract.Read.Html;

/// <summary>Counts the characters that leave ink.</summary>
internal static class Visible
{
    /// <summary>How many characters are no white space.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        var units = MemoryMarshal.Cast<char, ushort>(text);
        for (; units.Length >= Vector<ushort>.Count; units = units[Vector<ushort>.Count..])
        {
            var some = new Vector<ushort>(units);
            // Behind ASCII white space is rare and scattered.
            if (Vector.GreaterThanAny(some, new Vector<ushort>(0x7F))) count += OneByOne(MemoryMarshal.Cast<ushort, char>(units[..Vector<ushort>.Count]));
            else count += Vector<ushort>.Count - Vector.Sum(White(some));
        }
        return count + OneByOne(MemoryMarshal.Cast<ushort, char>(units));
    }

    // 1 for the blank and for tab to return, 0 for others.
    private static Vector<ushort> White(Vector<ushort> some) =>
        (Vector.Equals(some, new Vector<ushort>(' ')) | Vector.LessThanOrEqual(some - new Vector<ushort>('\t'), new Vector<ushort>('\r' - '\t'))) & Vector<ushort>.One;

    private static int OneByOne(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
            if (!char.IsWhiteSpace(c)) count++;
        return count;
    }
}
