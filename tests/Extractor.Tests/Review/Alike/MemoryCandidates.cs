using Extract.Review.Alike;

namespace Extract.Tests.Review.Alike;

/// <summary>Records held in memory; the questions are answered roughly, as an index may.</summary>
internal sealed class MemoryCandidates(params Record[] records) : ICandidates
{
    /// <summary>Gives all records, also those that wait no more.</summary>
    public bool IsBehind { get; init; }

    public IEnumerable<Record> OfSource(Record like, int limit) => Open.Take(limit);

    public IEnumerable<Record> OfTitle(Record like, int limit) => Open.Take(limit);

    public IEnumerable<Record> OfOrganization(string name, int limit) => Open.Where(record => record.Organizations.Any(body => body.Name == name)).Take(limit);

    public IEnumerable<Record> OfCity(string name, int limit) => Open.Where(record => record.Cities.Any(city => city.Name == name)).Take(limit);

    public (Record Record, string Between)? Neighbour(Record record, bool isAfter)
    {
        var document = records.Where(other => other.Source.Id == record.Source.Id).OrderBy(other => other.Start).ToList();
        var at = document.IndexOf(record) + (isAfter ? 1 : -1);
        if (at < 0 || at >= document.Count) return null;
        var (first, second) = isAfter ? (record, document[at]) : (document[at], record);
        return (document[at], new string('\n', second.Start - first.End));
    }

    private IEnumerable<Record> Open => records.Where(record => IsBehind || record.Status == "needs-review");
}
