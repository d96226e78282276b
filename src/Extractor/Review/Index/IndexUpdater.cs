using System.Globalization;

namespace Extract.Review.Index;

/// <summary>Follows the decisions: what was decided since an index was made changes the rows of those records, and of the parts that they were split into.</summary>
internal sealed class IndexUpdater(Database database, RecordsFile file, Stands stands)
{
    private const int AtOnce = 200;

    /// <summary>Follows on. True where anything was new.</summary>
    public bool Follow(CancellationToken cancellation)
    {
        var mark = stands.Mark();
        var isSame = (string?)database.Value(IndexSchema.Meta, ("$key", "generation")) == stands.Generation(mark);
        var after = isSame ? long.Parse((string)database.Value(IndexSchema.Meta, ("$key", "decisions"))!, CultureInfo.InvariantCulture) : 0;
        if (isSame && after == mark.Last) return false;
        var touched = stands.Touched(after, mark.Last).Concat(isSame ? [] : Decided()).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var some in touched.Chunk(AtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            database.Write(() =>
            {
                foreach (var record in some) Update(record);
            });
        }
        database.Write(() => stands.Note(database, mark));
        return true;
    }

    private List<string> Decided()
    {
        var ids = new List<string>();
        using var rows = database.Rows(IndexSchema.DecidedIds);
        while (rows.Read()) ids.Add(rows.GetString(0));
        return ids;
    }

    private void Update(string id)
    {
        if (Find(id) is not { } row) return;
        if (row.Parent is { } parent)
        {
            Update(parent);
            return;
        }
        var before = Rows(IndexSchema.ByParent, id).Prepend(row).ToDictionary(each => each.Id, StringComparer.Ordinal);
        foreach (var (stand, split) in stands.Of(RecordJson.FromJson(file.Line(row.Start, row.Length))))
        {
            if (before.Remove(stand.Record.Id, out var old)) Replace(old, stand, split);
            else if (Find(stand.Record.Id) is null) Put(FreeRank(row.Rank + 1), row, stand, split);
        }
        foreach (var gone in before.Values) Drop(gone);
    }

    private void Replace(Row old, Stand stand, string? parent)
    {
        Drop(old);
        // What nobody could tell comes again when all else is done.
        var toTheEnd = Entry.IsLate(stand.Standing) && old.Standing != stand.Standing;
        Put(toTheEnd ? (long)database.Value(IndexSchema.LastRank)! + IndexBuilder.Step : old.Rank, old, stand, parent);
    }

    private void Put(long rank, Row line, Stand stand, string? parent)
    {
        var record = SlimRecord.Of(stand.Record);
        var facets = Facet.Of(record);
        var numbers = string.Join(' ', facets.Select(facet => Number(facet).ToString(CultureInfo.InvariantCulture)));
        var row = Entry.Row(record, rank, (line.Start, line.Length), stand.Standing, numbers) with { Reviewer = stand.Reviewer, Parent = parent };
        Entry.Put(database, row, Entry.Words(record, facets, stand.Standing, stand.Reviewer, stand.Readers));
        Count(row, 1);
    }

    private void Drop(Row row)
    {
        database.Run(IndexSchema.DropRecord, ("$rank", row.Rank));
        database.Run(IndexSchema.DropWords, ("$rank", row.Rank));
        Count(row, -1);
    }

    private void Count(Row row, int by)
    {
        foreach (var number in row.Facets.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            database.Run(IndexSchema.CountFacet, ("$total", by), ("$waiting", Entry.IsWaiting(row.Standing) ? by : 0), ("$number", long.Parse(number, CultureInfo.InvariantCulture)));
        database.Run(IndexSchema.Count, ("$standing", (int)row.Standing), ("$count", by));
    }

    private long Number(Facet facet) =>
        (long)(database.Value(IndexSchema.FindFacet, ("$kind", facet.Kind), ("$value", facet.Value)) ?? database.Value(IndexSchema.NewFacet, ("$kind", facet.Kind), ("$value", facet.Value))!);

    private long FreeRank(long rank)
    {
        while (database.Value(IndexSchema.RankTaken, ("$rank", rank)) is not null) rank++;
        return rank;
    }

    private Row? Find(string id) => Rows(IndexSchema.ById, id).FirstOrDefault();

    private List<Row> Rows(string sql, string id)
    {
        var found = new List<Row>();
        using var rows = database.Rows(sql, ("$id", id));
        while (rows.Read()) found.Add(Row.Of(rows));
        return found;
    }
}
