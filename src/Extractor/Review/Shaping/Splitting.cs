using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Extract.Review.Shaping;

/// <summary>
/// Splits a record in which more than one event is announced. The first part keeps the record's id; each further one is a record of its own, whose id is the same whenever
/// the same record is split at the same place, unless a decision stands on it.
/// </summary>
public static class Splitting
{
    /// <summary>
    /// The decision that splits the record as it is shown. Each finding goes to the part in which it stands; what stands in a heading outside or in markup only, and what has no
    /// place (type, status), goes to all. Throws <see cref="InvalidDataException"/> with a sentence for the reviewer where it cannot be split so.
    /// </summary>
    /// <param name="shown">The record.</param>
    /// <param name="at">Where its further parts begin, as offsets in the document.</param>
    /// <param name="by">Who splits it.</param>
    /// <param name="when">When.</param>
    /// <param name="isTaken">Whether a decision stands on a record of that id: a part that went back into its whole stays gone, and what is split off there again is another record.</param>
    public static Decision Of(Record shown, IReadOnlyList<int> at, string by, DateTimeOffset when, Func<string, bool>? isTaken = null)
    {
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(at);
        var spans = Spans(shown, at);
        if (Cut(shown, spans) is { } words) throw new InvalidDataException(Messages.CutThrough(words));
        var titled = TitlePlace(shown, spans);
        var parts = spans.Select((span, i) => Part.Of(shown, span, i == titled ? shown.Title : Titles.Of(Words(shown, span)), Messages.SplitOff(shown.Title, by))).ToArray();
        return new(by, when, DecisionStatus.Open, Differences.Of(shown, parts[0]), shown)
        {
            Made = [.. parts.Skip(1).Select(part => part with { Id = FreeId(shown, part.Start, isTaken ?? (_ => false)), Revision = 1, Status = "needs-review", Review = new(by, when, []) })],
        };
    }

    // The id of a part that begins there; where a decision stands on it, with the first ordinal with which none does.
    private static string FreeId(Record shown, int start, Func<string, bool> isTaken)
    {
        var ordinal = 1;
        while (isTaken(IdOf(shown, start, ordinal))) ordinal++;
        return IdOf(shown, start, ordinal);
    }

    private static string IdOf(Record shown, int start, int ordinal)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{shown.Id}\n{start - shown.Start}") + (ordinal == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"\n{ordinal}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 12));
    }

    private static ImmutableArray<TextSpan> Spans(Record shown, IReadOnlyList<int> at)
    {
        int[] bounds = [shown.Start, .. at, shown.End];
        if (at.Count == 0 || bounds.Zip(bounds.Skip(1)).Any(pair => pair.First >= pair.Second)) throw new InvalidDataException(Messages.CutsOutside);
        if (at.Any(cut => char.IsLowSurrogate(shown.Text[cut - shown.Start]))) throw new InvalidDataException(Messages.CutsOutside);
        var spans = bounds.Zip(bounds.Skip(1), (start, end) => Trimmed(shown, new(start, end))).ToImmutableArray();
        return spans.Any(span => span.Length == 0) ? throw new InvalidDataException(Messages.PartIsEmpty) : spans;
    }

    private static TextSpan Trimmed(Record shown, TextSpan span)
    {
        var inner = new TextSpan(span.Start - shown.Start, span.End - shown.Start).Trim(shown.Text);
        return new(inner.Start + shown.Start, inner.End + shown.Start);
    }

    private static string Words(Record shown, TextSpan span) => new TextSpan(span.Start - shown.Start, span.End - shown.Start).Of(shown.Text);

    // The words of a value that no part has whole.
    private static string? Cut(Record shown, ImmutableArray<TextSpan> spans)
    {
        var whole = new TextSpan(shown.Start, shown.End);
        IEnumerable<Finding> findings = [.. shown.Dates, .. shown.Cities, .. shown.Organizations];
        return findings.FirstOrDefault(finding => finding.Span is { } span && whole.Contains(span) && !spans.Any(part => part.Contains(span)))?.Text;
    }

    // The title stays with the part in which it stands; one from a heading outside with the first.
    private static int TitlePlace(Record shown, ImmutableArray<TextSpan> spans)
    {
        var found = Enumerable.Range(0, spans.Length).FirstOrDefault(i => Words(shown, spans[i]).Contains(shown.Title, StringComparison.Ordinal), -1);
        return Math.Max(found, 0);
    }
}
