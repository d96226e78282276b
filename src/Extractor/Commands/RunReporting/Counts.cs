namespace Extract.Commands.RunReporting;

/// <summary>How many records, and of them those that are settled: accepted or reviewed.</summary>
internal readonly record struct Count(int All, int Settled)
{
    /// <summary>Those that wait for a person.</summary>
    public int Waiting => All - Settled;

    /// <summary>Both together.</summary>
    public static Count operator +(Count one, Count other) => new(one.All + other.All, one.Settled + other.Settled);
}

/// <summary>Counts by key. Of more different keys than a page could ever show the later ones are counted as others, so that memory stays bounded however many records come.</summary>
internal sealed class Counts
{
    private const int MostKeys = 100_000;
    private readonly Dictionary<string, Count> _counts = new(StringComparer.Ordinal);

    /// <summary>What had no place any more.</summary>
    public Count Others { get; private set; }

    /// <summary>How many keys there are.</summary>
    public int Keys => _counts.Count;

    public Count this[string key] => _counts.GetValueOrDefault(key);

    public void Add(string key, bool isSettled = false) => Add(key, new Count(1, isSettled ? 1 : 0));

    public void Add(string key, Count count)
    {
        if (_counts.TryGetValue(key, out var so)) _counts[key] = so + count;
        else if (_counts.Count < MostKeys) _counts[key] = count;
        else Others += count;
    }

    /// <summary>All, the largest first.</summary>
    public IEnumerable<(string Key, Count Count)> Largest() => _counts.OrderByDescending(pair => pair.Value.All).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value));

    /// <summary>All, in order of key.</summary>
    public IEnumerable<(string Key, Count Count)> InOrder() => _counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value));
}
