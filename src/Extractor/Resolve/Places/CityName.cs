using System.Collections.Immutable;

namespace Extract.Resolve.Places;

/// <summary>One name that may be a city's, with all places where it stands in an announcement and its headings.</summary>
/// <param name="Folded">The name, folded.</param>
/// <param name="Places">Where it stands: those in the announcement in order, then those in headings above it.</param>
/// <param name="Candidates">The cities that it may mean, the most populous first.</param>
internal sealed record CityName(string Folded, ImmutableArray<CityPlace> Places, ImmutableArray<Place> Candidates)
{
    /// <summary>The regions and countries that stand beside any of its places.</summary>
    public ImmutableArray<Place> Beside { get; } = [.. Places.SelectMany(place => place.Beside)];

    /// <summary>The inhabitants of all its candidates together.</summary>
    public double Inhabitants { get; } = Candidates.Sum(place => (double)place.Population);

    /// <summary>The inhabitants of the largest of them.</summary>
    public int Largest { get; } = Candidates.Max(place => place.Population);
}

/// <summary>One place where a name stands.</summary>
/// <param name="Mention">The tagger's claim.</param>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token.</param>
/// <param name="Inherited">It stands in a heading outside the announcement.</param>
/// <param name="Beside">The regions and countries that stand right after or before it: "Austin, TX, USA".</param>
/// <param name="BesideAt">Where these stand.</param>
internal sealed record CityPlace(Mention Mention, int First, int Last, bool Inherited, ImmutableArray<Place> Beside, ImmutableArray<TextSpan> BesideAt);
