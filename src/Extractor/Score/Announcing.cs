using System.Collections.Immutable;
using Extract.Resolve;
using Extract.Trained;

namespace Extract.Score;

/// <summary>
/// Looks again at a document that may be one announcement, now that it is known what was found in it: words alone do not tell a report from a call, a sure date
/// of an event does. What announces nothing is dropped with that reason. Items of a list were told apart by what they have in common. Pure and thread-safe.
/// </summary>
/// <param name="models">The models; without <see cref="ModelName"/> the splitter's word stands.</param>
public sealed class Announcing(ModelSet models)
{
    /// <summary>The name of the model.</summary>
    public const string ModelName = "announces";
    private const double Least = 0.4; // an announcement that is lost is the dearer mistake

    private static readonly Feature Deadline = new("best-deadline"), Organizer = new("best-organizer");
    private readonly LinearModel? _model = models.Find(ModelName);

    /// <summary>The findings of what announces something, and the rest as dropped: of several all stay.</summary>
    public (ImmutableArray<Findings> Kept, ImmutableArray<Dropped> Dropped) Part(ImmutableArray<Findings> findings) =>
        findings is not [var one] || Probability(one) >= Least ? (findings, []) : ([], [new(one.Announcement.Span, "announces nothing")]);

    /// <summary>The probability that an announcement is one.</summary>
    /// <param name="findings">What was found in it.</param>
    public double Probability(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (_model is null) return findings.Announcement.Confidence;
        var features = new FeatureVector();
        Write(findings, features);
        return _model.Probability(features);
    }

    /// <summary>Writes the features into <paramref name="features"/>, which is cleared first.</summary>
    internal static void Write(Findings findings, FeatureVector features)
    {
        features.Clear();
        WholeFeatures.Write(findings, features);
        if (Best(findings.Dates, "deadline") is > 0 and var deadline) features.Add(Deadline, LogOdds.Bounded(deadline));
        features.Add(Organizer, LogOdds.Bounded(Math.Max(0.01, Best(findings.Organizations, "organizer"))));
    }

    private static double Best<T>(ImmutableArray<Candidate<T>> candidates, string role) where T : Finding =>
        candidates.Where(candidate => candidate.Finding.Role == role).Select(candidate => candidate.Probability).DefaultIfEmpty(0).Max();
}
