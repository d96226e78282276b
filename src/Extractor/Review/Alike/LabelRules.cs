using System.Collections.Immutable;

namespace Extract.Review.Alike;

/// <summary>Records of the same source and title: a series, or what every page of a site has and is no announcement.</summary>
internal static class LabelRules
{
    public static IEnumerable<Rule> Of(Record shown, Record decided, ICandidates candidates, int limit)
    {
        var (old, now) = (shown.EventType.Label, decided.EventType.Label);
        if (old != now)
            yield return new($"type:{old}:{now}", count => Messages.TypeAlike(count, shown.Title, old, now), Titled(shown, candidates.OfTitle(shown, limit)),
                record => record.EventType.Label == old ? record with { EventType = decided.EventType } : null, record => record.EventType.Label);
        var (had, has) = (Labels(shown), Labels(decided));
        if (!had.SetEquals(has))
            yield return new($"topics:{string.Join(',', had)}:{string.Join(',', has)}", count => Messages.TopicsAlike(count, shown.Title, Words(shown), Words(decided)), Titled(shown, candidates.OfTitle(shown, limit)),
                record => Labels(record).SetEquals(had) ? record with { Topics = Topics(record, decided) } : null, Words);
    }

    /// <summary>What is said of a record that was rejected.</summary>
    public static Rule Rejected(Record shown, IEnumerable<Record> titled) =>
        new("reject", count => Messages.RejectAlike(count, shown.Title), Titled(shown, titled), record => record with { Status = DecisionStatus.Rejected }, record => record.Status);

    private static IEnumerable<Record> Titled(Record shown, IEnumerable<Record> records) => records.Where(other => Sources.AreSame(shown, other) && Sources.AreTitledAlike(shown, other));

    private static ImmutableSortedSet<string> Labels(Record record) => record.Topics.Select(topic => topic.Label).ToImmutableSortedSet(StringComparer.Ordinal);

    // What the record says of a topic itself stays; the words that speak for it in another record are not its own.
    private static ImmutableArray<TopicFinding> Topics(Record record, Record decided) =>
        [.. decided.Topics.Select(topic => record.Topics.FirstOrDefault(own => own.Label == topic.Label) ?? topic with { Evidence = [] })];

    private static string Words(Record record) => record.Topics.IsEmpty ? Messages.Nothing : string.Join(", ", record.Topics.Select(topic => topic.Label));
}
