using Microsoft.Data.Sqlite;

namespace Extract.Review.Index;

/// <summary>A page of records.</summary>
/// <param name="Rows">The records.</param>
/// <param name="Total">How many there are, up to <see cref="RecordIndex.Most"/>.</param>
/// <param name="Next">What the next page is asked with; null on the last.</param>
internal sealed record Page(IReadOnlyList<Row> Rows, int Total, long? Next);

/// <summary>Asks the index. Thread-safe: each question takes a connection of its own. Throws <see cref="DamagedException"/> where the file is damaged.</summary>
internal sealed class RecordIndex(string path)
{
    /// <summary>Counting goes so far, so that no count costs more than the page.</summary>
    public const int Most = 10_000;

    private const int MostValues = 50, MostLabels = 1000;
    private readonly Stack<Database> _idle = new();

    /// <summary>A page of what matches, in order of rank; what <paramref name="skips"/> says is left out.</summary>
    public Page Find(string? match, long after, int limit, Func<Row, bool> skips) => Ask(database =>
    {
        var (page, more, seen) = (new List<Row>(), false, 0);
        using (var rows = match is null ? database.Rows(IndexSchema.All, ("$after", after)) : database.Rows(IndexSchema.Found, ("$match", match), ("$after", after)))
            while (!more && rows.Read())
            {
                seen++;
                if (Row.Of(rows) is var row && !skips(row))
                {
                    more = page.Count == limit;
                    if (!more) page.Add(row);
                }
            }
        // What ends on the first page is counted already.
        return new Page(page, more || after != long.MinValue ? Count(database, match) : seen, more ? page[^1].Rank : null);
    });

    /// <summary>A record, or null.</summary>
    public Row? Find(string id) => Ask(database => One(database, IndexSchema.ById, ("$id", id)));

    /// <summary>The record next before or after one in its document, or null; what <paramref name="skips"/> says is stepped over.</summary>
    public Row? Neighbour(Row row, bool isAfter, Func<Row, bool> skips) => Ask(database =>
    {
        using var rows = database.Rows(isAfter ? IndexSchema.After : IndexSchema.Before, ("$document", row.Document), ("$place", row.Place));
        while (rows.Read())
            if (Row.Of(rows) is var other && !skips(other)) return other;
        return null;
    });

    /// <summary>How many records there are of a standing.</summary>
    public long Count(params ReadOnlySpan<Standing> standings)
    {
        var wanted = standings.ToArray();
        return Ask(database =>
        {
            var count = 0L;
            using var rows = database.Rows(IndexSchema.Counts);
            while (rows.Read())
                if (wanted.Contains((Standing)rows.GetInt32(0))) count += rows.GetInt64(1);
            return count;
        });
    }

    /// <summary>The commonest values by kind with their counts: of all records, or of the first <see cref="Most"/> that match.</summary>
    public Dictionary<string, List<(string Value, long Count)>> Facets(string? match, bool isAllWaiting) =>
        Ask(database => new FacetQuery(database, MostValues).Of(match, isAllWaiting, Most));

    /// <summary>The labels of a kind that any record has, the commonest first.</summary>
    public List<string> Labels(string kind) => Ask(database =>
    {
        var labels = new List<string>();
        using var rows = database.Rows(IndexSchema.CommonFacets, ("$kind", kind), ("$limit", MostLabels));
        while (rows.Read()) labels.Add(rows.GetString(0));
        return labels;
    });

    /// <summary>What the index says of itself.</summary>
    public string? Meta(string key) => Ask(database => (string?)database.Value(IndexSchema.Meta, ("$key", key)));

    /// <summary>Forgets the connections: the file is another one now.</summary>
    public void Reset()
    {
        lock (_idle)
            while (_idle.TryPop(out var database)) database.Dispose();
    }

    private static int Count(Database database, string? match) =>
        (int)(long)(match is null ? database.Value(IndexSchema.CountAll, ("$limit", Most + 1)) : database.Value(IndexSchema.CountFound, ("$match", match), ("$limit", Most + 1)))!;

    private static Row? One(Database database, string sql, params ReadOnlySpan<(string, object?)> values)
    {
        using var rows = database.Rows(sql, values);
        return rows.Read() ? Row.Of(rows) : null;
    }

    private T Ask<T>(Func<Database, T> ask)
    {
        Database? database;
        lock (_idle) _idle.TryPop(out database);
        try
        {
            database ??= new(path, "");
            var answer = ask(database);
            lock (_idle) _idle.Push(database);
            return answer;
        }
        catch (Exception e)
        {
            database?.Dispose();
            if (e is SqliteException fault && IndexFiles.IsDamage(fault)) throw new DamagedException(false, fault);
            throw;
        }
    }
}
