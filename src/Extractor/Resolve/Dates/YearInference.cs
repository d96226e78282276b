using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>Finds the year that words leave out, from what the document says about time.</summary>
/// <param name="model">The learned weights, or null for those of <see cref="YearRules"/>.</param>
/// <param name="words">The words that tell the tense.</param>
internal sealed class YearInference(LinearModel? model, DateWords words)
{
    private readonly LinearModel _model = model ?? YearRules.Model;

    /// <summary>The years worth asking about; none where the document says nothing about time.</summary>
    public static IEnumerable<int> Candidates(DocumentDates dates, TextSpan span)
    {
        var (before, after, _) = dates.Around(span);
        int?[] references = [dates.Reference?.Year, before?.From.Year, after?.From.Year, .. dates.NamedYears.Select(year => (int?)year), .. dates.SaidYears.Select(said => (int?)said.Year)];
        var known = references.OfType<int>().ToArray();
        if (known.Length == 0 && dates.AddressYear is { } year) known = [year];
        if (known.Length == 0) known = [.. dates.LooseYears];
        return known.SelectMany(y => new[] { y - 1, y, y + 1 }).Distinct().Order();
    }

    /// <summary>The days by year, the most probable first; empty where no year can be told.</summary>
    public IReadOnlyList<LikelyDays> Infer(DocumentDates dates, TokenList tokens, Mention mention, DateValue value)
    {
        var (features, tense) = (new FeatureVector(), YearFeatures.Tense(tokens, mention.Span, words));
        var scored = new List<(DateOnly From, DateOnly To, double Score)>();
        Span<double> score = stackalloc double[1];
        foreach (var year in Candidates(dates, mention.Span))
        {
            if (Calendar.DaysIn(value, year) is not var (from, to)) continue;
            YearFeatures.Write(dates, tokens, mention, value, (from, to), tense, features);
            _model.Score(features, score);
            scored.Add((from, to, Math.Exp(Math.Clamp(score[0] + YearWitness.Of(dates, from, to), -30, 30))));
        }
        var sum = scored.Sum(candidate => candidate.Score);
        return Sorted(scored.Select(candidate => new LikelyDays(candidate.From, candidate.To, candidate.Score / sum)));
    }

    /// <summary>The most probable first.</summary>
    internal static IReadOnlyList<LikelyDays> Sorted(IEnumerable<LikelyDays> candidates) =>
        [.. candidates.OrderByDescending(candidate => candidate.Probability).ThenByDescending(candidate => candidate.From)];
}
