using System.Collections.Immutable;
using System.Globalization;

namespace Extract.Review;

/// <summary>
/// What people decided, by record: of the decisions on a record that nobody took back, the last one holds. Immutable; made from decisions in any order,
/// be they all of a folder or those that speak of some records.
/// </summary>
public sealed class Decisions
{
    private readonly Histories _histories;
    private readonly ImmutableSortedDictionary<string, Record> _made;

    /// <summary>The decisions in any order; of two at one time the one that stands later is the later one.</summary>
    public Decisions(IEnumerable<Decision> decisions)
    {
        _histories = new(decisions);
        _made = Splits.Of(_histories).DistinctBy(made => made.Id).ToImmutableSortedDictionary(made => made.Id, made => made, StringComparer.Ordinal);
    }

    /// <summary>The ids of the records on which a decision stands, "cannot tell" too, in their order.</summary>
    public IReadOnlyCollection<string> Records => _histories.Standing;

    /// <summary>
    /// The records that a person has settled, as they were decided, in the order of their ids: what can be learned from. One that went into another teaches nothing,
    /// and neither does one of which only a field was answered.
    /// </summary>
    public IEnumerable<Record> Decided => _histories.Records.Order(StringComparer.Ordinal).Select(Holding).OfType<Decision>()
        .Where(decision => decision.Status != DecisionStatus.Open && decision.Into is null).Select(decision => Counted(decision.Decided()));

    /// <summary>The records that people made by splitting others, in the order of their ids, as the splits made them.</summary>
    public IEnumerable<Record> Made => _made.Values;

    /// <summary>The ids of the program's records from which splits made others that stand, in their order.</summary>
    public IEnumerable<string> Split => _histories.Records.Where(record => !_histories.IsMade(record) && Holding(record) is { } decision && _histories.Chain(decision).Any(link => !link.Made.IsEmpty)).Order(StringComparer.Ordinal);

    /// <summary>The decision that holds for a record, or null.</summary>
    public Decision? Holding(string record) => _histories.Holding(record);

    /// <summary>All lines that speak of a record, those that were taken back and those that take back too, in the order of time.</summary>
    public ImmutableArray<Decision> History(string record) => _histories.Of(record);

    /// <summary>True where the decision, or the batch that it belongs to, was taken back.</summary>
    public bool IsUndone(Decision decision) => _histories.IsUndone(decision);

    /// <summary>The decisions that hold and build on a decision or a batch: they were made on a record as it had left it, and stand when it is taken back.</summary>
    public IEnumerable<Decision> BuiltOn(string decision) => _histories.Records.Order(StringComparer.Ordinal).Select(Holding).OfType<Decision>()
        .Where(holding => _histories.Chain(holding).Skip(1).Any(link => link.Id == decision || link.Batch == decision));

    /// <summary>True where a decision stands on the record, whatever became of its text since.</summary>
    public bool Holds(string record) => _histories.Standing.Contains(record);

    /// <summary>True where the record came from splitting another and that split was taken back: it is a record no more.</summary>
    public bool IsGone(string record) => _histories.IsMade(record) && !_made.ContainsKey(record);

    /// <summary>True where a person has settled the record as it stands, and nothing is asked anew.</summary>
    public bool Settle(Record record) => Holding(record.Id) is not null && DecisionStatus.IsSettled(Apply(record));

    /// <summary>
    /// The record as the program made it. A record of a run's output may have decisions applied to it: it is then the one that was shown when the first of them was made.
    /// </summary>
    public Record Base(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (Shows(record) is not { } decision) return record;
        return Moving.By(_histories.Base(decision), record.Start - decision.Decided().Start) with { Source = record.Source, AlsoIn = record.AlsoIn };
    }

    /// <summary>
    /// The record as a person decided it, whether it comes from the program or has earlier decisions applied to it. Where its text has changed since, the decision
    /// may not fit any more: the record is then as the program made it, for review, with the question whether the decision still holds. Where the program says something else of the same
    /// text than it did, the decision holds, and the record asks about it (<see cref="Anew"/>).
    /// </summary>
    public Record Apply(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var shown = Shows(record);
        var decision = Holding(record.Id);
        if (shown is not null && shown == decision) return Counted(record);
        var made = Base(record);
        if (decision is null) return Counted(made);
        return Fits(decision, made) is { } first ? Counted(Decide(decision, first, made)) : Asked(made, decision);
    }

    /// <summary>The record as decided, and after it those that splits have made from it, by their place. Give it the record as the program made it, or as a run wrote it.</summary>
    public IEnumerable<Record> ApplyAll(Record record)
    {
        yield return Apply(record);
        if (Holding(record.Id) is not { } decision) yield break;
        var made = Base(record);
        if (Fits(decision, made) is null) yield break;
        var parts = _histories.Chain(decision).SelectMany(link => link.Made.Select(part => Moving.By(part, made.Start - _histories.Base(link).Start)));
        foreach (var part in parts.Where(part => _made.ContainsKey(part.Id)).DistinctBy(part => part.Id))
            foreach (var further in ApplyAll(part with { Source = record.Source }))
                yield return further;
    }

    /// <summary>
    /// What each choice of a question that a decision asks changes in the record that asks it: whether it still holds (what was decided is written over what the program says now, or nothing
    /// is), or which is right (<see cref="Anew"/>). Null for a question of another kind.
    /// </summary>
    public ImmutableArray<ImmutableArray<PatchOperation>>? Answers(Record shown, Question question)
    {
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(question);
        if (Holding(shown.Id) is not { } decision || Asks(decision) is not { Choices.IsEmpty: false } asks || (question.Field, question.Ask, question.Choices.Length) != (asks.Field, asks.Ask, asks.Choices.Length))
            return Anew.Answers(shown, question);
        return [Differences.Of(shown, Carrying.Over(decision.Decided(), _histories.Base(decision), shown)), []];
    }

    // The decision that the record shows, where it has one applied.
    private Decision? Shows(Record record) => record.Review is null ? null : _histories.Shown(record, int.MaxValue);

    // The record at the beginning of what led to the decision, where it has the words that the record has now.
    private Record? Fits(Decision decision, Record made) => _histories.Base(decision) is { } first && first.Text == made.Text ? first : null;

    private Record Decide(Decision decision, Record first, Record made)
    {
        var by = made.Start - first.Start;
        var decided = Moving.By(decision.Decided(), by) with { Source = made.Source, AlsoIn = made.AlsoIn };
        return Anew.Ask(decided, Moving.By(first, by), made, [.. _histories.Chain(decision)]);
    }

    private Record Counted(Record record) => History(record.Id) is { Length: > 0 } lines ? record with { Revision = 1 + lines.Length } : record;

    private Record Asked(Record record, Decision decision)
    {
        var ask = Asks(decision);
        var others = record.Questions.RemoveAll(question => question.Field == ask.Field && question.Ask == ask.Ask);
        return Counted(record) with { Status = "needs-review", Questions = others.Insert(0, ask) };
    }

    // A rejection is no value that could be written, and neither is where records were split and merged.
    private Question Asks(Decision decision)
    {
        var isOfValues = decision.Status != DecisionStatus.Rejected && decision.Decided().Text == _histories.Base(decision).Text;
        return new("/text", Messages.TextChanged(decision.By, decision.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), isOfValues ? [Messages.StillHolds(decision.By), Messages.HoldsNoMore] : []);
    }
}
