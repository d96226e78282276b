using Extract.Resolve;
using Extract.Trained;

namespace Extract.Score;

/// <summary>What speaks for a finding being right as written: what its resolver says, and what only the whole announcement shows.</summary>
public static class ConfidenceFeatures
{
    private static readonly Feature ResolverLogOdds = new("resolver-log-odds");
    private static readonly Feature Probability = new("resolver-probability");
    private static readonly Feature Split = new("split-confidence");
    private static readonly Feature SplitLogOdds = new("split-log-odds");
    private static readonly Feature Role = new("role");
    private static readonly Feature RoleProbability = new("role-and-probability");
    private static readonly Feature Siblings = new("findings-of-this-kind");

    /// <summary>Writes the features of a date, city or organization into <paramref name="features"/>, which is cleared first.</summary>
    public static void Write<T>(Candidate<T> candidate, int siblings, Findings findings, FeatureVector features) where T : Finding
    {
        ArgumentNullException.ThrowIfNull(candidate);
        WriteShared(candidate.Probability, candidate.Features, findings, features);
        features.Add(Role, candidate.Finding.Role);
        features.Add(RoleProbability, $"{candidate.Finding.Role}-{(int)(candidate.Probability * 5)}");
        features.AddCount(Siblings, siblings, 6);
    }

    /// <summary>Writes the features of a topic or of the event type.</summary>
    public static void WriteLabel<T>(Candidate<T> candidate, Findings findings, FeatureVector features)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        WriteShared(candidate.Probability, candidate.Features, findings, features);
    }

    private static void WriteShared(double probability, FeatureVector own, Findings findings, FeatureVector features)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(features);
        features.Clear();
        features.AddAll(own);
        features.Add(ResolverLogOdds, LogOdds.Bounded(probability));
        features.AddBinned(Probability, probability);
        features.AddBinned(Split, findings.Announcement.Confidence);
        features.Add(SplitLogOdds, LogOdds.Bounded(findings.Announcement.Confidence));
    }
}
