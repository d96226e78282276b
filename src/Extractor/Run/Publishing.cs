using System.Collections.Immutable;
using Extract.Link;
using Extract.Publish;
using Extract.Review;

namespace Extract.Run;

/// <summary>The stages that see all records of a run: link, review, publish; and the count of what came of it.</summary>
internal sealed class Publishing(State state, Settings settings, Decisions decisions, Action<string, int> wrote)
{
    private const int Told = 1000;

    private readonly LinkPlan _plan = settings.Link.Duplicates ? new LinkPlan(state.Linkable(decisions.Holds)) : LinkPlan.None;
    private readonly Tally _tally = new();
    private ImmutableArray<Record> _parts = [];

    /// <summary>Writes all sinks and the ledger, and counts.</summary>
    public async Task<Summary> RunAsync(string ledger, CancellationToken cancellation)
    {
        _parts = Parts();
        var files = Files();
        foreach (var (path, sink, whole) in files) await sink.WriteAsync(Stream(path, whole), cancellation);
        await Ledger.WriteAsync(ledger, state.Documents(_plan).Select(_tally.Counted));
        return Summarized([.. files.Select(file => file.Path)], ledger);
    }

    private ImmutableArray<(string Path, ISink Sink, bool Whole)> Files()
    {
        var files = ImmutableArray.CreateBuilder<(string, ISink, bool)>();
        var jsonl = settings.Resolved(settings.Publish.Jsonl);
        files.Add((jsonl, new JsonLinesSink(jsonl), true));
        if (settings.Publish.Csv is { } csv) files.Add((settings.Resolved(csv), new CsvSink(settings.Resolved(csv)), false));
        if (settings.Publish.Sqlite is { } sqlite) files.Add((settings.Resolved(sqlite), new SqliteSink(settings.Resolved(sqlite)), false));
        return files.ToImmutable();
    }

    private IEnumerable<Record> Records() => InOrder(state.Records().Select(_plan.Apply).OfType<Record>().Select(decisions.Apply), _parts);

    // The records that people made by splitting others: as few as people are, so that they can be held; all others stream by.
    private ImmutableArray<Record> Parts() =>
        [.. decisions.Split.Select(state.Find).OfType<Record>().Select(_plan.Apply).OfType<Record>().SelectMany(record => decisions.ApplyAll(record).Skip(1)).OrderBy(record => record.Id, StringComparer.Ordinal)];

    // Both are in order of id, and so is what comes of them.
    private static IEnumerable<Record> InOrder(IEnumerable<Record> records, ImmutableArray<Record> parts)
    {
        var next = 0;
        foreach (var record in records)
        {
            while (next < parts.Length && string.CompareOrdinal(parts[next].Id, record.Id) < 0) yield return parts[next++];
            yield return record;
        }
        while (next < parts.Length) yield return parts[next++];
    }

    // What a person rejected stays in JSON lines, with its status, and goes nowhere else. The one file that has all records is where they are counted.
    private async IAsyncEnumerable<Record> Stream(string path, bool whole)
    {
        await Task.CompletedTask;
        var written = 0;
        foreach (var record in Records())
        {
            if (written++ % Told == 0) wrote(path, written - 1);
            if (whole) yield return _tally.Counted(record, decisions.Holds(record.Id));
            else if (record.Status != "rejected") yield return record;
        }
        wrote(path, written);
    }

    private Summary Summarized(ImmutableArray<string> files, string ledger) => new()
    {
        Documents = _tally.Documents.ToImmutableSortedDictionary(),
        Announcements = _tally.Announcements + _parts.Length,
        Linked = _tally.Linked,
        Statuses = _tally.Statuses.ToImmutableSortedDictionary(StringComparer.Ordinal),
        DroppedWhy = _tally.DroppedWhy.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Failures = [.. _tally.Failures],
        DecisionsWithoutRecord = decisions.Records.Count - _tally.Decided,
        LeftOut = state.LeftOut(),
        Files = files,
        Ledger = ledger,
    };
}
