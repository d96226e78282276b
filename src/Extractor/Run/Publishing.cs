using System.Collections.Immutable;
using Extract.Link;
using Extract.Publish;
using Extract.Review;

namespace Extract.Run;

/// <summary>The stages that see all records of a run: link, review, publish; and the count of what came of it.</summary>
internal sealed class Publishing(State state, Settings settings, Decisions decisions)
{
    private readonly LinkPlan _plan = settings.Link.Duplicates ? new LinkPlan(state.Linkable(decisions.Holds)) : LinkPlan.None;

    /// <summary>Writes all sinks and the ledger, and counts.</summary>
    public async Task<Summary> RunAsync(string ledger, CancellationToken cancellation)
    {
        var files = Files();
        foreach (var (_, sink, whole) in files) await sink.WriteAsync(Stream(whole), cancellation);
        await Ledger.WriteAsync(ledger, state.Documents(_plan));
        return Count([.. files.Select(file => file.Path)], ledger);
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

    private IEnumerable<Record> Records() => state.Records().Select(_plan.Apply).OfType<Record>().Select(decisions.Apply);

    // What a person rejected stays in JSON lines, with its status, and goes nowhere else.
    private async IAsyncEnumerable<Record> Stream(bool whole)
    {
        await Task.CompletedTask;
        foreach (var record in Records())
            if (whole || record.Status != "rejected") yield return record;
    }

    private Summary Count(ImmutableArray<string> files, string ledger)
    {
        var documents = state.Documents(_plan).ToLookup(entry => entry.Outcome, entry => (entry.Input, Why: entry.Why ?? "", entry.Records, entry.Linked));
        var statuses = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var known = 0;
        foreach (var record in Records())
        {
            statuses[record.Status] = statuses.GetValueOrDefault(record.Status) + 1;
            if (decisions.Holds(record.Id)) known++;
        }
        return new()
        {
            Documents = documents.ToImmutableSortedDictionary(group => group.Key, group => group.Count()),
            Announcements = documents.SelectMany(group => group).Sum(entry => entry.Records + entry.Linked),
            Linked = _plan.Absorbed,
            Statuses = statuses.ToImmutableSortedDictionary(StringComparer.Ordinal),
            DroppedWhy = documents[Outcome.Dropped].GroupBy(entry => entry.Why).ToImmutableSortedDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal),
            Failures = [.. documents[Outcome.Failed].Select(entry => (entry.Input, entry.Why))],
            DecisionsWithoutRecord = decisions.Records.Count - known,
            Files = files,
            Ledger = ledger,
        };
    }
}
