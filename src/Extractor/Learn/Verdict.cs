using System.Collections.Immutable;
using Extract.Learn.Judging;
using Extract.Resolve;
using Extract.Score;
using Extract.Text;

namespace Extract.Learn;

/// <summary>The findings of one announcement beside its gold: which of them are right, value and role.</summary>
/// <param name="Findings">What was found.</param>
/// <param name="Gold">The announcement of the gold that it meets, or null where it meets none: then nothing of it is right.</param>
internal sealed record Verdict(Findings Findings, GoldAnnouncement? Gold)
{
    private const double LeastOverlap = 0.2; // as the judging script aligns

    /// <summary>For each announcement that was found the gold that it meets: the best overlaps first, each gold once.</summary>
    public static ImmutableArray<GoldAnnouncement?> Align(ImmutableArray<Findings> findings, ImmutableArray<GoldAnnouncement> gold)
    {
        var met = new GoldAnnouncement?[findings.Length];
        var taken = new HashSet<int>();
        var pairs = from i in Enumerable.Range(0, findings.Length)
                    from j in Enumerable.Range(0, gold.Length)
                    let overlap = Spans.Overlap(findings[i].Announcement.Span, gold[j].Span!.Value)
                    where overlap > LeastOverlap
                    orderby overlap descending, i, j
                    select (i, j);
        foreach (var (i, j) in pairs)
        {
            if (met[i] is not null || !taken.Add(j)) continue;
            met[i] = gold[j];
        }
        return [.. met];
    }

    /// <summary>True where the gold has this date in this role.</summary>
    public bool IsRight(DateFinding finding) => Gold?.Dates.Any(label => Same(label, finding) && label.Role == finding.Role) == true;

    /// <summary>True where the gold has this city in this role.</summary>
    public bool IsRight(CityFinding finding) => Gold?.Cities.Any(label => Same(label, finding) && label.Role == finding.Role) == true;

    /// <summary>True where the gold has this organization in this role.</summary>
    public bool IsRight(OrganizationFinding finding) => Gold?.Organizations.Any(label => Same(label, finding) && label.Role == finding.Role) == true;

    /// <summary>True where the gold has this topic.</summary>
    public bool HasTopic(string label) => Gold?.Topics.Contains(label) == true;

    /// <summary>True where the gold has this type.</summary>
    public bool HasType => Gold?.EventType == Findings.EventType.Finding.Label;

    /// <summary>True where a required field is exactly right: every value of the gold and no other.</summary>
    public bool Holds(string field) => Gold is not null && field switch
    {
        "topics" => Gold.Topics.ToHashSet().SetEquals(Findings.Topics.Select(topic => topic.Finding.Label)),
        "eventType" => HasType,
        "dates.event" or "dates.deadline" => Exactly(field, Findings.Dates, Gold.Dates, (label, finding) => Same(label, finding)),
        "cities.venue" => Exactly(field, Findings.Cities, Gold.Cities, (label, finding) => Same(label, finding)),
        "organizations.organizer" => Exactly(field, Findings.Organizations, Gold.Organizations, (label, finding) => Same(label, finding)),
        _ => false,
    };

    private static bool Exactly<T>(string field, ImmutableArray<Candidate<T>> found, ImmutableArray<GoldLabel> gold, Func<GoldLabel, T, bool> same) where T : Finding
    {
        var values = found.Select(candidate => candidate.Finding).Where(finding => RequiredField.Counts(field, finding.Role)).ToArray();
        var labels = gold.Where(label => RequiredField.Counts(field, label.Role ?? "")).ToArray();
        return labels.All(label => label.Inherited == true || values.Any(value => same(label, value)))
            && values.All(value => value.Inherited == true || labels.Any(label => same(label, value)));
    }

    private static bool Same(GoldLabel label, DateFinding finding) =>
        (label.From ?? label.To) == (finding.From ?? finding.To) && (label.To ?? label.From) == (finding.To ?? finding.From);

    private static bool Same(GoldLabel label, CityFinding finding) =>
        (label.Country ?? "") == (finding.Country ?? "")
        && (SameWords(label.Name, finding.Name) || SameWords(label.Text, finding.Text) || Meets(label, finding));

    private static bool Same(GoldLabel label, OrganizationFinding finding)
    {
        string?[] labels = [label.Name, label.Text, label.Acronym], found = [finding.Name, finding.Text, finding.Acronym];
        return Meets(label, finding) || labels.Any(one => found.Any(other => SameWords(one, other)));
    }

    private static bool Meets(GoldLabel label, Finding finding) =>
        label.Span is { } gold && ((finding.Span is { } place && Spans.Overlap(gold, place) >= 0.5)
            || finding.Also?.Any(also => Spans.Overlap(gold, new(also[0], also[1])) >= 0.5) == true);

    private static bool SameWords(string? a, string? b) => !string.IsNullOrEmpty(a) && !string.IsNullOrEmpty(b) && Words(a) == Words(b);

    private static string Words(string words)
    {
        var folded = string.Concat(Folding.Fold(words).Select(c => char.IsLetterOrDigit(c) ? c : ' '));
        var joined = string.Join(' ', folded.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return joined.StartsWith("the ", StringComparison.Ordinal) ? joined[4..] : joined;
    }
}
