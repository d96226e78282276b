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
