namespace Extract.Fetch.Containers;

/// <summary>An archive that unpacks to more than the settings allow.</summary>
/// <param name="setting">The key of <c>fetch:</c> that would allow it.</param>
/// <param name="limit">Its value.</param>
public sealed class TooMuchException(string setting, long limit) : IOException($"fetch: {setting} is {limit}")
{
    /// <summary>The key of <c>fetch:</c>.</summary>
    public string Setting { get; } = setting;

    /// <summary>Its value.</summary>
    public long Limit { get; } = limit;
}

/// <summary>
/// Counts what comes out of one archive and all that is packed in it, and stops at what the settings allow. Bytes are counted, never seconds: the same archive
/// ends at the same place on every machine.
/// </summary>
/// <param name="settings">The settings.</param>
/// <param name="packed">The archive's size.</param>
public sealed class UnpackLimits(FetchSettings settings, long packed)
{
    // Small archives may be as dense as they like: a page of blanks is no attack.
    private const long Free = 10_000_000;

    private readonly long _most = Math.Min(settings.MaxUnpacked * 1_000_000L, Math.Max(Free, packed * settings.MaxRatio));
    private long _bytes = -packed;
    private int _entries;

    /// <summary>So many bytes more came out. The archive's own are counted too, and free.</summary>
    public void Unpacked(int bytes)
    {
        _bytes += bytes;
        if (_bytes <= _most) return;
        throw _most == settings.MaxUnpacked * 1_000_000L ? new TooMuchException("maxUnpacked", settings.MaxUnpacked) : new TooMuchException("maxRatio", settings.MaxRatio);
    }

    /// <summary>One entry more.</summary>
    public void Entry()
    {
        if (++_entries > settings.MaxEntries) throw new TooMuchException("maxEntries", settings.MaxEntries);
    }

    /// <summary>Throws where containers stand in each other more deeply than is allowed.</summary>
    public void Depth(int depth)
    {
        if (depth > settings.MaxDepth) throw new TooMuchException("maxDepth", settings.MaxDepth);
    }
}
