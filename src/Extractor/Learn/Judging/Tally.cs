namespace Extract.Learn.Judging;

/// <summary>One thing that was missed or wrongly found.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Field">The field, as in <see cref="Fields"/>.</param>
/// <param name="IsFalse">True where it was wrongly found, false where it was missed.</param>
/// <param name="What">The words and the value.</param>
public sealed record Miss(string Document, string Field, bool IsFalse, string What);

/// <summary>Everything that was counted on one document, or on several together.</summary>
internal sealed class Tally
{
    /// <summary>By field, as in <see cref="Judging.Fields"/>.</summary>
    public Dictionary<string, Counts> Fields { get; } = new(StringComparer.Ordinal);
    /// <summary>By topic.</summary>
    public SortedDictionary<string, Counts> Labels { get; } = new(StringComparer.Ordinal);
    /// <summary>Of the findings that name a label: how many have its role, how many there are.</summary>
    public Dictionary<JudgedKind, Ratio> Roles { get; } = [];
    /// <summary>Announcements whose type is right.</summary>
    public Ratio Types { get; set; }
    /// <summary>Announcements whose event dates and venues are all right.</summary>
    public Ratio WhenAndWhere { get; set; }
    /// <summary>Records that were accepted, of those that have a status.</summary>
    public Ratio Accepted { get; set; }
    /// <summary>Accepted records whose event dates and venues are all right.</summary>
    public int AcceptedAndRight { get; set; }
    /// <summary>Records of documents that announce nothing.</summary>
    public int Negatives { get; set; }
    /// <summary>Documents that announce nothing and have a record.</summary>
    public int NegativeDocuments { get; set; }
    /// <summary>Documents that announce something and have no record.</summary>
    public int Missing { get; set; }
    /// <summary>By field: the probability that was given, and whether it was right.</summary>
    public Dictionary<string, List<Claim>> Claims { get; } = new(StringComparer.Ordinal);
    /// <summary>What was missed or wrongly found.</summary>
    public List<Miss> Misses { get; } = [];

    /// <summary>Counts into a field.</summary>
    public void Count(string field, Counts counts) => Fields[field] = Fields.GetValueOrDefault(field) + counts;

    /// <summary>Counts into a topic.</summary>
    public void CountLabel(string label, Counts counts) => Labels[label] = Labels.GetValueOrDefault(label) + counts;

    /// <summary>Keeps a probability and whether it was right.</summary>
    public void Claim(string field, Claim claim)
    {
        if (!Claims.TryGetValue(field, out var claims)) Claims[field] = claims = [];
        claims.Add(claim);
    }

    /// <summary>Adds another tally to this one.</summary>
    public void Add(Tally other)
    {
        foreach (var (field, counts) in other.Fields) Count(field, counts);
        foreach (var (label, counts) in other.Labels) CountLabel(label, counts);
        foreach (var (kind, ratio) in other.Roles) Roles[kind] = Roles.GetValueOrDefault(kind) + ratio;
        foreach (var (field, claims) in other.Claims)
            foreach (var claim in claims) Claim(field, claim);
        (Types, WhenAndWhere, Accepted) = (Types + other.Types, WhenAndWhere + other.WhenAndWhere, Accepted + other.Accepted);
        AcceptedAndRight += other.AcceptedAndRight;
        (Negatives, NegativeDocuments, Missing) = (Negatives + other.Negatives, NegativeDocuments + other.NegativeDocuments, Missing + other.Missing);
        Misses.AddRange(other.Misses);
    }
}

/// <summary>How many of how many.</summary>
internal readonly record struct Ratio(int Part, int Whole)
{
    /// <summary>The share; 0 of none.</summary>
    public double Share => Counts.Share(Part, Whole);

    /// <summary>One more, which holds or not.</summary>
    public Ratio With(bool holds) => new(Part + (holds ? 1 : 0), Whole + 1);

    public static Ratio operator +(Ratio a, Ratio b) => new(a.Part + b.Part, a.Whole + b.Whole);
}
