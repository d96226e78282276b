namespace Extract.Review.Index;

/// <summary>
/// Makes the index of a records' file in two passes: the first learns what is worth asking, the second writes the rows in that order, so that the first
/// ones can be worked on while the others come. Memory grows by some 50 bytes a record.
/// </summary>
internal sealed class IndexBuilder(Database database, RecordsFile file, Stands stands, Action<double> progress, Action<string> tell)
{
    /// <summary>Between two ranks there is room for the parts of a record that is split.</summary>
    public const long Step = 16;

    private const int AtOnce = 250;
    private const int MergedAtOnce = 500;
    private const double FirstPass = 0.1;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);
    private readonly FacetCounts _facets = new();
    private HashSet<string> _ownLines = [];
    private readonly long[] _standings = new long[Enum.GetValues<Standing>().Length];

    /// <summary>Makes it, after whatever stood there before is gone.</summary>
    public void Build(CancellationToken cancellation)
    {
        // What is decided from here on the rows may not show: the mark says so from the first of them on.
        var mark = stands.Mark();
        database.Write(() =>
        {
            database.Run(IndexSchema.Drop);
            database.Run(IndexSchema.Tables);
            stands.Note(database, mark);
        });
        database.Run(IndexSchema.MoreMemory);
        stands.Prepare();
        var ranked = Rank(cancellation);
        // What ranking took goes back to the system: the second pass is long, and needs little.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        Write(ranked, cancellation);
        database.Run(IndexSchema.Indexes);
        database.Write(() => Close(mark));
    }

    /// <summary>Joins the pieces of the finished index for a moment. True where none is left to join.</summary>
    public static bool Merge(Database database)
    {
        var isBegun = database.Value(IndexSchema.Meta, ("$key", "merged")) is not null;
        var before = (long)database.Value(IndexSchema.Changes)!;
        database.Run(IndexSchema.Merge, ("$pages", isBegun ? MergedAtOnce : -MergedAtOnce));
        var isDone = isBegun && (long)database.Value(IndexSchema.Changes)! - before < 2;
        if (isDone || !isBegun) database.Run(IndexSchema.PutMeta, ("$key", "merged"), ("$value", isDone ? "yes" : "begun"));
        return isDone;
    }

    private Ranked[] Rank(CancellationToken cancellation)
    {
        var worth = new Worth(stands.IsPart);
        var unread = 0;
        file.Each((offset, line) =>
        {
            if (!worth.Add(offset, line) && unread++ == 0) tell(Messages.NoRecordAt(offset));
            progress(FirstPass * offset / Math.Max(1, file.Length));
        }, cancellation);
        _ownLines = worth.Parts;
        return worth.Rank();
    }

    // While some rows are written, the next are read.
    private void Write(Ranked[] ranked, CancellationToken cancellation)
    {
        var late = new List<(Row Row, string Words)>();
        var next = Task.Run(() => Read(ranked, 0), cancellation);
        for (var at = 0; at < ranked.Length;)
        {
            var begun = Environment.TickCount64;
            var first = at == 0;
            database.Write(() =>
            {
                do
                {
                    cancellation.ThrowIfCancellationRequested();
                    var read = next.GetAwaiter().GetResult();
                    var from = at += AtOnce;
                    next = Task.Run(() => Read(ranked, from), cancellation);
                    late.AddRange(read.Where(each => Entry.IsLate(each.Row.Standing)));
                    foreach (var (row, words) in read.Where(each => !Entry.IsLate(each.Row.Standing))) Entry.Put(database, row, words);
                    progress(FirstPass + ((1 - FirstPass) * Math.Min(at, ranked.Length) / ranked.Length));
                }
                while (at < ranked.Length && !first && Environment.TickCount64 - begun < Longest.TotalMilliseconds);
            });
        }
        database.Write(() => PutLate(late, ranked.Length + 2));
    }

    private void PutLate(List<(Row Row, string Words)> late, long place)
    {
        foreach (var (row, words) in late) Entry.Put(database, row with { Rank = place++ * Step }, words);
    }

    // In the order of the file, which disks prefer.
    private List<(Row Row, string Words)> Read(Ranked[] ranked, int from)
    {
        var count = Math.Max(0, Math.Min(AtOnce, ranked.Length - from));
        var read = new List<(Row, string)>[count];
        foreach (var i in Enumerable.Range(0, count).OrderBy(i => ranked[from + i].Offset)) read[i] = [.. Read(ranked[from + i], (from + i + 1) * Step)];
        return [.. read.SelectMany(rows => rows)];
    }

    private IEnumerable<(Row, string)> Read(Ranked place, long rank)
    {
        var line = file.Line(place.Offset, place.Length);
        if (SlimRecord.From(line) is not { } record) return [];
        if (stands.IsDecided(record.Id)) return Decided(line, place, rank);
        var standing = place.Waits ? Standing.Open : Standing.Accepted;
        return [Counted(record, rank, (place.Offset, place.Length), standing, new(standing, null!, null, []))];
    }

    private IEnumerable<(Row, string)> Decided(byte[] line, Ranked place, long rank)
    {
        // A part that the run has written by itself has its own line.
        foreach (var (stand, parent) in stands.Of(RecordJson.FromJson(line)).Where(each => each.Parent is null || !_ownLines.Contains(each.Stand.Record.Id)).Take((int)Step))
        {
            var (row, words) = Counted(SlimRecord.Of(stand.Record), rank++, (place.Offset, place.Length), stand.Standing, stand);
            yield return (row with { Reviewer = stand.Reviewer, Parent = parent }, words);
        }
    }

    private (Row, string) Counted(SlimRecord record, long rank, (long, int) line, Standing standing, Stand stand)
    {
        var facets = Facet.Of(record);
        _standings[(int)standing]++;
        return (Entry.Row(record, rank, line, standing, _facets.Add(facets, Entry.IsWaiting(standing))), Entry.Words(record, facets, standing, stand.Reviewer, stand.Readers));
    }

    private void Close((long Generation, long Last) mark)
    {
        _facets.Write(database);
        for (var i = 0; i < _standings.Length; i++) database.Run(IndexSchema.Count, ("$standing", i), ("$count", _standings[i]));
        stands.Note(database, mark);
        database.Run(IndexSchema.PutMeta, ("$key", "version"), ("$value", IndexSchema.Version));
        database.Run(IndexSchema.PutMeta, ("$key", "records"), ("$value", file.Print));
    }
}
