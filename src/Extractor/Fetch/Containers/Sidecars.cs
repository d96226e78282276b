using System.Buffers;

namespace Extract.Fetch.Containers;

/// <summary>
/// What the <c>NAME.meta.json</c> of an archive say of the documents beside them. An archive is read forwards: one that comes before its document, or right after it, is
/// heard; of a zip archive, all.
/// </summary>
internal sealed class Sidecars
{
    private const string Ending = ".meta.json";
    private const int Most = 1 << 16; // bytes

    private readonly Dictionary<string, Sidecar> _known = new(StringComparer.Ordinal);

    /// <summary>True for the name of one.</summary>
    public static bool IsOne(string? name) => name is not null && name.EndsWith(Ending, StringComparison.Ordinal);

    /// <summary>Keeps one by its full name.</summary>
    public void Add(string name, Stream stream)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Most);
        var length = stream.ReadAtLeast(bytes.AsSpan(0, Most), Most, throwOnEndOfStream: false);
        if (length < Most) _known[name[..^Ending.Length]] = Sidecar.Of(bytes.AsMemory(0, length));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>The input with what is known of it by now.</summary>
    public Input Tell(Input input)
    {
        if (_known.Count == 0 || input.Held?.Source is not { } source || !_known.TryGetValue(Path.ChangeExtension(input.Name, null), out var sidecar)) return input;
        return input with { Held = new(source with { Address = sidecar.Address ?? source.Address, Published = source.Published ?? sidecar.Published }) };
    }
}
