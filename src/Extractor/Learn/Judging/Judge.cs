namespace Extract.Learn.Judging;

/// <summary>
/// Scores records against gold. The figures are those of <c>tests/Extractor.Tests/Learn/score.py</c>, by which results are judged; a test compares the two.
/// Everything is counted inside aligned announcements; what stands in an unaligned one is a miss or a false alarm.
/// </summary>
public static class Judge
{
    private const int Common = 8;

    /// <summary>The figures.</summary>
    /// <param name="gold">The labels.</param>
    /// <param name="found">What was found, by document id; a document that is not in it has no record.</param>
    /// <param name="html">The records were made from pages: offsets mean nothing, words and values are compared.</param>
    public static Scores Score(IReadOnlyList<JudgedDocument> gold, IReadOnlyDictionary<string, List<JudgedAnnouncement>> found, bool html = false)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(found);
        var tallies = gold.Select(document => DocumentJudge.Judge(document, found.GetValueOrDefault(document.Id), html)).ToList();
        var sum = new Tally();
        foreach (var tally in tallies) sum.Add(tally);
        return Summarize(tallies, sum);
    }

    /// <summary>The figures of records.</summary>
    public static Scores Score(IEnumerable<GoldDocument> gold, IEnumerable<Record> records, bool html = false) =>
        Score([.. gold.Select(FromGold.Document)], BySource(records), html);

    /// <summary>Records by the id of their source.</summary>
    public static Dictionary<string, List<JudgedAnnouncement>> BySource(IEnumerable<Record> records) =>
        records.GroupBy(record => record.Source.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(FromRecord.Announcement).ToList(), StringComparer.Ordinal);

    private static Scores Summarize(List<Tally> tallies, Tally sum)
    {
        var fields = Fields.Counted.Select(field => KeyValuePair.Create(field, sum.Fields.GetValueOrDefault(field))).ToList();
        var common = sum.Labels.Values.Where(counts => counts.Hits + counts.Missed >= Common).ToList();
        if (common.Count > 0) fields.Add(KeyValuePair.Create(Fields.CommonTopics, common.Aggregate(Counts.Add)));
        var claims = ClaimsOf(sum);
        var labelled = sum.Labels.Values.Where(counts => counts.Hits + counts.Missed > 0).ToList();
        return new()
        {
            Documents = tallies.Count,
            Fields = fields,
            Intervals = Fields.Counted.ToDictionary(field => field, field => Bootstrap.Of([.. tallies.Select(tally => tally.Fields.GetValueOrDefault(field))], counts => counts.F1)),
            TopicsMacroF1 = labelled.Count == 0 ? 0 : labelled.Average(counts => counts.F1),
            RoleAccuracy = [.. Enum.GetValues<JudgedKind>().Select(kind => KeyValuePair.Create(Fields.Of(kind), sum.Roles.GetValueOrDefault(kind).Share))],
            EventTypeAccuracy = sum.Types.Share,
            EventTypeInterval = IntervalOf(tallies, tally => tally.Types),
            WhenAndWhere = sum.WhenAndWhere.Share,
            WhenAndWhereInterval = IntervalOf(tallies, tally => tally.WhenAndWhere),
            Negatives = sum.Negatives,
            NegativeDocuments = sum.NegativeDocuments,
            Missing = sum.Missing,
            Calibration = CalibrationOf(claims),
            Claims = claims,
            Accepted = sum.Accepted.Whole == 0 ? null :
                new(sum.Accepted.Share, Counts.Share(sum.AcceptedAndRight, sum.Accepted.Part), sum.Accepted.Part),
            Misses = sum.Misses,
        };
    }

    // A document without a labelled announcement says nothing of a share of announcements.
    private static Interval IntervalOf(List<Tally> tallies, Func<Tally, Ratio> ratio) =>
        Bootstrap.Of([.. tallies.Select(ratio).Where(r => r.Whole > 0).Select(r => new Counts(r.Part, 0, r.Whole - r.Part))], counts => counts.Recall);

    private static List<KeyValuePair<string, Calibration>> CalibrationOf(IReadOnlyList<KeyValuePair<string, IReadOnlyList<Claim>>> claims)
    {
        List<KeyValuePair<string, Calibration>> rows = [];
        foreach (var (field, made) in claims)
            if (Judging.Calibration.Of(made) is { } calibration) rows.Add(KeyValuePair.Create(field, calibration));
        return rows;
    }

    private static List<KeyValuePair<string, IReadOnlyList<Claim>>> ClaimsOf(Tally sum)
    {
        string[] order = [Fields.Dates, Fields.Cities, Fields.Organizations, Fields.Topics, Fields.EventType, Fields.Record];
        var claims = order.Select(field => KeyValuePair.Create(field, (IReadOnlyList<Claim>)(sum.Claims.GetValueOrDefault(field) ?? []))).ToList();
        claims.Add(KeyValuePair.Create(Fields.AllFindings, (IReadOnlyList<Claim>)[.. claims.SkipLast(1).SelectMany(field => field.Value)]));
        return [.. claims.Where(field => field.Value.Count > 0)];
    }
}
