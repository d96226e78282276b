using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Extract.Tag.Places;

/// <summary>What a name may mean.</summary>
/// <param name="Lands">The regions and countries, in the gazetteer's order.</param>
/// <param name="Cities">The cities, the most populous first; null where there is none.</param>
/// <param name="Traits">How the name is the first city's.</param>
internal sealed record PlaceMeanings(ImmutableArray<LandMeaning> Lands, PlaceValue? Cities, NameTraits Traits);

/// <summary>A region or country that a name may mean.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Value">The one place.</param>
/// <param name="Traits">How the name is its.</param>
internal sealed record LandMeaning(MentionKind Kind, PlaceValue Value, NameTraits Traits)
{
    /// <summary>The place.</summary>
    public Place Place => Value.Candidates[0];
    /// <summary>The name stands for it only as written and beside another place.</summary>
    public bool IsCode => (Traits & NameTraits.Code) != 0;
    /// <summary>The name is of its people.</summary>
    public bool IsPeople => (Traits & NameTraits.People) != 0;
}

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
