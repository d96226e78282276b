using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Extract.Read.Pdf;

/// <summary>The filters of PDF streams, with a bound on what one may unpack to: a few kilobytes could stand for as much memory as there is.</summary>
internal sealed class BoundedFilters : IFilterProvider
{
    // The contents of a page are some hundred kilobytes; pictures are not unpacked.
    private const int MostUnpacked = 64_000_000;
    // Deflate cannot make more than this of a byte.
    private const int MostRatio = 1032;

    private readonly IFilterProvider _inner = DefaultFilterProvider.Instance;

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(_inner.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(_inner.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(_inner.GetAllFilters());

    private static IFilter[] Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => filter is FlateFilter ? new BoundedFlate(filter) : filter)];

    private sealed class BoundedFlate(IFilter inner) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken dictionary, IFilterProvider provider, int index) =>
            (long)input.Length * MostRatio > MostUnpacked && Unpacks(input) > MostUnpacked ? throw new InvalidDataException("a stream unpacks to too much") : inner.Decode(input, dictionary, provider, index);

        // Counted and thrown away, no further than the bound.
        private static long Unpacks(Memory<byte> input)
        {
            using var packed = new MemoryStream(input.ToArray(), writable: false);
            using var stream = new ZLibStream(packed, CompressionMode.Decompress);
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
    }
}
