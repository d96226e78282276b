using System.Collections.Immutable;
using System.Globalization;

namespace Extract.Review;

/// <summary>All decisions of a folder by record: the last one of each holds. Immutable.</summary>
public sealed class Decisions
{
    private readonly Dictionary<string, Decision> _byRecord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The decisions in any order; for each record the latest holds, of two at one time the one that stands later.</summary>
    public Decisions(IEnumerable<Decision> decisions)
    {
        foreach (var decision in decisions.OrderBy(decision => decision.At))
        {
            _byRecord[decision.Record.Id] = decision;
            _counts[decision.Record.Id] = _counts.GetValueOrDefault(decision.Record.Id) + 1;
        }
    }

    /// <summary>The ids of the records that were decided on.</summary>
    public IReadOnlyCollection<string> Records => _byRecord.Keys;

    /// <summary>The records as they were decided, in the order of their ids.</summary>
    public IEnumerable<Record> Decided => _byRecord.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Counted(pair.Value.Decided()));

    /// <summary>True where a person has decided on the record, whatever became of its text since.</summary>
    public bool Holds(string record) => _byRecord.ContainsKey(record);

    /// <summary>True where a person has decided on the record as it stands: of the same text.</summary>
    public bool Settle(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return _byRecord.TryGetValue(record.Id, out var decision) && decision.Record.Text == record.Text;
    }

    /// <summary>
    /// The record as a person decided it. Where its text has changed since, the decision may not fit any more: the record is then as the program
    /// made it, for review, with the question whether the decision still holds.
    /// </summary>
    public Record Apply(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (!_byRecord.TryGetValue(record.Id, out var decision)) return record;
        if (decision.Record.Text != record.Text) return Asked(record, decision);
        var decided = Shifted(decision.Decided(), record.Start - decision.Record.Start);
        return Counted(decided) with { Source = record.Source, AlsoIn = record.AlsoIn, Start = record.Start, End = record.End, Text = record.Text };
    }

    private Record Counted(Record record) => record with { Revision = 1 + _counts[record.Id] };

    private Record Asked(Record record, Decision decision)
    {
        var ask = Messages.TextChanged(decision.By, decision.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return Counted(record) with { Status = "needs-review", Questions = record.Questions.Insert(0, new Question("/text", ask, [])) };
    }

    // The same announcement may have moved in its document: its values move with it.
    private static Record Shifted(Record record, int by) => by == 0 ? record : record with
    {
        Dates = [.. record.Dates.Select(date => date with { Start = date.Start + by, End = date.End + by, Also = Shifted(date.Also, by) })],
        Cities = [.. record.Cities.Select(city => city with { Start = city.Start + by, End = city.End + by, Also = Shifted(city.Also, by) })],
        Organizations = [.. record.Organizations.Select(body => body with { Start = body.Start + by, End = body.End + by, Also = Shifted(body.Also, by) })],
        Topics = [.. record.Topics.Select(topic => topic with { Evidence = Shifted((ImmutableArray<ImmutableArray<int>>?)topic.Evidence, by)!.Value })],
        Links = [.. record.Links.Select(link => link with { Start = link.Start + by, End = link.End + by })],
    };

    private static ImmutableArray<ImmutableArray<int>>? Shifted(ImmutableArray<ImmutableArray<int>>? spans, int by) =>
        spans?.Select(span => span.Select(offset => offset + by).ToImmutableArray()).ToImmutableArray();
}
