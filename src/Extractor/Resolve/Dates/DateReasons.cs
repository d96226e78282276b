using System.Collections.Immutable;
using System.Globalization;
using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>Says of every date of an announcement which days it may mean and which roles it may have, and how much each witness counts. For people; the path does not need it.</summary>
internal sealed class DateReasons(LinearModel years, LinearModel roles, DateWords words)
{
    private const double LeastRole = 0.02;

    /// <summary>Changes the probabilities of a reading's roles by what is stated and not learned; <paramref name="strongly"/> is what strong words beside it say.</summary>
    public delegate void Witness(Reading reading, string? strongly, Span<double> probabilities);

    /// <summary>The candidate days of each reading, then its roles; the most probable first.</summary>
    public ImmutableArray<DateReason> Of(ResolveContext context, DocumentDates dates, IReadOnlyList<Reading> readings, Witness stated)
    {
        var reasons = ImmutableArray.CreateBuilder<DateReason>();
        var features = new DateFeatures(context, dates, readings, words);
        for (var i = 0; i < readings.Count; i++)
        {
            reasons.AddRange(Days(context.Tokens, dates, readings[i]));
            reasons.AddRange(Roles(features, readings[i], i, stated));
        }
        return reasons.ToImmutable();
    }

    private IEnumerable<DateReason> Days(TokenList tokens, DocumentDates dates, Reading reading)
    {
        var (mention, value) = (reading.Mention, reading.Value);
        if (value.From.Year is not null || value.Relative != RelativeKind.None)
        {
            var why = value.Relative == RelativeKind.None ? "the words say it" : $"counted from {(dates.Reference is { } day ? Iso(day) : "the dates beside it")}";
            yield return Reason(mention, Words(reading.Days), reading.Probability, [value.Impossible ?? why]);
            foreach (var other in reading.Others) yield return Reason(mention, Words(other), (1 - reading.Probability) / reading.Others.Count, ["another reading"]);
            yield break;
        }
        var (features, tense) = (new FeatureVector(named: true), YearFeatures.Tense(tokens, mention.Span, words));
        var candidates = new List<(string Days, double Score, ImmutableArray<string> Because)>();
        Span<double> score = stackalloc double[1];
        var scored = new List<DateReason>();
        foreach (var year in YearInference.Candidates(dates, mention.Span))
        {
            if (Calendar.DaysIn(value, year) is not var (from, to)) continue;
            YearFeatures.Write(dates, tokens, mention, value, (from, to), tense, features);
            years.Score(features, score);
            candidates.Add((Words((from, to)), Math.Exp(Math.Clamp(score[0] + YearWitness.Of(dates, from, to), -30, 30)), Because(dates, features, reading, (from, to))));
        }
        var sum = candidates.Sum(candidate => candidate.Score);
        scored.AddRange(candidates.Select(candidate => Reason(mention, candidate.Days, candidate.Score / sum, candidate.Because)));
        foreach (var reason in scored.OrderByDescending(reason => reason.Probability)) yield return reason;
    }

    // What is stated goes before what is learned; the dates beside it are heard last.
    private ImmutableArray<string> Because(DocumentDates dates, FeatureVector features, Reading reading, (DateOnly From, DateOnly To) days)
    {
        var stated = YearWitness.Of(dates, days.From, days.To) is not 0 and var odds ? [string.Create(CultureInfo.InvariantCulture, $"stated-elsewhere {odds:+0.##;-0.##}")] : ImmutableArray<string>.Empty;
        var beside = days == reading.Days ? [string.Create(CultureInfo.InvariantCulture, $"with the dates beside it {reading.Probability:0.##}")] : ImmutableArray<string>.Empty;
        return [.. beside, .. stated, .. DateReason.Weights(features, years, 0)];
    }

    private IEnumerable<DateReason> Roles(DateFeatures features, Reading reading, int index, Witness stated)
    {
        var (vector, probabilities) = (new FeatureVector(named: true), new double[roles.Classes.Count]);
        features.Write(index, vector);
        roles.Probabilities(vector, probabilities);
        stated(reading, features.Strongly(index), probabilities);
        return [.. probabilities.Index().Where(pair => pair.Item >= LeastRole).OrderByDescending(pair => pair.Item)
            .Select(pair => Reason(reading.Mention, "role " + roles.Classes[pair.Index], pair.Item, DateReason.Weights(vector, roles, pair.Index)))];
    }

    private static DateReason Reason(Mention mention, string reading, double probability, ImmutableArray<string> because) => new(mention.Span, mention.Evidence.By, reading, probability, because);

    private static string Words((DateOnly From, DateOnly To) days) => days.From == days.To ? Iso(days.From) : $"{Iso(days.From)} to {Iso(days.To)}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
