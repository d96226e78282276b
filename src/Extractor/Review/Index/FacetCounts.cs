using System.Globalization;

namespace Extract.Review.Index;

/// <summary>Numbers facets while an index is made, and counts how many records have each.</summary>
internal sealed class FacetCounts
{
    private readonly Dictionary<Facet, int> _numbers = [];
    private readonly List<(int Total, int Waiting)> _counts = [];

    /// <summary>Counts a record's facets; their numbers as the row has them.</summary>
    public string Add(List<Facet> facets, bool waits) => string.Join(' ', facets.Select(facet => Number(facet, waits).ToString(CultureInfo.InvariantCulture)));

    private int Number(Facet facet, bool waits)
    {
        if (!_numbers.TryGetValue(facet, out var number))
        {
            _numbers[facet] = number = _counts.Count + 1;
            _counts.Add((0, 0));
        }
        var (total, waiting) = _counts[number - 1];
        _counts[number - 1] = (total + 1, waiting + (waits ? 1 : 0));
        return number;
    }

    /// <summary>Writes all of them.</summary>
    public void Write(Database database)
    {
        foreach (var (facet, number) in _numbers)
            database.Run(IndexSchema.PutFacet, ("$number", number), ("$kind", facet.Kind), ("$value", facet.Value), ("$total", _counts[number - 1].Total), ("$waiting", _counts[number - 1].Waiting));
    }
}
