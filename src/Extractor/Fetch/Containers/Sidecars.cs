using System.Buffers;

namespace Extract.Fetch.Containers;

/// <summary>
/// What the <c>NAME.meta.json</c> of an archive say of the documents beside them. An archive is read forwards: one that comes before its document, or right after it, is
/// heard; of a zip archive, all.
/// </summary>
internal sealed class Sidecars
{
    private const int Most = 1 << 16; // bytes

    private readonly Dictionary<string, Sidecar> _known = new(StringComparer.Ordinal);

    /// <summary>Keeps one by its full name.</summary>
    /// <returns>What of it cannot be read; null where nothing.</returns>
    public string? Add(string name, Stream stream)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Most);
        var length = stream.ReadAtLeast(bytes.AsSpan(0, Most), Most, throwOnEndOfStream: false);
        var sidecar = length < Most ? Sidecar.Of(bytes.AsMemory(0, length)) : new(null, null, FetchFaults.LongSidecar(Most));
        _known[name[..^Sidecar.Ending.Length]] = sidecar;
        ArrayPool<byte>.Shared.Return(bytes);
        return sidecar.Wrong;
    }

    /// <summary>The input with what is known of it by now.</summary>
    public Input Tell(Input input)
    {
        if (_known.Count == 0 || input.Held?.Source is not { } source || !_known.TryGetValue(Path.ChangeExtension(input.Name, null), out var sidecar)) return input;
        return input with { Held = new(source with { Address = sidecar.Address ?? source.Address, Published = source.Published ?? sidecar.Published }) };
    }
}
