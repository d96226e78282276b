using System.Collections.Immutable;
using Extract.Resolve;
using Extract.Trained;

namespace Extract.Score;

/// <summary>What speaks for a finding being right as written: what its resolver says, and what only the whole announcement shows.</summary>
public static class ConfidenceFeatures
{
    private static readonly Feature Probability = new("resolver-probability");
    private static readonly Feature Split = new("split-confidence");
    private static readonly Feature Role = new("role");
    private static readonly Feature RoleProbability = new("role-and-probability");
    private static readonly Feature Siblings = new("findings-of-this-kind");
    private static readonly Feature Rank = new("rank-in-role");
    private static readonly Feature At = new("stands");
    private static readonly Feature InTitle = new("in-title");
    private static readonly Feature Repeated = new("repeated");
    private static readonly Feature Label = new("label");
    private static readonly Feature Ahead = new("role-and-publication");
    private static readonly Feature Words = new("words");
    private static readonly Feature FirstWord = new("first-word");
    private static readonly Feature LastWord = new("last-word");
    private static readonly Feature By = new("role-and-by");
    private static readonly Feature LabelProbability = new("label-and-probability");
    private static readonly Feature LabelBy = new("label-by");
    private static readonly Feature Others = new("best-other");

    /// <summary>The resolver's own probability, as log odds.</summary>
    internal static readonly Feature ResolverLogOdds = new("resolver-log-odds");

    /// <summary>Writes the features of a date, city or organization into <paramref name="features"/>, which is cleared first.</summary>
    public static void Write<T>(Candidate<T> candidate, ImmutableArray<Candidate<T>> siblings, Findings findings, FeatureVector features) where T : Finding
    {
        ArgumentNullException.ThrowIfNull(candidate);
        WriteShared(candidate.Probability, candidate.Features, findings, features);
        features.Add(Role, candidate.Finding.Role);
        features.Add(RoleProbability, $"{candidate.Finding.Role}-{(int)(candidate.Probability * 5)}");
        features.AddCount(Siblings, siblings.Length, 6);
        var rank = siblings.Count(other => other.Finding.Role == candidate.Finding.Role && other.Probability > candidate.Probability);
        features.Add(Rank, $"{candidate.Finding.Role}-{Math.Min(rank, 3)}");
        features.Add(Others, LogOdds.Bounded(siblings.Where(other => other != candidate && other.Finding.Role == candidate.Finding.Role).Select(other => other.Probability).DefaultIfEmpty(0.01).Max()));
        features.Add(By, $"{candidate.Finding.Role}-{candidate.Finding.By}");
        WritePlace(candidate.Finding, findings.Announcement, features);
        if (candidate.Finding is DateFinding date) features.Add(Ahead, $"{date.Role}-{WholeFeatures.Ahead(date, findings.Published)}");
        if (candidate.Finding is OrganizationFinding) WriteName(candidate.Finding.Text, features);
    }

    private static void WriteName(string name, FeatureVector features)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        features.AddCount(Words, words.Length, 8);
        if (words.Length == 0) return;
        features.Add(FirstWord, words[0]);
        features.Add(LastWord, words[^1]);
    }

    /// <summary>Writes the features of a topic or of the event type.</summary>
    public static void WriteLabel<T>(Candidate<T> candidate, string label, string by, Findings findings, FeatureVector features)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        WriteShared(candidate.Probability, candidate.Features, findings, features);
        features.Add(Label, label);
        features.Add(LabelProbability, $"{label}-{(int)(candidate.Probability * 4)}");
        features.Add(LabelBy, by);
    }

    // What stands in the title or near the head of an announcement is more its own.
    private static void WritePlace(Finding finding, Announcement announcement, FeatureVector features)
    {
        if (finding.Span is not { } span) { features.Add(At, "markup"); return; }
        if (announcement.TitleSpan?.Contains(span) == true) features.Add(InTitle);
        var offset = span.Start - announcement.Span.Start;
        features.Add(At, offset < 0 ? "above" : offset < 100 ? "head" : offset < 300 ? "near" : offset < 1000 ? "below" : "far");
        features.AddCount(Repeated, finding.Also?.Length ?? 0, 3);
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
        WholeFeatures.Write(findings, features);
    }
}
