using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>What the other dates of an announcement say of one of them.</summary>
internal sealed class NeighbourFeatures
{
    private static readonly Feature Number = new("date-number"), Others = new("other-days"), Again = new("said-before"), Times = new("times-said"), Sole = new("only-date");
    private static readonly Feature Covered = new("inside-longer"), Covers = new("covers-shorter"), CoarseCovers = new("coarse-covers-shorter"), CoveredBy = new("inside-longer-of-form");
    private static readonly Feature FirstWhole = new("first-whole-date"), FromFirst = new("from-first-date"), Rank = new("rank-in-time"), Elsewhere = new("elsewhere");

    private readonly IReadOnlyList<Reading> _readings;
    private readonly int _ownDays;
    private readonly DateOnly _earliest = DateOnly.MaxValue, _latest = DateOnly.MinValue;
    private readonly Reading? _first;
    private readonly HashSet<Reading> _inTitle;

    public NeighbourFeatures(ResolveContext context, IReadOnlyList<Reading> readings)
    {
        _readings = readings;
        var own = readings.Where(reading => !reading.Inherited).ToArray();
        _ownDays = own.Select(reading => reading.Days).Distinct().Count();
        _inTitle = [.. own.Where(reading => context.Announcement.TitleSpan is { } title && title.Contains(reading.Mention.Span))];
        foreach (var reading in own.Where(IsDay))
        {
            _first ??= reading;
            if (reading.From < _earliest) _earliest = reading.From;
            if (reading.From > _latest) _latest = reading.From;
        }
    }

    /// <summary>Adds the features of a reading.</summary>
    public void Write(int index, FeatureVector features)
    {
        var reading = _readings[index];
        WriteCounts(index, reading, features);
        if (_first is not null && _first.Days != reading.Days) features.Add(FromFirst, Calendar.Gap(reading.From.DayNumber - _first.From.DayNumber));
        if (IsDay(reading) && _earliest < _latest) features.Add(Rank, reading.From == _earliest ? "earliest" : reading.From == _latest ? "latest" : "between");
        WriteElsewhere(reading, features);
    }

    private static bool IsDay(Reading reading) => !reading.Value.Coarse && reading.Value.Relative == RelativeKind.None;

    private void WriteCounts(int index, Reading reading, FeatureVector features)
    {
        var (before, times, covered, covers) = (0, 0, (Reading?)null, false);
        var seen = new HashSet<(DateOnly, DateOnly)>();
        for (var i = 0; i < _readings.Count; i++)
        {
            var other = _readings[i];
            if (other.Days == reading.Days) { times++; if (i < index) before++; }
            else if (i < index && !other.Inherited) seen.Add(other.Days);
            if (other.Covers(reading) && !other.Value.Coarse) covered = other;
            covers |= reading.Covers(other) && !other.Inherited;
        }
        features.AddCount(Number, seen.Count, 6);
        features.AddCount(Others, _ownDays, 6);
        features.AddCount(Times, times, 4);
        if (_ownDays == 1) features.Add(Sole);
        if (before > 0) features.Add(Again);
        if (covered is not null) features.Add(Covered);
        if (covered is not null && _inTitle.Contains(covered)) features.Add(CoveredBy, "title");
        if (covers) features.Add(Covers);
        if (covers && reading.Value.Coarse) features.Add(CoarseCovers, reading.Mention.Evidence.By);
        if (seen.Count == 0 && !reading.YearInferred) features.Add(FirstWhole);
    }

    // Another date with a clock time, or in the title, is the likelier event.
    private void WriteElsewhere(Reading reading, FeatureVector features)
    {
        var (timed, range, titled) = (false, false, false);
        foreach (var other in _readings)
        {
            if (other.Days == reading.Days || other.Inherited) continue;
            timed |= other.Value.FromTime is not null;
            range |= other.From != other.To && !other.Value.Coarse;
            titled |= _inTitle.Contains(other);
        }
        if (timed) features.Add(Elsewhere, "with-time");
        if (range) features.Add(Elsewhere, "range");
        if (titled) features.Add(Elsewhere, "in-title");
    }
}
