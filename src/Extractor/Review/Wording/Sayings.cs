using System.Collections.Immutable;

namespace Extract.Review.Wording;

/// <summary>What differs between two states of a record, in words.</summary>
public static class Sayings
{
    /// <summary>A few words for each value that changed, came, went or took another role: <c>venue Zadar, HR → Osijek, HR</c>.</summary>
    public static ImmutableArray<string> Of(Record from, Record to)
    {
        var said = ImmutableArray.CreateBuilder<string>();
        var changed = WordField.All.Select(field => (field, gone: Less(field.Values(from), field.Values(to)), come: Less(field.Values(to), field.Values(from)))).ToArray();
        foreach (var (field, gone, come) in changed)
            foreach (var (other, _, arrived) in changed.Where(other => other.field.Path == field.Path && other.field != field))
                foreach (var value in gone.Where(arrived.Remove).ToArray())
                {
                    gone.Remove(value);
                    said.Add(Messages.TookRole(value, field.Label, other.Label));
                }
        foreach (var (field, gone, come) in changed)
            for (var i = 0; i < Math.Max(gone.Count, come.Count); i++)
                said.Add(Messages.Became(field.Label, i < gone.Count ? gone[i] : null, i < come.Count ? come[i] : null));
        return said.ToImmutable();
    }

    /// <summary>True where two states have the same values of a field, in whatever order.</summary>
    public static bool IsSame(WordField field, Record one, Record other)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Less(field.Values(one), field.Values(other)).Count == 0 && Less(field.Values(other), field.Values(one)).Count == 0;
    }

    private static List<string> Less(ImmutableArray<string> values, ImmutableArray<string> others)
    {
        var less = values.ToList();
        foreach (var other in others) less.Remove(other);
        return less;
    }
}
