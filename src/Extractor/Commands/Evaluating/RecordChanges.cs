using System.Collections.Immutable;
using System.Globalization;

namespace Extract.Commands.Evaluating;

/// <summary>What one set of records says and another does not: for a person who wants to see what a new build changed.</summary>
internal static class RecordChanges
{
    /// <summary>One line a change, by document and record in order: <c>document: what</c>.</summary>
    /// <param name="before">The records of the older build.</param>
    /// <param name="after">The records of this one.</param>
    public static IEnumerable<string> Between(IReadOnlyList<Record> before, IReadOnlyList<Record> after)
    {
        var (old, now) = (ById(before), ById(after));
        foreach (var record in before.Concat(after).OrderBy(record => record.Source.Id, StringComparer.Ordinal).ThenBy(record => record.Start).DistinctBy(record => record.Id))
            foreach (var change in Of(old.GetValueOrDefault(record.Id), now.GetValueOrDefault(record.Id)))
                yield return $"{record.Source.Id}: {change}";
    }

    private static Dictionary<string, Record> ById(IReadOnlyList<Record> records) =>
        records.DistinctBy(record => record.Id).ToDictionary(record => record.Id, StringComparer.Ordinal);

    private static IEnumerable<string> Of(Record? old, Record? now)
    {
        if (old is null) return [$"+ record “{now!.Title}”"];
        if (now is null) return [$"- record “{old.Title}”"];
        var (gone, come) = (Facts(old), Facts(now));
        return [.. gone.Except(come).Select(fact => $"- {fact}  [{now.Title}]"), .. come.Except(gone).Select(fact => $"+ {fact}  [{now.Title}]")];
    }

    /// <summary>What a record says, without its probabilities: those change with every training.</summary>
    private static ImmutableArray<string> Facts(Record record) =>
    [
        $"span {record.Start}..{record.End}", $"title {record.Title}", $"event type {record.EventType.Label}", $"event status {record.EventStatus}", $"status {record.Status}",
        .. record.Dates.Select(date => string.Create(CultureInfo.InvariantCulture, $"date {date.From:yyyy-MM-dd}..{date.To:yyyy-MM-dd} {date.Role} “{date.Text}”")),
        .. record.Cities.Select(city => $"city {city.Name} {city.Country} {city.Role} “{city.Text}”"),
        .. record.Organizations.Select(organization => $"organization {organization.Name} {organization.Role} “{organization.Text}”"),
        .. record.Topics.Select(topic => $"topic {topic.Label}"),
    ];
}
