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
    private static readonly Feature SplitLogOdds = new("split-log-odds");
    private static readonly Feature Online = new("online");
    private static readonly Feature NoneAndOnline = new("none-and-online");
    private static readonly Feature NoneAndOthers = new("none-and-others");
    private static readonly Feature Length = new("length");

    /// <summary>Writes the features of a field into <paramref name="features"/>, which is cleared first.</summary>
    /// <param name="confidences">The calibrated confidences of the values that the field has.</param>
    /// <param name="others">Those of the findings of the same kind in other roles.</param>
    /// <param name="findings">The announcement.</param>
    /// <param name="features">What is written.</param>
    public static void Write(ImmutableArray<double> confidences, ImmutableArray<double> others, Findings findings, FeatureVector features)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(features);
        features.Clear();
        features.AddCount(Count, confidences.Length, 4);
        features.AddCount(Others, others.Length, 4);
        features.AddCount(Length, System.Numerics.BitOperations.Log2((uint)findings.Announcement.Span.Length), 13);
        features.Add(Type, findings.EventType.Finding.Label);
        features.Add(SplitLogOdds, LogOdds.Bounded(findings.Announcement.Confidence));
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
