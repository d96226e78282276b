using Extract.Review.Alike;
using Extract.Review.Index;

namespace Extract.Review.Serving;

/// <summary>The records that wait, for one reviewer: what another is at now is left out.</summary>
internal sealed class Candidates(ReviewOptions options, IndexKeeper keeper, string reviewer) : ICandidates
{
    private readonly Dictionary<string, string> _claims = keeper.Claims.All();

    /// <inheritdoc/>
    public IEnumerable<Record> OfSource(Record like, int limit) => Waiting(new Filter { Source = SourceOf(like) }, null, limit);

    /// <inheritdoc/>
    public IEnumerable<Record> OfTitle(Record like, int limit) => Waiting(new Filter { Source = SourceOf(like), Words = like.Title }, null, limit);

    /// <inheritdoc/>
    public IEnumerable<Record> OfOrganization(string name, int limit) => Waiting(new Filter(), Facet.Organization(name), limit);

    /// <inheritdoc/>
    public IEnumerable<Record> OfCity(string name, int limit) => Waiting(new Filter(), Facet.City(name), limit);

    /// <inheritdoc/>
    public (Record Record, string Between)? Neighbour(Record record, bool isAfter)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (keeper.Index.Find(record.Id) is not { } row || keeper.Neighbour(row, isAfter) is not { } next || keeper.Records.Standing(next) is not { } other) return null;
        var (first, second) = isAfter ? (record, other) : (other, record);
        return Between(options, first, second) is { } between ? (other, between) : null;
    }

    /// <summary>The document's text between two records, the one that stands first in it first; null where it is not known.</summary>
    public static string? Between(ReviewOptions options, Record first, Record second)
    {
        if (first.End == second.Start) return "";
        if (first.End > second.Start || options.Documents?.Text(first) is not { } text || second.End > text.Length) return null;
        return text.AsSpan(first.Start, first.End - first.Start).SequenceEqual(first.Text) && text.AsSpan(second.Start, second.End - second.Start).SequenceEqual(second.Text) ? text[first.End..second.Start] : null;
    }

    private IEnumerable<Record> Waiting(Filter filter, string? token, int limit)
    {
        var match = filter.Match(reviewer, false) + (token is null ? "" : $" AND \"{token}\"");
        var changed = keeper.Changed();
        return keeper.Index.Find(match, long.MinValue, limit, row => changed.Contains(row.Id) || (_claims.TryGetValue(row.Id, out var by) && by != reviewer)).Rows.Select(keeper.Records.Standing).OfType<Record>();
    }

    private static string SourceOf(Record record) => SourceName.Of(record.Source.Id, record.Source.Uri);
}
