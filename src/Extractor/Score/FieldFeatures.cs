using System.Collections.Immutable;
using Extract.Resolve;
using Extract.Trained;

namespace Extract.Score;

/// <summary>
/// What speaks for a whole field being right: exactly the values that the announcement has, and none where it has none. Absence is a finding too.
/// </summary>
public static class FieldFeatures
{
    private static readonly Feature Count = new("values");
    private static readonly Feature Least = new("least-confidence");
    private static readonly Feature Product = new("product-log-odds");
    private static readonly Feature LeastLogOdds = new("least-log-odds");
    private static readonly Feature Others = new("other-findings-of-this-kind");
    private static readonly Feature OtherDoubt = new("least-confidence-of-others");
    private static readonly Feature Type = new("event-type");
    private static readonly Feature Split = new("split-confidence");
    private static readonly Feature Online = new("online");
    private static readonly Feature NoneAndOnline = new("none-and-online");
    private static readonly Feature NoneAndOthers = new("none-and-others");

    /// <summary>Writes the features of a field into <paramref name="features"/>, which is cleared first.</summary>
    /// <param name="field">Its name.</param>
    /// <param name="scored">The announcement with the calibrated confidences of its findings.</param>
    /// <param name="features">What is written.</param>
    public static void Write(string field, ScoredFindings scored, FeatureVector features)
    {
        ArgumentNullException.ThrowIfNull(scored);
        ArgumentNullException.ThrowIfNull(features);
        var (findings, (confidences, others)) = (scored.Findings, scored.ConfidencesOf(field));
        features.Clear();
        features.AddCount(Count, confidences.Length, 4);
        features.AddCount(Others, others.Length, 4);
        features.Add(Type, findings.EventType.Finding.Label);
        WholeFeatures.Write(findings, features);
        features.AddBinned(Split, findings.Announcement.Confidence);
        features.Add(Online, OnlineWord(findings));
        if (others.Length > 0) features.AddBinned(OtherDoubt, others.Min());
        if (confidences.IsEmpty) WriteAbsence(others, findings, features);
        else WritePresence(confidences, features);
    }

    private static void WriteAbsence(ImmutableArray<double> others, Findings findings, FeatureVector features)
    {
        features.Add(NoneAndOnline, OnlineWord(findings));
        features.AddCount(NoneAndOthers, others.Length, 3);
    }

    private static void WritePresence(ImmutableArray<double> confidences, FeatureVector features)
    {
        features.AddBinned(Least, confidences.Min());
        features.Add(LeastLogOdds, LogOdds.Bounded(confidences.Min()));
        features.Add(Product, LogOdds.Bounded(confidences.Aggregate(1.0, (product, confidence) => product * confidence)));
    }

    private static string OnlineWord(Findings findings) => findings.Online switch { true => "yes", false => "no", null => "unsaid" };
}
