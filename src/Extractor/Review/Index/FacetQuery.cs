using System.Globalization;

namespace Extract.Review.Index;

/// <summary>The commonest values that records have, to filter by.</summary>
internal sealed class FacetQuery(Database database, int mostValues)
{
    private readonly Dictionary<long, int> _numbers = [];
    private readonly Dictionary<string, int> _statuses = new(StringComparer.Ordinal), _reviewers = new(StringComparer.Ordinal);

    /// <summary>By kind: of all records as they were counted, where nothing is filtered; else of the first ones that match.</summary>
    public Dictionary<string, List<(string Value, long Count)>> Of(string? match, bool isAllWaiting, int most)
    {
        Tally(match, most);
        var facets = match is null || isAllWaiting ? Facet.Kinds.ToDictionary(kind => kind, kind => Counted(kind, match is null)) : Tallied();
        facets["reviewer"] = Common(_reviewers);
        facets["status"] = Common(_statuses);
        return facets;
    }

    private void Tally(string? match, int most)
    {
        using var rows = match is null ? database.Rows(IndexSchema.AllFacets, ("$limit", most)) : database.Rows(IndexSchema.FoundFacets, ("$match", match), ("$limit", most));
        while (rows.Read())
        {
            foreach (var part in rows.GetString(0).AsSpan().Split(' '))
                if (long.TryParse(rows.GetString(0).AsSpan(part), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) _numbers[number] = _numbers.GetValueOrDefault(number) + 1;
            Add(_statuses, rows.GetString(1));
            if (!rows.IsDBNull(2)) Add(_reviewers, rows.GetString(2));
        }
    }

    private Dictionary<string, List<(string, long)>> Tallied()
    {
        var facets = Facet.Kinds.ToDictionary(kind => kind, _ => new List<(string, long)>());
        foreach (var (number, count) in _numbers.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key))
        {
            using var row = database.Rows(IndexSchema.Facet, ("$number", number));
            if (row.Read() && facets[row.GetString(0)] is { } values && values.Count < mostValues) values.Add((row.GetString(1), count));
        }
        return facets;
    }

    private List<(string, long)> Counted(string kind, bool isAll)
    {
        var values = new List<(string, long)>();
        using var rows = database.Rows(isAll ? IndexSchema.CommonFacets : IndexSchema.WaitingFacets, ("$kind", kind), ("$limit", mostValues));
        while (rows.Read()) values.Add((rows.GetString(0), rows.GetInt64(1)));
        return values;
    }

    private List<(string, long)> Common(Dictionary<string, int> counts) =>
        [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(mostValues).Select(pair => (pair.Key, (long)pair.Value))];

    private static void Add(Dictionary<string, int> counts, string value) => counts[value] = counts.GetValueOrDefault(value) + 1;
}
