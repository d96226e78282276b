using System.Collections.Immutable;
using System.Globalization;
using Extract.Review.Shaping;
using Extract.Review.Wording;

namespace Extract.Review;

/// <summary>
/// What a person is asked again when rules, models or settings say something else than they did. The decision holds meanwhile. What the program says now is asked about once: not where it
/// is what was decided, nor where it is what it said when that was decided, nor where a person has seen it since.
/// </summary>
public static class Anew
{
    /// <summary>The decided record with a question for each field of which the program says something new; its first choice is what was decided, its second what the program says.</summary>
    /// <param name="decided">The record as decided.</param>
    /// <param name="then">As the program made it when the first of the decisions was made.</param>
    /// <param name="now">As the program makes it now, in the same place.</param>
    /// <param name="chain">The decisions that led to it, the last one first.</param>
    internal static Record Ask(Record decided, Record then, Record now, ImmutableArray<Decision> chain)
    {
        if (decided.Status == DecisionStatus.Rejected) return decided;
        var span = new TextSpan(decided.Start, decided.End);
        var isWider = decided.Start < now.Start || decided.End > now.End;
        if (!isWider && span.Length < now.End - now.Start) (then, now) = (Clipped(then, span), Clipped(now, span));
        var asked = WordField.Essential.Where(field => IsNew(field, decided, then, now, isWider) && !WasSeen(field, now, chain)).Select(field => Question(field, decided, now, chain[0]));
        var others = decided.Questions;
        return decided with { Questions = others.AddRange(asked.Where(question => !others.Any(other => other.Ask == question.Ask))) };
    }

    /// <summary>
    /// What each choice of such a question changes in the record that asks it: nothing for what was decided. Null for a question of another kind.
    /// </summary>
    public static ImmutableArray<ImmutableArray<PatchOperation>>? Answers(Record shown, Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Choices.Length != 2 || WordField.Essential.FirstOrDefault(field => Asks(question, field)) is not { } field) return null;
        var words = question.Choices[1] == Messages.Nothing ? "" : question.Choices[1];
        try
        {
            return [[], Differences.Of(shown, Rewriting.Write(shown, new Dictionary<string, string> { [field.Name] = words }))];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsNew(WordField field, Record decided, Record then, Record now, bool isWider)
    {
        if (Sayings.IsSame(field, now, then) || Sayings.IsSame(field, now, decided)) return false;
        // A record that took another in has that one's values too: only what neither had is new.
        return !isWider || field.Values(now).Except(field.Values(then)).Except(field.Values(decided)).Any();
    }

    private static bool WasSeen(WordField field, Record now, ImmutableArray<Decision> chain) =>
        chain.SelectMany(link => link.Record!.Questions).Any(question => Asks(question, field) && question.Choices.Length == 2 && question.Choices[1] == Words(field, now));

    private static bool Asks(Question question, WordField field) => question.Field == field.Path && question.Ask.StartsWith(Messages.SaysNowOf(field.Label), StringComparison.Ordinal);

    private static Question Question(WordField field, Record decided, Record now, Decision decision)
    {
        var (old, said) = (Words(field, decided), Words(field, now));
        return new(field.Path, Messages.SaysNow(field.Label, decision.By, decision.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), old, said), [old, said]);
    }

    private static string Words(WordField field, Record record) => field.Read(record) is { Length: > 0 } words ? words : Messages.Nothing;

    private static Record Clipped(Record record, TextSpan span) => Part.Of(record, span, record.Title, "");
}
