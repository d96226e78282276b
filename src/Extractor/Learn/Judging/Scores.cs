namespace Extract.Learn.Judging;

/// <summary>All figures of some records against gold.</summary>
public sealed record Scores
{
    /// <summary>How many labelled documents.</summary>
    public required int Documents { get; init; }
    /// <summary>Precision, recall and F1 by field, in the order in which they are shown.</summary>
    public required IReadOnlyList<KeyValuePair<string, Counts>> Fields { get; init; }
    /// <summary>The 95 % interval of each F1, over documents.</summary>
    public required IReadOnlyDictionary<string, Interval> Intervals { get; init; }
    /// <summary>The mean F1 over topics that gold has.</summary>
    public required double TopicsMacroF1 { get; init; }
    /// <summary>By kind: the share of the findings that name a label and have its role.</summary>
    public required IReadOnlyList<KeyValuePair<string, double>> RoleAccuracy { get; init; }
    /// <summary>The share of labelled announcements whose type is right.</summary>
    public required double EventTypeAccuracy { get; init; }
    /// <summary>The 95 % interval of it.</summary>
    public required Interval EventTypeInterval { get; init; }
    /// <summary>The share of labelled announcements whose event dates and venues are all right.</summary>
    public required double WhenAndWhere { get; init; }
    /// <summary>The 95 % interval of it.</summary>
    public required Interval WhenAndWhereInterval { get; init; }
    /// <summary>Records of documents that announce nothing.</summary>
    public required int Negatives { get; init; }
    /// <summary>Documents that announce nothing and have a record.</summary>
    public required int NegativeDocuments { get; init; }
    /// <summary>Documents that announce something and have no record.</summary>
    public required int Missing { get; init; }
    /// <summary>By field, and of all findings together; empty where no probability was given.</summary>
    public required IReadOnlyList<KeyValuePair<string, Calibration>> Calibration { get; init; }
    /// <summary>By field: each probability that was given and what came true.</summary>
    public required IReadOnlyList<KeyValuePair<string, IReadOnlyList<Claim>>> Claims { get; init; }
    /// <summary>What was accepted; null where no record has a status.</summary>
    public AcceptedShare? Accepted { get; init; }
    /// <summary>What was missed or wrongly found, by document.</summary>
    public required IReadOnlyList<Miss> Misses { get; init; }

    /// <summary>The F1 of a field.</summary>
    public double F1(string field) => Fields.FirstOrDefault(pair => pair.Key == field).Value.F1;
}

/// <summary>What was accepted without a person.</summary>
/// <param name="Share">The share of records that was accepted.</param>
/// <param name="Right">The share of those whose event dates and venues are all right.</param>
/// <param name="Count">How many were accepted.</param>
public sealed record AcceptedShare(double Share, double Right, int Count);
