namespace Extract.Learn.Judging;

/// <summary>Which announcement of the records stands for which of the gold.</summary>
/// <param name="Pairs">A labelled and a found one each with how far they are one, the closest first.</param>
/// <param name="Missed">Labelled ones that none stands for.</param>
/// <param name="False">Found ones that stand for none.</param>
internal sealed record Alignment(
    List<(double Overlap, JudgedAnnouncement Gold, JudgedAnnouncement Found)> Pairs, List<JudgedAnnouncement> Missed, List<JudgedAnnouncement> False)
{
    private const double Least = 0.2, Good = 0.5;

    /// <summary>The announcements counted: a pair that shares less than half is a miss and a false alarm.</summary>
    public Counts Counts
    {
        get
        {
            var good = Pairs.Count(pair => pair.Overlap >= Good);
            return new(good, Pairs.Count + False.Count - good, Pairs.Count + Missed.Count - good);
        }
    }

    /// <summary>Greedy, the closest pair first; by words, or by place.</summary>
    public static Alignment Of(IReadOnlyList<JudgedAnnouncement> gold, IReadOnlyList<JudgedAnnouncement> found, bool byWords)
    {
        List<(double, JudgedAnnouncement, JudgedAnnouncement)> pairs = [];
        var (takenGold, takenFound) = (new bool[gold.Count], new bool[found.Count]);
        var all = Enumerable.Range(0, gold.Count).SelectMany(i => Enumerable.Range(0, found.Count).Select(j => (Overlap: Near(gold[i], found[j], byWords), i, j)));
        foreach (var (overlap, i, j) in all.Where(pair => pair.Overlap > Least).OrderByDescending(pair => pair.Overlap).ThenBy(pair => pair.i).ThenBy(pair => pair.j))
        {
            if (takenGold[i] || takenFound[j]) continue;
            takenGold[i] = takenFound[j] = true;
            pairs.Add((overlap, gold[i], found[j]));
        }
        return new(pairs, [.. gold.Where((_, i) => !takenGold[i])], [.. found.Where((_, j) => !takenFound[j])]);
    }

    /// <summary>Each pair, and each one that stands alone with <see cref="JudgedAnnouncement.None"/> opposite.</summary>
    public IEnumerable<(JudgedAnnouncement Gold, JudgedAnnouncement Found)> All =>
        Pairs.Select(pair => (pair.Gold, pair.Found))
            .Concat(Missed.Select(gold => (gold, JudgedAnnouncement.None)))
            .Concat(False.Select(found => (JudgedAnnouncement.None, found)));

    private static double Near(JudgedAnnouncement gold, JudgedAnnouncement found, bool byWords) =>
        byWords ? gold.Words.Overlap(found.Words) : gold.Span is { } a && found.Span is { } b ? Spans.Overlap(a, b) : 0;
}
