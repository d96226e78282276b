namespace Extract.Learn.Judging;

/// <summary>Which findings of one announcement meet which labels.</summary>
/// <param name="Hits">A label and the finding that names it.</param>
/// <param name="Lost">Labels that no finding names, and that had to be found.</param>
/// <param name="Free">Findings that name no label, and that nothing excuses.</param>
internal sealed record Matching(List<(JudgedValue Gold, JudgedValue Found)> Hits, List<JudgedValue> Lost, List<JudgedValue> Free)
{
    /// <summary>The three as numbers.</summary>
    public Counts Counts => new(Hits.Count, Free.Count, Lost.Count);

    /// <summary>
    /// Every label takes the first finding left that names it, and where <paramref name="byRole"/>, rather one with its role. Inherited labels may be
    /// left out; findings that name one of <paramref name="allowed"/>, or that <paramref name="excused"/> holds for, may be given.
    /// </summary>
    public static Matching Of(
        JudgedKind kind, IEnumerable<JudgedValue> gold, IEnumerable<JudgedValue> found, bool byPlace, bool byRole,
        IReadOnlyCollection<JudgedValue> allowed, Predicate<JudgedValue> excused)
    {
        List<(JudgedValue, JudgedValue)> hits = [];
        List<JudgedValue> lost = [], left = [.. found];
        foreach (var label in gold)
        {
            var candidates = left.Where(value => label.Names(kind, value, byPlace)).ToList();
            var hit = (byRole ? candidates.Find(value => value.Role == label.Role) : null) ?? candidates.FirstOrDefault();
            if (hit is not null)
            {
                hits.Add((label, hit));
                left.Remove(hit);
            }
            else if (!label.Inherited) lost.Add(label);
        }
        return new(hits, lost, left.FindAll(value => !allowed.Any(label => label.Names(kind, value, byPlace)) && !excused(value)));
    }
}
