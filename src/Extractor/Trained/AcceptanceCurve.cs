using System.Collections.Immutable;
using System.Globalization;

namespace Extract.Trained;

/// <summary>
/// What confidences of records came true on documents that the models had not seen: from it follows which confidence bears a given error.
/// </summary>
/// <param name="Outcomes">Confidence of a record, and whether all its required fields were right; from the highest confidence down.</param>
public sealed record AcceptanceCurve(ImmutableArray<(double Confidence, bool Right)> Outcomes)
{
    /// <summary>No outcomes: nothing is accepted by experience, only by the confidence itself.</summary>
    public static AcceptanceCurve Empty { get; } = new(ImmutableArray<(double, bool)>.Empty);

    /// <summary>More than any confidence: nothing is accepted.</summary>
    public const double Never = 2;

    /// <summary>
    /// The least confidence at which the records above it were wrong no more often than <paramref name="error"/>, one mistake more added for caution
    /// (the rule of succession); <see cref="Never"/> where there is none. Without outcomes 1 − <paramref name="error"/>.
    /// </summary>
    public double Threshold(double error)
    {
        var (threshold, wrong) = (Never, 0);
        if (Outcomes.IsEmpty) return 1 - error;
        for (var i = 0; i < Outcomes.Length; i++)
        {
            if (!Outcomes[i].Right) wrong++;
            if (i + 1 < Outcomes.Length && Outcomes[i + 1].Confidence == Outcomes[i].Confidence) continue;
            if ((wrong + 1.0) / (i + 3.0) <= error) threshold = Outcomes[i].Confidence;
        }
        return threshold;
    }

    /// <summary>The least error at which anything is accepted; 0 without outcomes.</summary>
    public double LeastError
    {
        get
        {
            var (least, wrong) = (Outcomes.IsEmpty ? 0 : 1.0, 0);
            for (var i = 0; i < Outcomes.Length; i++)
            {
                if (!Outcomes[i].Right) wrong++;
                if (i + 1 == Outcomes.Length || Outcomes[i + 1].Confidence != Outcomes[i].Confidence) least = Math.Min(least, (wrong + 1.0) / (i + 3.0));
            }
            return least;
        }
    }

    /// <summary>The outcomes as lines of <c>confidence TAB right</c>.</summary>
    public string ToTsv() =>
        string.Concat(Outcomes.Select(outcome => string.Create(CultureInfo.InvariantCulture, $"{outcome.Confidence:0.0000}\t{(outcome.Right ? 1 : 0)}\n")));

    /// <summary>Reads what <see cref="ToTsv"/> wrote; throws <see cref="InvalidDataException"/> where a line is none.</summary>
    public static AcceptanceCurve FromTsv(string tsv)
    {
        ArgumentNullException.ThrowIfNull(tsv);
        return new([.. tsv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Outcome).OrderByDescending(outcome => outcome.Confidence)]);
    }

    private static (double Confidence, bool Right) Outcome(string line) =>
        line.Split('\t') is [var confidence, "0" or "1"] parts && double.TryParse(confidence, CultureInfo.InvariantCulture, out var value)
            ? (value, parts[1] == "1") : throw new InvalidDataException($"«{line}» is not a confidence and 0 or 1");
}
