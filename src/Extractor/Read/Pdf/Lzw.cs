namespace Extract.Read.Pdf;

/// <summary>Counts what LZW (ISO 32000-1, 7.4.4) unpacks to without unpacking it: of each code only the length of its bytes is kept.</summary>
internal static class Lzw
{
    private const int Clear = 256, End = 257, First = 258, Codes = 4096;

    /// <summary>The bytes that the input stands for; of damaged input those before the damage.</summary>
    public static long Unpacked(ReadOnlySpan<byte> input)
    {
        Span<int> lengths = stackalloc int[Codes];
        lengths[..Clear].Fill(1);
        var (all, next, width, last, bits, held) = (0L, First, 9, 0, 0u, 0);
        foreach (var part in input)
        {
            (bits, held) = ((bits << 8) | part, held + 8);
            if (held < width) continue;
            var code = (int)(bits >> (held - width)) & ((1 << width) - 1);
            held -= width;
            if (code == End) break;
            if (code == Clear)
            {
                (next, width, last) = (First, 9, 0);
                continue;
            }
            // The code that is being made: the last one's bytes and their first.
            if (code > next || (code == next && last == 0)) break;
            var length = code < next ? lengths[code] : last + 1;
            all += length;
            if (last > 0 && next < Codes) lengths[next++] = last + 1;
            last = length;
            // One code early, as writers do.
            width = next + 1 >= 2048 ? 12 : next + 1 >= 1024 ? 11 : next + 1 >= 512 ? 10 : 9;
        }
        return all;
    }
}
