using System.Collections.Immutable;
using Extract.Review.Wording;

namespace Extract.Review.Index;

/// <summary>Whether two readers of a record decided alike, field by field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Agree">Both say the same of it.</param>
internal readonly record struct FieldAgreement(string Field, bool Agree);

/// <summary>How two readings compare.</summary>
internal static class Agreement
{
    private const string Announces = "announcement";

    /// <summary>The fields that are compared, in the order of the page.</summary>
    public static readonly ImmutableArray<string> Fields = [Announces, .. WordField.Essential.Select(field => field.Label)];

    /// <summary>Each field of two decisions on one record. Where one says that it announces nothing, only that is compared.</summary>
    public static IEnumerable<FieldAgreement> Of(Decision one, Decision other)
    {
        var (first, second) = (one.Decided(), other.Decided());
        yield return new(Announces, one.Status == other.Status);
        if (one.Status != DecisionStatus.Reviewed || other.Status != DecisionStatus.Reviewed) yield break;
        foreach (var field in WordField.Essential) yield return new(field.Label, Sayings.IsSame(field, first, second));
    }

    /// <summary>The decisions by which two people read a record, each without the other; null where there are no two.</summary>
    public static (Decision One, Decision Other)? Pair(Decisions decisions, string record)
    {
        var readings = Stand.Readings(Stand.Live(decisions, record));
        if (readings.FirstOrDefault(reading => reading.By != readings[0].By) is not { } second) return null;
        return (readings.Last(reading => reading.By == readings[0].By && readings.IndexOf(reading) < readings.IndexOf(second)), second);
    }
}
