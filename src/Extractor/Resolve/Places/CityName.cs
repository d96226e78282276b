using System.Collections.Immutable;

namespace Extract.Resolve.Places;

/// <summary>One name that may be a city's, with all places where it stands in an announcement and its headings.</summary>
/// <param name="Folded">The name, folded.</param>
/// <param name="Places">Where it stands: those in the announcement in order, then those in headings above it.</param>
/// <param name="Candidates">The cities that it may mean, the most populous first.</param>
internal sealed record CityName(string Folded, ImmutableArray<CityPlace> Places, ImmutableArray<Place> Candidates);

/// <summary>One place where a name stands.</summary>
/// <param name="Mention">The tagger's claim.</param>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token.</param>
/// <param name="Inherited">It stands in a heading outside the announcement.</param>
/// <param name="Beside">The regions and countries that stand right after or before it: "Austin, TX, USA".</param>
/// <param name="BesideAt">Where these stand.</param>
internal sealed record CityPlace(Mention Mention, int First, int Last, bool Inherited, ImmutableArray<Place> Beside, ImmutableArray<TextSpan> BesideAt);
