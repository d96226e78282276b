using System.Collections.Immutable;

namespace Extract.Resolve.Places;

/// <summary>A city that a name of an announcement may mean, for a person who asks why it was taken or not.</summary>
/// <param name="Span">Where the name stands first.</param>
/// <param name="Text">The name.</param>
/// <param name="Place">The city.</param>
/// <param name="Probability">How likely the name means it, if it means a city.</param>
/// <param name="Because">What speaks most for it and against it, with its weight; empty where the name has no other meaning.</param>
/// <param name="IsCity">How likely the name is that of a city of the announcement; null for all but the most likely candidate.</param>
/// <param name="IsVenue">How likely it is a venue; null for all but the most likely candidate.</param>
public sealed record CityCandidate(TextSpan Span, string Text, Place Place, double Probability, ImmutableArray<string> Because, double? IsCity, double? IsVenue);
