using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Extract.Read.Pdf;

/// <summary>The filters of PDF streams, with a bound on what one may unpack to: a few kilobytes could stand for as much memory as there is.</summary>
internal sealed class BoundedFilters : IFilterProvider
{
    // The contents of a page are some hundred kilobytes; pictures are not unpacked.
    private const int MostUnpacked = 64_000_000;

    private readonly IFilterProvider _inner = DefaultFilterProvider.Instance;

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(_inner.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(_inner.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(_inner.GetAllFilters());

    private static IFilter[] Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(Bounded)];

    // The most that each can make of a byte: Deflate repeats 258 bytes by two bits, a run of RunLength is 128 bytes of two, a code of LZW no longer than its table.
    private static IFilter Bounded(IFilter filter) => filter switch
    {
        FlateFilter => new Bound(filter, 1032, Inflated),
        RunLengthFilter => new Bound(filter, 64, RunLength),
        LzwFilter => new Bound(filter, 2560, Lzw.Unpacked),
        _ => filter,
    };

    // Counted and thrown away, no further than the bound. The two bytes of zlib's head are passed over unseen, as the filter does.
    private static long Inflated(ReadOnlySpan<byte> input)
    {
        using var packed = new MemoryStream(input[Math.Min(2, input.Length)..].ToArray(), writable: false);
        using var stream = new DeflateStream(packed, CompressionMode.Decompress);
        var (buffer, all) = (new byte[1 << 16], 0L);
        try
        {
            for (int read; all <= MostUnpacked && (read = stream.Read(buffer)) > 0;) all += read;
        }
        catch (InvalidDataException)
        {
            // Damaged: what comes before the damage is counted, and the filter will see to it.
        }
        return all;
    }

    private static long RunLength(ReadOnlySpan<byte> input)
    {
        var all = 0L;
        for (var at = 0; at < input.Length && input[at] != 128;)
        {
            var isRun = input[at] > 128;
            all += isRun ? 257 - input[at] : input[at] + 1;
            at += isRun ? 2 : input[at] + 2;
        }
        return all;
    }

    private delegate long Count(ReadOnlySpan<byte> input);

    private sealed class Bound(IFilter inner, int ratio, Count count) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken dictionary, IFilterProvider provider, int index) =>
            (long)input.Length * ratio > MostUnpacked && count(input.Span) > MostUnpacked ? throw new InvalidDataException("a stream unpacks to too much") : inner.Decode(input, dictionary, provider, index);
    }
}
