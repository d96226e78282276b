using System.Collections.Immutable;
using System.Globalization;

namespace Extract.Learn.Judging;

/// <summary>
/// Compares the records of one document with its labels. A value counts once; what a heading serves to several items may be given or left out; an open
/// end counts as the day that is given; where gold has no event date or no venue, giving none is right.
/// </summary>
internal sealed class DocumentJudge
{
    private static readonly JudgedKind[] Kinds = [JudgedKind.Dates, JudgedKind.Cities, JudgedKind.Organizations];

    private readonly JudgedDocument _gold;
    private readonly bool _byPlace;
    private readonly bool _byWords;
    private readonly Tally _tally = new();

    private DocumentJudge(JudgedDocument gold, bool html)
    {
        (_gold, _byPlace) = (gold, !html);
        _byWords = html || gold.Announcements.Any(announcement => announcement.Span is null);
    }

    /// <summary>The counts of one document; <paramref name="found"/> null where it has no record at all.</summary>
    public static Tally Judge(JudgedDocument gold, IReadOnlyList<JudgedAnnouncement>? found, bool html) => new DocumentJudge(gold, html).Judge(found);

    private Tally Judge(IReadOnlyList<JudgedAnnouncement>? found)
    {
        var announces = _gold.Announcements.Length > 0;
        _tally.Missing = found is null && announces ? 1 : 0;
        found ??= [];
        if (!announces) (_tally.Negatives, _tally.NegativeDocuments) = (found.Count, found.Count > 0 ? 1 : 0);
        var alignment = Alignment.Of(_gold.Announcements, found, _byWords);
        _tally.Count(Fields.Announcements, alignment.Counts);
        Keep(Fields.Announcements, alignment.Missed.Select(announcement => announcement.Title), alignment.False.Select(announcement => announcement.Title));
        foreach (var (gold, record) in alignment.All) Compare(gold, record);
        return _tally;
    }

    private void Compare(JudgedAnnouncement gold, JudgedAnnouncement found)
    {
        foreach (var kind in Kinds) CompareFindings(kind, gold, found);
        var when = CompareSome(Fields.EventDates, JudgedKind.Dates, gold, found, value => value.Role == "event");
        var where = CompareSome(Fields.Venues, JudgedKind.Cities, gold, found, value => value.Role == "venue");
        CompareSome(Fields.Organizers, JudgedKind.Organizations, gold, found, value => OrganizationRole.Runs(value.Role));
        CompareSome(Fields.InferredYearDates, JudgedKind.Dates, gold, found, value => value.YearInferred);
        CompareTopics(gold, found);
        var (labelled, recorded) = (gold != JudgedAnnouncement.None, found != JudgedAnnouncement.None);
        var right = labelled && recorded && when && where;
        if (labelled) CompareWhole(gold, found, right);
        if (recorded && found.Status is not null) CountAccepted(found, right, !labelled ? [] : [when ? "" : "when", where ? "" : "where"]);
    }

    private void CompareFindings(JudgedKind kind, JudgedAnnouncement gold, JudgedAnnouncement found)
    {
        var matching = Match(Fields.Of(kind), kind, gold.Of(kind), found.Of(kind), byRole: true);
        foreach (var (label, value) in matching.Hits)
        {
            var same = label.Role == value.Role;
            _tally.Roles[kind] = _tally.Roles.GetValueOrDefault(kind).With(same);
            Claim(Fields.Of(kind), value.Confidence, same, Show(value), value.Places, [label.Role ?? ""]);
        }
        // What may be given or left out says nothing of the probabilities either.
        foreach (var value in matching.Free) Claim(Fields.Of(kind), value.Confidence, false, Show(value), value.Places, matching.Lost.Select(Show));
    }

    /// <summary>True where none is missing and none too many.</summary>
    private bool CompareSome(string field, JudgedKind kind, JudgedAnnouncement gold, JudgedAnnouncement found, Func<JudgedValue, bool> which)
    {
        var matching = Match(field, kind, gold.Of(kind).Where(which), found.Of(kind).Where(which), byRole: false);
        return matching.Lost.Count == 0 && matching.Free.Count == 0;
    }

    private Matching Match(string field, JudgedKind kind, IEnumerable<JudgedValue> gold, IEnumerable<JudgedValue> found, bool byRole)
    {
        var matching = Matching.Of(kind, gold, found, _byPlace, byRole, _gold.Shared.Of(kind), IsOutside);
        _tally.Count(field, matching.Counts);
        Keep(field, matching.Lost.Select(Show), matching.Free.Select(Show));
        return matching;
    }

    // A record may say what stands in a heading outside of every announcement, where gold says nothing of it.
    private bool IsOutside(JudgedValue value) => value.Inherited && !_byWords &&
        !value.Places.Any(place => _gold.Announcements.Any(announcement => Spans.Overlap(place, announcement.Span!.Value) > 0));

    private void CompareTopics(JudgedAnnouncement gold, JudgedAnnouncement found)
    {
        var (lost, free) = (gold.Topics.Keys.Except(found.Topics.Keys).ToList(), found.Topics.Keys.Except(gold.Topics.Keys).ToList());
        foreach (var label in gold.Topics.Keys.Intersect(found.Topics.Keys)) CountTopic(label, new(1, 0, 0));
        foreach (var label in lost) CountTopic(label, new(0, 0, 1));
        foreach (var label in free) CountTopic(label, new(0, 1, 0));
        foreach (var (label, probability) in found.Topics) Claim(Fields.Topics, probability, gold.Topics.ContainsKey(label), label, PlacesOf(found), lost);
        Keep(Fields.Topics, lost, free);
    }

    private void CountTopic(string label, Counts counts)
    {
        _tally.Count(Fields.Topics, counts);
        _tally.CountLabel(label, counts);
    }

    private void CompareWhole(JudgedAnnouncement gold, JudgedAnnouncement found, bool right)
    {
        _tally.WhenAndWhere = _tally.WhenAndWhere.With(right);
        _tally.Types = _tally.Types.With(gold.EventType.Length > 0 && gold.EventType == found.EventType);
        if (gold.EventType != found.EventType) Keep(Fields.EventType, [$"{gold.EventType}, found {found.EventType}: {gold.Title}"], []);
        if (found == JudgedAnnouncement.None)
        {
            _tally.Count(Fields.Titles, new(0, 0, 1));
            return;
        }
        var same = new WordBag(gold.Title).F1(new(found.Title)) >= 0.8;
        _tally.Count(Fields.Titles, same ? new(1, 0, 0) : new(0, 1, 1));
        if (!same) Keep(Fields.Titles, [gold.Title], [found.Title]);
        Claim(Fields.EventType, found.EventTypeConfidence, gold.EventType == found.EventType, found.EventType, PlacesOf(found), [gold.EventType]);
    }

    private void CountAccepted(JudgedAnnouncement found, bool right, IEnumerable<string> wrong)
    {
        var accepted = found.Status == "accepted";
        _tally.Accepted = _tally.Accepted.With(accepted);
        if (accepted && right) _tally.AcceptedAndRight++;
        Claim(Fields.Record, found.Confidence, right, found.Title, PlacesOf(found), wrong.Where(field => field.Length > 0));
    }

    private void Claim(string field, double? probability, bool holds, string what, ImmutableArray<TextSpan> places, IEnumerable<string> instead)
    {
        if (probability is { } given) _tally.Claim(field, new(given, holds, _gold.Id, what, places.IsEmpty ? null : places[0], holds ? "" : string.Join("; ", instead)));
    }

    private static ImmutableArray<TextSpan> PlacesOf(JudgedAnnouncement found) => found.Span is { } span ? [span] : [];

    private void Keep(string field, IEnumerable<string> lost, IEnumerable<string> free)
    {
        _tally.Misses.AddRange(lost.Select(what => new Miss(_gold.Id, field, false, what)));
        _tally.Misses.AddRange(free.Select(what => new Miss(_gold.Id, field, true, what)));
    }

    private static string Show(JudgedValue value) => string.Join(" | ", new[]
    {
        value.Text, value.Name == value.Text ? null : value.Name, value.Country,
        value.Days.From is null ? null : string.Create(CultureInfo.InvariantCulture, $"{value.From:yyyy-MM-dd}..{value.To:yyyy-MM-dd}"),
        value.Role, value.YearInferred ? "year inferred" : null, value.Confidence is { } p ? p.ToString("0.00", CultureInfo.InvariantCulture) : null,
    }.Where(part => !string.IsNullOrEmpty(part)));
}
