using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Tag.Places;

/// <summary>What a user says that a name means: its place, or that it is none.</summary>
/// <param name="Value">The place; null where the name is of no place.</param>
/// <param name="IsVenue">The name is of a house or ground in the place, and not of the place itself.</param>
internal sealed record OwnPlace(PlaceValue? Value, bool IsVenue);

/// <summary>
/// The names of places that a user adds or overrides: they go before the gazetteer's. Immutable and safe to share between threads.
/// </summary>
internal sealed class OwnPlaces
{
    private readonly Dictionary<ulong, OwnPlace> _places = [];
    private readonly HashSet<ulong> _beginnings = [];
    private readonly HashSet<ulong> _firstWords = [];

    /// <summary>No names.</summary>
    public static OwnPlaces None { get; } = new([]);

    /// <summary>The given names, each by the keys of its beginnings and of the whole, in that order (<see cref="PlaceKey.Of"/>).</summary>
    public OwnPlaces(IEnumerable<(ImmutableArray<ulong> Keys, OwnPlace Place)> names)
    {
        foreach (var (keys, place) in names)
        {
            _firstWords.Add(keys[0]);
            _beginnings.UnionWith(keys.AsSpan()[..^1].ToArray());
            _places[keys[^1]] = place;
        }
    }

    /// <summary>What the name of a key means, or null where the user says nothing of it.</summary>
    public OwnPlace? Find(ulong key) => _places.Count == 0 ? null : _places.GetValueOrDefault(key);

    /// <summary>True where a name begins with this word.</summary>
    public bool MayBegin(in Token token) => _firstWords.Count > 0 && _firstWords.Contains(PlaceKey.Append(0, token.Hash));

    /// <summary>True where a longer name begins with these words.</summary>
    public bool MayContinue(ulong key) => _beginnings.Count > 0 && _beginnings.Contains(key);
}
