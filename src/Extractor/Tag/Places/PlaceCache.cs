using System.Collections.Concurrent;

namespace Extract.Tag.Places;

/// <summary>Keeps the meanings of names that were asked for, so that a name met often is decoded once. It changes no result.</summary>
/// <param name="gazetteer">The names.</param>
/// <param name="most">How many meanings of a name are kept.</param>
internal sealed class PlaceCache(Gazetteer gazetteer, int most)
{
    private const int Capacity = 20_000;
    private readonly ConcurrentDictionary<int, PlaceValue> _values = new();

    /// <summary>The cities that a name may mean, the most populous first.</summary>
    public PlaceValue Of(int first, int end)
    {
        if (_values.TryGetValue(first, out var value)) return value;
        value = new PlaceValue(gazetteer.Places(first, end, MentionKind.City, most));
        if (_values.Count < Capacity) _values[first] = value;
        return value;
    }
}
