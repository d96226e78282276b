using System.Collections.Immutable;
using Extract.Review.Wording;

namespace Extract.Review.Sheet;

/// <summary>Reads the rows of one table: each against its record as it stands now.</summary>
internal sealed class SheetReading(Func<string, Record?> find, string by, DateTimeOffset when, SheetLabels labels, string batch)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>What a row says, or null where nobody touched it.</summary>
    public SheetRow? Row(int line, Dictionary<string, string> cells)
    {
        var (id, word, note) = (Cell("id"), Cell("decision").ToLowerInvariant(), Cell("note"));
        if (find(id) is not { } record) return Fault(Messages.SheetNoRecord(id), Cell("title"));
        if (Touched(cells, record) is { IsEmpty: true } && word.Length == 0 && note.Length == 0) return null;
        if (!_seen.Add(id)) return Fault(Messages.SheetTwice, record.Title);
        try
        {
            var decision = Decide(record, Changed(cells, record), word, note);
            return new(line, id, record.Title, Said(decision, record), null, decision);
        }
        catch (InvalidDataException e)
        {
            return Fault(e.Message, record.Title);
        }

        string Cell(string name) => SheetForm.Meant(cells.GetValueOrDefault(name, ""));
        SheetRow Fault(string why, string title) => new(line, id, title, [], why, null);
    }

    private Decision Decide(Record record, Record changed, string word, string note)
    {
        var changes = Differences.Of(record, changed);
        var status = word switch
        {
            "accept" => DecisionStatus.Reviewed,
            "reject" => DecisionStatus.Rejected,
            "unsure" when changes.IsEmpty => DecisionStatus.Unsure,
            "unsure" => throw new InvalidDataException(Messages.SheetUnsure),
            "" when !changes.IsEmpty => DecisionStatus.Open,
            "" => throw new InvalidDataException(Messages.SheetNoteAlone),
            _ => throw new InvalidDataException(Messages.SheetNoDecision(word)),
        };
        var decision = new Decision(by, when, status, status == DecisionStatus.Rejected ? [] : changes, record) { Note = note.Length > 0 ? note : null, Batch = batch };
        var fault = status is DecisionStatus.Rejected or DecisionStatus.Unsure ? null : Corrections.Fault(decision.Decided()) ?? (labels.Unknown(changed) is { } label && labels.Unknown(record) != label ? Messages.SheetNoLabel(label) : null);
        return fault is null ? decision : throw new InvalidDataException(fault);
    }

    // What a row was exported from may have changed since. Who touched it saw something else then; who did not says nothing.
    private static Record Changed(Dictionary<string, string> cells, Record record)
    {
        var touched = Touched(cells, record);
        if (IsOld(cells, record)) throw new InvalidDataException(Messages.SheetChangedSince);
        return touched.IsEmpty ? record : Rewriting.Write(record, touched);
    }

    private static ImmutableDictionary<string, string> Touched(Dictionary<string, string> cells, Record record)
    {
        var here = WordField.All.Where(field => cells.ContainsKey(field.Name)).ToImmutableDictionary(field => field.Name, field => SheetForm.Meant(cells[field.Name]));
        if (IsOld(cells, record) && here.Count == WordField.All.Length && SheetForm.Print([.. WordField.All.Select(field => here[field.Name])]) == SheetForm.Meant(cells["seen"])) return ImmutableDictionary<string, string>.Empty;
        return here.RemoveRange(WordField.All.Where(field => here.TryGetValue(field.Name, out var cell) && cell == SheetForm.Plain(field.Read(record))).Select(field => field.Name));
    }

    private static bool IsOld(Dictionary<string, string> cells, Record record) =>
        cells.TryGetValue("seen", out var seen) && SheetForm.Meant(seen) is { Length: > 0 } print && print != SheetForm.Print([.. WordField.All.Select(field => field.Read(record))]);

    private static ImmutableArray<string> Said(Decision decision, Record record)
    {
        var said = decision.Changes.IsEmpty ? [] : Sayings.Of(record, decision.Decided());
        if (said.IsEmpty && !decision.Changes.IsEmpty) said = [Messages.OrderChanged];
        if (decision.Status != DecisionStatus.Open) said = said.Insert(0, Messages.SheetDecides(decision.Status));
        return decision.Note is { } note ? said.Add(Messages.SheetNote(note)) : said;
    }
}
