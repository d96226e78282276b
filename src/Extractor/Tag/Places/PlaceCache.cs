using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Extract.Tag.Places;

/// <summary>Keeps the meanings of names that were asked for, so that a name met often is decoded once. It changes no result; safe to share between threads.</summary>
/// <param name="gazetteer">The names.</param>
/// <param name="most">How many cities of a name are kept.</param>
internal sealed class PlaceCache(Gazetteer gazetteer, int most)
{
    private const int Capacity = 20_000;
    private readonly ConcurrentDictionary<int, PlaceMeanings> _names = new();
    private int _kept;

    /// <summary>The meanings of a name from its first place in the table to the one past its last.</summary>
    public PlaceMeanings Of(int first, int end)
    {
        if (_names.TryGetValue(first, out var name)) return name;
        name = Decode(first, end);
        if (_kept < Capacity && _names.TryAdd(first, name)) Interlocked.Increment(ref _kept);
        return name;
    }

    private PlaceMeanings Decode(int first, int end)
    {
        var (lands, city) = (ImmutableArray.CreateBuilder<LandMeaning>(), -1);
        for (var at = first; at < end; at++)
        {
            var (entry, traits) = gazetteer.MeaningAt(at);
            if (gazetteer.KindOf(entry) is not MentionKind.City and var kind) lands.Add(new(kind, new([gazetteer.PlaceOf(entry)]), traits));
            else if (city < 0) city = at;
        }
        return city < 0 ? new(lands.ToImmutable(), null, default)
            : new(lands.ToImmutable(), new(gazetteer.Places(first, end, MentionKind.City, most)), gazetteer.MeaningAt(city).Traits);
    }
}
